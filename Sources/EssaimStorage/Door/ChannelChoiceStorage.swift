import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    public func record(_ choice: ChannelChoice) throws {
        try connection.execute(
            """
            INSERT INTO channel_choices(id, network_id, offer_id, person_id, structure_id, channel, chosen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(Identifier<ChannelChoice>.new(at: choice.at)), .id(choice.network), .id(choice.offer),
                .id(choice.person), .id(choice.structure), .raw(choice.channel), .at(choice.at),
            ])
    }

    public func channelCounts(in network: Identifier<Network>, from: Instant, until: Instant) throws -> [ChannelCount] {
        try connection.query(
            """
            SELECT o.id, o.title, c.channel, count(*) FROM channel_choices c JOIN offers o ON o.id = c.offer_id
            WHERE c.network_id = ? AND c.chosen_at >= ? AND c.chosen_at < ?
            GROUP BY o.id, o.title, o.position, c.channel ORDER BY o.position, o.id, c.channel
            """, [.id(network), .at(from), .at(until)]
        ) { row in
            var c = Columns(row)
            return ChannelCount(
                offer: try c.id(), title: try c.text(), channel: try c.one(of: Offer.Channel.Kind.self),
                count: try c.integer())
        }
    }
}

import EssaimDomain
import EssaimWorkflow

extension PortableTransaction {
    private static let swapColumns: SQLText = """
        SELECT network_id, id, proposer_id, asked_id, given_duty, given_day, given_version, taken_duty, taken_day,
            taken_version, at, state, version FROM duty_swaps
        """

    public func swap(_ id: Identifier<DutySwap>) throws -> KeptSwap? {
        try connection.first(Self.swapColumns + " WHERE id = ?", [.id(id)], Self.swap)
    }

    public func swaps(of person: Identifier<Person>, since: Instant, limit: Int) throws -> [KeptSwap] {
        // Each side by its own index.
        let asked = try connection.query(
            Self.swapColumns + " WHERE asked_id = ? AND at > ? ORDER BY at DESC, id DESC LIMIT ?",
            [.id(person), .at(since), .int(limit)], Self.swap)
        let proposed = try connection.query(
            Self.swapColumns + " WHERE proposer_id = ? AND at > ? ORDER BY at DESC, id DESC LIMIT ?",
            [.id(person), .at(since), .int(limit)], Self.swap)
        let all = (asked + proposed).sorted { ($0.swap.at, $0.swap.id) > ($1.swap.at, $1.swap.id) }
        return Array(all.prefix(limit))
    }

    public func insert(_ swap: DutySwap, in network: Identifier<Network>) throws {
        try connection.execute(
            """
            INSERT INTO duty_swaps(network_id, id, proposer_id, asked_id, given_duty, given_day, given_version,
                taken_duty, taken_day, taken_version, at, state, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(network), .id(swap.id), .id(swap.proposer), .id(swap.asked), .id(swap.given.key.duty),
                .text(swap.given.key.day.description), .int(swap.given.version), .id(swap.taken?.key.duty),
                .text(swap.taken?.key.day.description), swap.taken.map { .int($0.version) } ?? .null, .at(swap.at),
                .raw(swap.state), .int(swap.version),
            ])
    }

    public func save(_ swap: DutySwap, over version: Int) throws -> Bool {
        try connection.run(
            "UPDATE duty_swaps SET state = ?, version = ? WHERE id = ? AND version = ? AND state = 'proposed'",
            [.raw(swap.state), .int(swap.version), .id(swap.id), .int(version)]) == 1
    }

    private static func swap(_ row: any SQLRow) throws -> KeptSwap {
        var c = Columns(row)
        let network: Identifier<Network> = try c.id()
        let id: Identifier<DutySwap> = try c.id()
        let (proposer, asked): (Identifier<Person>, Identifier<Person>) = (try c.id(), try c.id())
        guard let given = try seen(&c) else { throw StoreFault.corrupt("an exchange of no turn") }
        let taken = try seen(&c)
        return KeptSwap(
            network: network,
            swap: DutySwap(
                id: id, proposer: proposer, asked: asked, given: given, taken: taken, at: try c.instant(),
                state: try c.one(of: DutySwap.State.self), version: try c.integer()))
    }

    private static func seen(_ c: inout Columns) throws -> Shift.Seen? {
        let duty: Identifier<Duty>? = try c.optionalID()
        let (day, version) = (try c.optionalText(), try c.optionalInteger())
        guard let duty, let day = day.flatMap({ CivilDate($0) }), let version else { return nil }
        return Shift.Seen(key: Shift.Key(duty: duty, day: day), version: Int(version))
    }
}

import EssaimDomain

/// What requesters do at a line beside asking it, and what its figures are made of.
public struct LineDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let bulletin: any Bulletin
    /// By which people can be told: mail, SMS.
    let channels: Set<TellingChannel>
    let recorder = HistoryRecorder()

    public init(
        store: any Store, clock: any WallClock, bulletin: any Bulletin, channels: Set<TellingChannel> = []
    ) {
        self.store = store
        self.clock = clock
        self.bulletin = bulletin
        self.channels = channels
    }

    /// Lines that one person may wait for at once.
    public static let mostSubscriptions = 50

    /// Notes that someone took a way that Essaim does not carry.
    public func choose(
        _ kind: Offer.Channel.Kind, of offer: Identifier<Offer>, in network: Identifier<Network>, by caller: Caller,
        from place: String
    ) async throws {
        let now = clock.now()
        try await store.write { tx in
            try tx.record(
                ChannelChoice(
                    network: network, offer: offer, person: caller.person.id,
                    structure: caller.structures.first?.structure.id, channel: kind, at: now))
            try tx.append(
                recorder.entry(
                    "line.channel", at: now, by: caller.person, from: place, network: network,
                    detail: ["line": offer.rawValue, "channel": kind.rawValue]))
        }
    }

    /// Has someone told once when a line opens. False when it is open, or when they wait for too many.
    public func subscribe(
        to offer: Identifier<Offer>, in network: Identifier<Network>, by person: Person, from place: String
    ) async throws -> Bool {
        let now = clock.now()
        return try await store.write { tx in
            guard let declared = try tx.network(network), let line = declared.offer(offer),
                !line.isOpen(on: declared.localTime(of: line).date(at: now)),
                try tx.lineSubscriptions(of: person.id, limit: Self.mostSubscriptions).count < Self.mostSubscriptions
            else { return false }
            try tx.subscribe(person.id, to: offer, at: now)
            try tx.append(entry("line.subscribe", offer, network, person, place, now))
            return true
        }
    }

    public func unsubscribe(
        from offer: Identifier<Offer>, in network: Identifier<Network>, by person: Person, from place: String
    ) async throws {
        let now = clock.now()
        try await store.write { tx in
            guard try tx.unsubscribe(person.id, from: offer) else { return }
            try tx.append(entry("line.unsubscribe", offer, network, person, place, now))
        }
    }

    private func entry(
        _ action: String, _ offer: Identifier<Offer>, _ network: Identifier<Network>, _ person: Person,
        _ place: String, _ now: Instant
    ) -> HistoryEntry {
        recorder.entry(
            action, at: now, by: person, from: place, network: network, detail: ["line": offer.rawValue])
    }
}

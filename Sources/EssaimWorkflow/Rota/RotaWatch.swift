import EssaimDomain

/// Looks at the eight weeks to come of each network, and tells its coordination of each day on which nobody can answer: once
/// for each, whatever the restarts and however many servers look, and again when it was filled and lacks anew.
public struct RotaWatch: Sendable {
    let store: any Store
    let clock: any WallClock
    let shelf: RotaShelf
    let channels: Set<TellingChannel>
    let recorder = HistoryRecorder()

    public init(store: any Store, clock: any WallClock, shelf: RotaShelf, channels: Set<TellingChannel>) {
        self.store = store
        self.clock = clock
        self.shelf = shelf
        self.channels = channels
    }

    /// How many alerts it raised now.
    public func look() async throws -> Int {
        var raised = 0
        for network in try await store.read({ try $0.networks() }) { raised += try await look(at: network.id) }
        return raised
    }

    /// In one transaction: what is found is what is noted.
    public func look(at id: Identifier<Network>) async throws -> Int {
        let now = clock.now()
        return try await store.write { tx in
            guard let network = try tx.network(id) else { return 0 }
            let found = try tx.rotaFindings(of: network, on: shelf, at: now).compactMap { RotaAlert($0, at: now) }
            let names = Set(found.map(\.name))
            let cleared = try tx.clearAlerts(of: id, besides: names, at: now)
            let standing = Set(try tx.rotaAlerts(of: id).map(\.name))
            let raised = try found.filter { try !standing.contains($0.name) && tx.raise($0, in: id) }
            guard let first = raised.first else {
                if cleared > 0 { try append(raised: 0, cleared, id, now, tx) }
                return 0
            }
            try append(raised: raised.count, cleared, id, now, tx)
            // One word for all that one look found.
            try RotaLeaving(tx, of: network, by: channels, at: now).leave(
                .lacking, to: [.network(id, .coordinator)], mark: "\(first.name) \(now.milliseconds)")
            return raised.count
        }
    }

    private func append(
        raised: Int, _ cleared: Int, _ network: Identifier<Network>, _ now: Instant, _ tx: any StoreWriter
    ) throws {
        try tx.append(
            recorder.entry(
                "rota.lacking", at: now, by: nil, network: network,
                detail: ["raised": String(raised), "cleared": String(cleared)]))
    }
}

extension RotaAlert {
    /// Of what a day lacks whole; a gap stands on the page alone.
    init?(_ finding: RotaFinding, at now: Instant) {
        switch finding {
        case .emptyPool(let pool, _): self.init(name: finding.name, pool: pool, day: nil, raisedAt: now)
        case .nobody(let pool, let day, _): self.init(name: finding.name, pool: pool, day: day, raisedAt: now)
        case .gap, .doubleBooking, .stranger: return nil
        }
    }
}

extension StoreReader {
    /// What the eight weeks to come lack.
    public func rotaFindings(of network: Network, on shelf: RotaShelf, at now: Instant) throws -> [RotaFinding] {
        let local = network.local
        return RotaReview(
            of: try shelf.calendar(of: network, by: self), in: network,
            among: try answerers(of: network, from: local.date(at: now)), from: now, local: local
        ).findings
    }
}

import EssaimDomain

/// Looks for demands whose promised hour is past, and leaves word of it: once for each stage of each promise, whatever the
/// restarts, however many servers look, and when the clock goes back.
public struct OverdueWatch: Sendable {
    let store: any Store
    let clock: any WallClock
    let channels: Set<TellingChannel>

    public init(store: any Store, clock: any WallClock, channels: Set<TellingChannel>) {
        self.store = store
        self.clock = clock
        self.channels = channels
    }

    /// How many demands it told late now, at most a few hundred: the next look goes on.
    public func look() async throws -> Int {
        guard !channels.isEmpty else { return 0 }
        let now = clock.now()
        var told = 0
        // The later stage first: a server that was away tells once, not once for each.
        for stage in OverdueStage.allCases.sorted(by: { $0.after > $1.after }) {
            let late = try await store.read { try $0.overdue(stage, at: now, limit: 200) }
            for id in late where try await store.write({ try tell(id, stage, at: now, $0) }) { told += 1 }
        }
        return told
    }

    /// What was found is looked at again here: it may have been answered, or told by another server, since.
    private func tell(
        _ id: Identifier<AdviceRequest>, _ stage: OverdueStage, at now: Instant, _ tx: any StoreWriter
    ) throws -> Bool {
        guard let request = try tx.requestForJob(id), let due = request.clock?.dueAt, request.isOverdue(at: now),
            try tx.markOverdue(id, due: due, stage)
        else { return false }
        for earlier in OverdueStage.allCases where earlier.after < stage.after {
            _ = try tx.markOverdue(id, due: due, earlier)
        }
        try NoticeLeaving(tx, of: request.network, by: channels, at: now)
            .leave(.overdue(request), of: request, mark: "\(stage.rawValue) \(due.milliseconds)", except: nil)
        return true
    }
}

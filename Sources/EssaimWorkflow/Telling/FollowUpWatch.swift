import EssaimDomain

/// Looks for answers that nobody read and for patients without an appointment, and leaves word of it: once for each time at
/// which it falls due, whatever the restarts, however many servers look, and when the clock goes back.
public struct FollowUpWatch: Sendable {
    /// How many are read at once.
    public static let slice = 200

    let store: any Store
    let clock: any WallClock
    let channels: Set<TellingChannel>

    public init(store: any Store, clock: any WallClock, channels: Set<TellingChannel>) {
        self.store = store
        self.clock = clock
        self.channels = channels
    }

    /// How many it told of now.
    public func look() async throws -> Int {
        guard !channels.isEmpty else { return 0 }
        let now = clock.now()
        var told = 0
        for reason in FollowUp.Reason.allCases where reason.event != nil {
            var last: WorklistKey?
            repeat {
                let start = last
                let found = try await store.read {
                    try $0.followUpsDue(reason, at: now, after: start, limit: Self.slice)
                }
                for one in found where try await store.write({ try tell(one.id, reason, at: now, $0) }) { told += 1 }
                last = found.count == Self.slice ? found.last : nil
            } while last != nil && !Task.isCancelled
        }
        return told
    }

    /// What was found is looked at again here: it may have been read, booked, or told by another server, since; and the day
    /// of its network may not have come.
    private func tell(
        _ id: Identifier<AdviceRequest>, _ reason: FollowUp.Reason, at now: Instant, _ tx: any StoreWriter
    ) throws -> Bool {
        guard let request = try tx.requestForJob(id), let watched = request.watchedAt(reason) else { return false }
        let leaving = try NoticeLeaving(tx, of: request.network, by: channels, at: now)
        guard let due = request.followUps(in: leaving.offsets).first(where: { $0.reason == reason }), due.dueAt <= now,
            let telling = Telling.due(due, of: request), try tx.markFollowUp(id, reason, watched: watched)
        else { return false }
        try leaving.leave(telling, of: request, mark: String(watched.milliseconds), except: nil)
        return true
    }
}

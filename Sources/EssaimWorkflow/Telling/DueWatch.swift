import EssaimDomain

/// Looks for visits that fell due while nobody acted, and leaves word of it: once for each time at which it falls due, whatever the
/// restarts, however many servers look, and when the clock goes back.
public struct DueWatch: Sendable {
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
        return try await look(for: FollowUp.Reason.allCases.filter { $0.event != nil })
    }

    private func look(for reasons: [some DueReason]) async throws -> Int {
        let now = clock.now()
        var told = 0
        for reason in reasons {
            var last: WorklistKey?
            repeat {
                let start = last
                let found = try await store.read {
                    try reason.found(by: $0, at: now, after: start, limit: Self.slice)
                }
                for one in found where try await store.write({ try tell(one.id, reason, at: now, $0) }) { told += 1 }
                last = found.count == Self.slice ? found.last : nil
            } while last != nil && !Task.isCancelled
        }
        return told
    }

    /// What was found is looked at again here: it may have been answered, read, booked, or told by another server, since.
    private func tell(
        _ id: Identifier<AdviceRequest>, _ reason: some DueReason, at now: Instant, _ tx: any StoreWriter
    ) throws -> Bool {
        guard let request = try tx.requestForJob(id) else { return false }
        return try reason.tell(request, NoticeLeaving(tx, of: request.network, by: channels, at: now))
    }
}

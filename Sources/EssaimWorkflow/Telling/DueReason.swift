import EssaimDomain

/// Why something falls due while nobody acts.
protocol DueReason: Sendable {
    /// Demands to be looked at by now, not told of it; the oldest first, after `key`.
    func found(
        by reader: any StoreReader, at now: Instant, after key: WorklistKey?, limit: Int
    ) throws -> [WorklistKey]
    /// Marks a demand that is due as told, and leaves word of it; false when it is not due, or was told.
    func tell(_ request: AdviceRequest, _ leaving: NoticeLeaving) throws -> Bool
}

/// A patient without an appointment, or not yet seen. It is found by the days of UTC: the day of its network may
/// not have come.
extension FollowUp.Reason: DueReason {
    func found(
        by reader: any StoreReader, at now: Instant, after key: WorklistKey?, limit: Int
    ) throws -> [WorklistKey] {
        try reader.followUpsDue(self, at: now, after: key, limit: limit)
    }

    func tell(_ request: AdviceRequest, _ leaving: NoticeLeaving) throws -> Bool {
        guard let watched = request.watchedAt(self),
            let due = request.followUps(in: leaving.offsets).first(where: { $0.reason == self }),
            due.dueAt <= leaving.now, let telling = Telling.due(due, of: request),
            try leaving.tx.markFollowUp(request.id, self, watched: watched)
        else { return false }
        try leaving.leave(telling, of: request, mark: String(watched.milliseconds), except: nil)
        return true
    }
}

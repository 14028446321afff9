import EssaimDomain

/// Where a draft stands among those that wait, oldest first.
public struct DraftKey: Sendable, Equatable {
    public let createdAt: Instant
    public let id: Identifier<AdviceRequest>

    public init(createdAt: Instant, id: Identifier<AdviceRequest>) {
        self.createdAt = createdAt
        self.id = id
    }
}

/// What is kept for a time only.
public protocol KeepingReading {
    /// Drafts begun before an instant, on which nothing was done since but reading; oldest first, from after one.
    func draftsUntouched(since instant: Instant, after last: DraftKey?, limit: Int) throws -> [DraftKey]
}

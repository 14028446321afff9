import EssaimDomain
import EssaimWorkflow

/// A rule that opens an endpoint, or does not. One policy serves page and API.
public protocol Policy: Sendable {
    /// What the policy established, and its endpoint may rely on.
    associatedtype Fact: Sendable
    /// As the access matrix names it.
    static var name: String { get }
    /// Nil refuses: the same answer, from the same place, as for what does not exist.
    static func decide(_ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader) throws
        -> Fact?
}

/// What policies may know of the house itself.
public struct HouseFacts: Sendable {
    public let now: Instant
    /// The server listens on loopback only: a demonstration's personas may enter.
    public let isLoopback: Bool

    public init(now: Instant, isLoopback: Bool) {
        self.now = now
        self.isLoopback = isLoopback
    }
}

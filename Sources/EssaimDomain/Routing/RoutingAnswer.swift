/// Who is asked, in order, each with the reasons; what a coordinator should know; or why nobody can be asked. « Pourquoi cette
/// équipe ? » is answered from it, so it holds ids and no words.
public struct RoutingAnswer: Sendable, Equatable, Codable {
    /// By rank; none exactly when there is an obstacle.
    public let candidates: [Candidate]
    /// In the order in which they were found, each once.
    public let remarks: [RoutingRemark]
    public let obstacle: RoutingObstacle?

    /// Where the demand goes now.
    public var route: Route? { candidates.first?.route }

    /// Asked now, together.
    public var first: [Candidate] { candidates.filter { $0.rank == 0 } }

    /// Where a demand that nobody took goes next; nil when every pool that could answer was asked.
    /// - Parameter asked: the pools to which it went already.
    public func widened(beyond asked: Set<Identifier<Pool>>) -> Route? {
        candidates.first { $0.party == .pool && !asked.contains($0.route.pool) }?.route
    }
}

import EssaimDomain

/// Where the next page of told problems begins: before this one.
public struct ProblemKey: Sendable, Equatable {
    public let at: Instant
    public let id: Identifier<ReportedProblem>

    public init(at: Instant, id: Identifier<ReportedProblem>) {
        self.at = at
        self.id = id
    }
}

public protocol ProblemReading {
    func problem(_ id: Identifier<ReportedProblem>) throws -> ReportedProblem?
    /// Of one network, newest first: those that wait, or those that were dealt with.
    func problems(
        in network: Identifier<Network>, areHandled: Bool, before key: ProblemKey?, limit: Int
    ) throws -> [ReportedProblem]
    /// Those that wait, counted no further than `limit`.
    func openProblemCount(in network: Identifier<Network>, upTo limit: Int) throws -> Int
    /// What that person told, newest first.
    func problems(toldBy person: Identifier<Person>, limit: Int) throws -> [ReportedProblem]
    /// Technical incidents about a demand, oldest first.
    func incidents(on request: Identifier<AdviceRequest>) throws -> [ReportedProblem]
}

public protocol ProblemWriting {
    func insert(_ problem: ReportedProblem) throws
    /// Nil opens it again. False when it stood so already.
    func setHandling(_ handling: ReportedProblem.Handling?, of problem: Identifier<ReportedProblem>) throws -> Bool
}

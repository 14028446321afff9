import EssaimDomain
import EssaimWorkflow

/// A page of the problems told in one network.
public struct ProblemList: Sendable {
    public let problems: [ReportedProblem]
    public let next: ProblemKey?
    /// Those that wait, counted no further than `Grant.problemCountLimit`.
    public let openCount: Int
    public let people: [Identifier<Person>: Person]
    public let numbers: [Identifier<AdviceRequest>: RequestNumber]
    public let network: Identifier<Network>
    /// Those that the reader coordinates.
    public let networks: [(id: Identifier<Network>, name: String)]
    public let surroundings: Surroundings
}

extension Grant where P == FollowProblems {
    public static var problemPageSize: Int { 50 }
    public static var problemCountLimit: Int { 100 }

    /// Opening the list is an entry: how many lines, and a commitment to which.
    /// - Parameter network: one of the reader's; their first otherwise.
    public func problems(
        in network: String, areHandled: Bool, before key: ProblemKey?, _ input: Input
    ) async throws -> ProblemList {
        let (networks, isLoopback) = (fact.networks, house.isLoopback)
        guard let asked = networks.first(where: { $0.rawValue == network }) ?? networks.first else {
            throw StoreFault.corrupt("a coordinated network")
        }
        let list = try await house.store.read { store in
            let found = try store.problems(
                in: asked, areHandled: areHandled, before: key, limit: Self.problemPageSize + 1)
            let shown = Array(found.prefix(Self.problemPageSize))
            return ProblemList(
                problems: shown,
                next: found.count > shown.count ? shown.last.map { ProblemKey(at: $0.at, id: $0.id) } : nil,
                openCount: try store.openProblemCount(in: asked, upTo: Self.problemCountLimit),
                people: try store.people(Set(shown.map(\.by) + shown.compactMap(\.handling?.by))),
                numbers: try store.numbers(of: Set(shown.compactMap(\.request))), network: asked,
                networks: try networks.map { (id: $0, name: try store.networkName($0)?.name ?? "") },
                surroundings: try Surroundings(store, of: asked, isLoopback: isLoopback))
        }
        let entry = house.recorder.entry(
            "problem.list", at: now, by: fact.caller.person, from: input.client, network: asked,
            content: list.problems.map(\.id.rawValue).joined(separator: " "),
            detail: ["lines": String(list.problems.count)])
        try await house.store.write { try $0.append(entry) }
        return list
    }

    /// False when there is no such problem in the reader's networks.
    public func handle(
        _ problem: Identifier<ReportedProblem>, reply: String, isHandled: Bool, _ input: Input
    ) async throws -> Bool {
        let handling = ProblemHandling(reply: reply, isHandled: isHandled, at: now, from: input.client)
        let person = fact.caller.person.id
        return try await house.store.write { try handling.perform($0, on: problem, by: person) }
    }
}

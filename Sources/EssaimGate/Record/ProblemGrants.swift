import EssaimDomain
import EssaimWorkflow

/// What surrounds the form by which a problem is told.
public struct ProblemPage: Sendable {
    /// To whose coordination it may be told; one when a demand says it.
    public let networks: [(id: Identifier<Network>, name: String)]
    public let request: AdviceRequest?
    /// What this person told before, newest first.
    public let told: [ReportedProblem]
    public let numbers: [Identifier<AdviceRequest>: RequestNumber]
    public let offsets: OffsetRules
    public let isDemonstration: Bool
}

extension House {
    /// How many of one's own are shown.
    fileprivate static let mostTold = 10

    fileprivate func problemPage(of caller: Caller, about request: AdviceRequest?) async throws -> ProblemPage {
        let isLoopback = isLoopback
        return try await store.read { store in
            let own = request.map { [$0.network] } ?? caller.pools.map(\.network) + caller.networks.map(\.network)
            let all = try store.networks()
            let mine = all.filter { own.contains($0.id) }
            let told = try store.problems(toldBy: caller.person.id, limit: Self.mostTold)
            let zone = (mine.first ?? all.first).flatMap { OffsetRules(named: $0.timeZone) }
            return ProblemPage(
                networks: (mine.isEmpty ? all : mine).map { ($0.id, $0.name) }, request: request, told: told,
                numbers: try store.numbers(of: Set(told.compactMap(\.request))), offsets: zone ?? .centralEuropean,
                isDemonstration: try isLoopback && store.isDemonstration())
        }
    }

    /// Sent twice it is told once.
    fileprivate func tell(
        _ telling: ProblemTelling, by person: Identifier<Person>, about request: Identifier<AdviceRequest>?,
        in network: Identifier<Network>
    ) async throws {
        let outcome = try await store.write { try telling.perform($0, by: person, about: request, in: network) }
        guard let outcome else { return }
        if outcome.raised { bulletin.post(.alarm(outcome.network)) }
    }
}

extension Grant where P == SignedIn {
    public func problemPage() async throws -> ProblemPage {
        try await house.problemPage(of: fact.caller, about: nil)
    }

    /// - Parameter network: one that the page offered.
    public func tell(
        _ kind: ReportedProblem.Kind, _ words: String, in network: Identifier<Network>, _ seal: CommandSeal
    ) async throws {
        let telling = ProblemTelling(kind, words, key: seal.key, at: now, from: seal.place)
        try await house.tell(telling, by: fact.caller.person.id, about: nil, in: network)
    }
}

extension Grant where P == TellProblem {
    public func problemPage() async throws -> ProblemPage {
        try await house.problemPage(of: fact.caller, about: fact.request)
    }

    public func tell(_ kind: ReportedProblem.Kind, _ words: String, _ seal: CommandSeal) async throws {
        let telling = ProblemTelling(kind, words, key: seal.key, at: now, from: seal.place)
        try await house.tell(
            telling, by: fact.caller.person.id, about: fact.request.id, in: fact.request.network)
    }
}

import EssaimDomain
import EssaimWorkflow

/// A network's rota as it stands, eight weeks from a day.
public struct RotaPage: Sendable {
    public let network: Network
    /// All networks whose rota they see, with names.
    public let networks: [(id: Identifier<Network>, name: String)]
    public let today: CivilDate
    public let from: CivilDate
    /// By day, in order; of one team when one is named.
    public let turns: [CivilDate: [Shift]]
    /// Whose turn it is, but they are away then.
    public let away: Set<Shift.Key>
    /// Empty to who does not steer.
    public let findings: [RotaFinding]
    public let alerts: [RotaAlert]
    public let duties: [Duty]
    /// Those that the reader keeps.
    public let keptPosts: [DutyPost]
    /// Who may keep each of these posts.
    public let members: [DutyPost: [Identifier<Person>]]
    public let people: [Identifier<Person>: Person]
    public let steers: Bool
    public let surroundings: Surroundings

    public static let weeks = 8
    /// How far back and ahead one may look.
    public static let years = 10
}

extension Grant where P == ReadRota {
    public func rotaPage(from day: CivilDate?, pool: Identifier<Pool>?) async throws -> RotaPage {
        let (fact, now) = (fact, now)
        let (isLoopback, shelf) = (house.isLoopback, house.shelf)
        return try await house.store.read {
            try $0.rotaPage(
                of: fact.network, for: fact.caller, from: day, pool, on: shelf, at: now, isLoopback: isLoopback)
        }
    }
}

extension Grant where P == KeepRota {
    public func rotaPage(from day: CivilDate? = nil) async throws -> RotaPage {
        let (fact, now) = (fact, now)
        let (isLoopback, shelf) = (house.isLoopback, house.shelf)
        return try await house.store.read {
            try $0.rotaPage(
                of: fact.network, for: fact.caller, from: day, nil, on: shelf, at: now, isLoopback: isLoopback)
        }
    }

    public func add(_ terms: DutyTerms, _ input: Input) async throws -> Result<Void, Refusal> {
        try await looked { try await house.rotas.add(terms, act(input)) }
    }

    public func change(_ terms: DutyTerms, over version: Int, _ input: Input) async throws -> Result<Void, Refusal> {
        guard let duty = fact.duty else { return .failure(.notFound) }
        return try await looked { try await house.rotas.change(duty.id, to: terms, over: version, act(input)) }
    }

    public func end(after day: CivilDate, over version: Int, _ input: Input) async throws -> Result<Void, Refusal> {
        guard let duty = fact.duty else { return .failure(.notFound) }
        return try await looked { try await house.rotas.end(duty.id, after: day, over: version, act(input)) }
    }

    public func change(
        _ seen: Shift.Seen, by change: ShiftChange, _ input: Input
    ) async throws -> Result<Void, Refusal> {
        try await looked { try await house.rotas.change(seen, by: change, act(input)) }
    }

    /// What a change leaves is looked at when it was done: the coordination reads it today.
    private func looked(_ work: () async throws -> Result<Void, Refusal>) async throws -> Result<Void, Refusal> {
        let result = try await work()
        if case .success = result { _ = try await house.rotaWatch.look(at: fact.network.id) }
        return result
    }

    private func act(_ input: Input) -> RotaDesk.Act {
        RotaDesk.Act(on: fact.network.id, by: fact.caller.person.id, from: input.client)
    }
}

extension StoreReader {
    fileprivate func rotaPage(
        of network: Network, for caller: Caller, from day: CivilDate?, _ pool: Identifier<Pool>?, on shelf: RotaShelf,
        at now: Instant, isLoopback: Bool
    ) throws -> RotaPage {
        let today = network.local.date(at: now)
        let first = min(max(day ?? today, today.adding(years: -RotaPage.years)), today.adding(years: RotaPage.years))
            .mondayBefore
        let rota = try shelf.calendar(of: network, by: self)
        let answerers = try answerers(of: network, from: min(first, today))
        let posts = rota.posts.filter { pool == nil || $0.isOf(pool, in: network) }
        let days = (0..<7 * RotaPage.weeks).map { first.adding(days: $0) }
        let turns = days.map { day in (day, posts.flatMap { rota.shifts(on: day, for: $0) }.sorted()) }
        let all = turns.flatMap(\.1)
        let steers = caller.steersRota(of: network.id)
        let kept = caller.keptPosts(in: network)
        let everyone = Set(network.pools.flatMap { answerers.members(of: $0.id) })
        let members = kept.map { post in (post, everyone.filter { answerers.mayKeep(post, $0) }.sorted()) }
        let duties = try kept.isEmpty ? [] : self.rota(of: network.id).duties.filter { kept.contains($0.post) }
        let findings = try steers ? rotaFindings(of: network, on: shelf, at: now) : []
        let named = all.map(\.person) + duties.map(\.person) + findings.flatMap(\.people) + everyone
        return RotaPage(
            network: network,
            networks: try caller.rotas.compactMap { id in try networkName(id).map { (id, $0.name) } },
            today: today, from: first, turns: Dictionary(uniqueKeysWithValues: turns),
            away: Set(all.filter { answerers.presence(of: $0.person).away.overlaps($0.span) }.map(\.key)),
            findings: findings.filter { pool == nil || $0.isOf(pool, in: network) },
            alerts: try steers ? rotaAlerts(of: network.id) : [], duties: duties, keptPosts: kept,
            members: Dictionary(uniqueKeysWithValues: members), people: try people(Set(named)), steers: steers,
            surroundings: try Surroundings(self, of: network.id, isLoopback: isLoopback))
    }
}

extension CivilDate {
    /// The Monday of its week.
    public var mondayBefore: CivilDate { adding(days: 1 - weekday.number) }
}

extension DutyPost {
    /// Of that team, or of a line that it answers.
    fileprivate func isOf(_ pool: Identifier<Pool>?, in network: Network) -> Bool {
        guard let pool else { return true }
        switch self {
        case .pool(let own): return own == pool
        case .line(let line): return network.offer(line)?.pools.values.contains(pool) == true
        }
    }
}

extension RotaFinding {
    fileprivate var people: [Identifier<Person>] {
        switch self {
        case .emptyPool, .nobody: []
        case .gap(let gap): gap.away
        case .doubleBooking(let double): [double.person]
        case .stranger(let person, _, _): [person]
        }
    }

    fileprivate func isOf(_ pool: Identifier<Pool>?, in network: Network) -> Bool {
        switch self {
        case .emptyPool(let own, _): own == pool
        case .nobody(let own, _, _): own == pool
        case .gap(let gap): gap.pool == pool
        case .doubleBooking(let double): double.first.post.isOf(pool, in: network)
        case .stranger(_, let post, _): post.isOf(pool, in: network)
        }
    }
}

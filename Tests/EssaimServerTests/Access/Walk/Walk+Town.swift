import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWorkflow

@testable import EssaimServer

extension Walk {
    /// Answers in a network that has no demand here.
    static let west = Pool(id: "pool-west", name: "Dermatologues de l’Ouest")
    static let third = Network(
        id: "third-network", name: "Troisième réseau",
        zones: [Zone(id: "far-west", name: "Ouest", departements: ["44"])],
        pools: [west], offers: [])

    /// Someone is invited, joins, is suspended or leaves: a structure, a pool, a role.
    mutating func moveMembership() async throws {
        let person = anyone().id
        // Back to active as often as away from it, so that the town does not empty.
        let status =
            Bool.random(using: &random) ? .active : MembershipStatus.allCases.randomElement(using: &random) ?? .ended
        let isIn = status == .active
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            let structure = Self.structures.randomElement(using: &random)?.id ?? Structure.practice.id
            let role = StructureRole.allCases.randomElement(using: &random) ?? .member
            began("\(person) \(status) in \(structure)")
            try await town.server.store.write { try $0.join(person, structure: structure, as: role, status: status) }
            oracle.structures[person, default: []].remove(structure)
            if isIn { oracle.structures[person, default: []].insert(structure) }
        case 1:
            // Doctors only answer.
            guard let expert = Self.people.filter({ $0.profession == .doctor }).randomElement(using: &random)?.id else {
                return
            }
            let pool = [Pool.north, .south, Self.west].randomElement(using: &random)?.id ?? Pool.north.id
            let grade = PoolGrade.allCases.randomElement(using: &random) ?? .senior
            began("\(expert) \(status) \(grade) in \(pool)")
            try await town.server.store.write { try $0.join(expert, pool: pool, as: grade, status: status) }
            oracle.pools[expert, default: [:]][pool] = isIn ? grade : nil
        default:
            let role = NetworkRole.allCases.randomElement(using: &random) ?? .head
            let isHere = Bool.random(using: &random)
            let network = isHere ? Network.sample.id : Network.other.id
            began("\(person) \(status) \(role) of \(network)")
            try await town.server.store.write { try $0.join(person, network: network, as: role, status: status) }
            if isHere {
                oracle.roles[person, default: []].remove(role)
                if isIn { oracle.roles[person, default: []].insert(role) }
            } else {
                oracle.rolesElsewhere[person, default: []].remove(role)
                if isIn { oracle.rolesElsewhere[person, default: []].insert(role) }
            }
        }
        try await lookAround(anyDemand())
    }

    /// An account is closed, or open again. No command of the product does it yet.
    mutating func toggleAccount() async throws {
        let isClosing = oracle.closedAccounts.count < 4 && Bool.random(using: &random)
        let person =
            isClosing
            ? anyone().id : oracle.closedAccounts.sorted().randomElement(using: &random) ?? Person.closed.id
        began("\(person)'s account is \(isClosing ? "closed" : "open")")
        try town.ledger.execute(
            "UPDATE accounts SET is_disabled = \(isClosing ? "TRUE" : "FALSE") WHERE person_id = '\(person)'")
        if isClosing { oracle.closedAccounts.insert(person) } else { oracle.closedAccounts.remove(person) }
        // What they had opened in an emergency goes with the account.
        let opened = oracle.emergencies[person]?.filter { town.clock.now() < $0.value }.keys.sorted().first
        try await lookAround(opened ?? anyDemand(), with: person)
    }

    /// Someone opens a demand in an emergency, by its number.
    mutating func breakGlass() async throws {
        let id = anyDemand()
        let experts = Self.people.filter { oracle.isExpertHere($0.id) && oracle.parts(of: $0.id, in: id).isEmpty }
        let person = Bool.random(using: &random) ? anyone() : experts.randomElement(using: &random) ?? anyone()
        began("\(person.id) opens \(id) in an emergency")
        guard let visitor = try await comeIn(person) else { return }
        let expected = oracle.breakGlass(person.id, id, at: town.clock.now())
        let input = Input(parameters: ["number": numbers[id]?.rawValue ?? "0000-0000"])
        let opening: Oracle.Opening =
            switch try await Self.door.run(town.server.house, visitor, input) {
            case .reply(let reply) where reply.status == 200: .opened
            case .reply(let reply) where reply.status == 429: .tooOften
            case .reply: .unknown
            default: .absent
            }
        try compare(opening, expected, "\(person.id) opens \(id) in an emergency")
        tally.count("emergency", opening == .opened)
        try await lookAround(id)
    }

    /// A few minutes mostly; sometimes an hour, so that sessions and emergencies end; seldom a night.
    mutating func passTime() async {
        let minutes = [1, 2, 5, 10, 10, 31, 61, 720].randomElement(using: &random) ?? 1
        began("\(minutes) min pass")
        town.clock.advance(by: .minutes(minutes))
    }

    /// The door of emergencies without its page.
    private static let door = Endpoint(.post, "/walk", MayBreakGlass.self, needsSeal: false) { grant, input in
        switch try await grant.openInEmergency(input.parameter("number"), reason: "Le patient est devant moi.", input) {
        case .success: Reply(200)
        case .failure(.tooOften): Reply(429)
        case .failure: Reply(422)
        }
    }
}

import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWorkflow

@testable import EssaimServer

/// A random walk through one town: at each step someone reads, acts, comes, goes or loses something, and what the product
/// allows is compared with the oracle's word.
struct Walk {
    let town: ServedTown
    let seed: UInt64
    var random: SeededGenerator
    var oracle = Oracle()
    var step = 0
    /// The last steps, for who looks into a mismatch.
    var lately: [String] = []
    var tally = Tally()
    var sessions: [Identifier<Person>: (session: Session, token: String, known: Oracle.Session)] = [:]
    /// Demands still walked through: those thrown away or long over are left in peace.
    var demands: [Identifier<AdviceRequest>] = []
    var numbers: [Identifier<AdviceRequest>: RequestNumber] = [:]
    var drawn = 0

    static let people = Person.samples
    static let structures: [Structure] = [.practice, .otherPractice, .office]

    init(in town: ServedTown, seed: UInt64) {
        self.town = town
        self.seed = seed
        random = SeededGenerator(seed: seed)
        for (person, structure, _, status) in Town.structures where status == .active {
            oracle.structures[person.id, default: []].insert(structure.id)
        }
        for (person, pool, grade, status) in Town.pools where status == .active {
            oracle.pools[person.id, default: [:]][pool.id] = grade
        }
        for (person, network, role, status) in Town.networks where status == .active {
            if network.id == Network.sample.id {
                oracle.roles[person.id, default: []].insert(role)
            } else {
                oracle.rolesElsewhere[person.id, default: []].insert(role)
            }
        }
        oracle.closedAccounts = [Person.closed.id]
    }

    mutating func run(steps: Int) async throws {
        try await town.server.store.write { try $0.save(Self.third) }
        while step < steps {
            if demands.count < 8 { try await open() }
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<40: try await visit()
            case 40..<80: try await act()
            case 80..<86: try await moveMembership()
            case 86..<89: try await toggleAccount()
            case 89..<92: try await leave()
            case 92..<96: try await breakGlass()
            case 96..<97: await passTime()
            case 97..<98: try await widen()
            default: try await open()
            }
        }
    }

    // Choosing.

    mutating func anyone() -> Person { Self.people.randomElement(using: &random) ?? .asker }

    mutating func anyDemand() -> Identifier<AdviceRequest> {
        // One in thirty does not exist.
        Int.random(in: 0..<30, using: &random) == 0 ? "nowhere" : demands.randomElement(using: &random) ?? "nowhere"
    }

    /// Now and then someone at all; mostly someone who has a part in it, who answers for it as often as who only sees it.
    mutating func someone(about id: Identifier<AdviceRequest>) -> Person {
        let concerned = Self.people.filter { !oracle.parts(of: $0.id, in: id).isEmpty || oracle.books($0.id, id) }
        let responsible = concerned.filter {
            !oracle.parts(of: $0.id, in: id).isDisjoint(with: [.holder, .junior, .validator])
        }
        return switch Int.random(in: 0..<4, using: &random) {
        case 0: anyone()
        case 1: concerned.randomElement(using: &random) ?? anyone()
        default: responsible.randomElement(using: &random) ?? concerned.randomElement(using: &random) ?? anyone()
        }
    }

    mutating func began(_ what: String) {
        step += 1
        lately = lately.suffix(9) + ["\(step): \(what)"]
    }

    func compare<T: Equatable>(_ allowed: T, _ expected: T, _ what: String) throws {
        if allowed == expected { return }
        throw Mismatch(seed: seed, step: step, what: "\(what): \(allowed), the oracle says \(expected)", lately: lately)
    }

    struct Mismatch: Error, CustomStringConvertible {
        let seed: UInt64
        let step: Int
        let what: String
        let lately: [String]
        var description: String {
            "seed \(seed), step \(step): \(what)\n" + lately.joined(separator: "\n")
        }
    }

    /// How often each thing was allowed and refused.
    struct Tally: Sendable {
        var counts: [String: (yes: Int, no: Int)] = [:]

        mutating func count(_ what: String, _ isAllowed: Bool) {
            counts[what, default: (0, 0)].yes += isAllowed ? 1 : 0
            counts[what, default: (0, 0)].no += isAllowed ? 0 : 1
        }

        mutating func add(_ other: Tally) {
            for (what, count) in other.counts {
                counts[what, default: (0, 0)].yes += count.yes
                counts[what, default: (0, 0)].no += count.no
            }
        }
    }
}

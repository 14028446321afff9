import EssaimDomain
import EssaimTestSupport

@testable import EssaimIdentity
@testable import EssaimServer
@testable import EssaimWorkflow

/// How long sign-ins took to be refused, in milliseconds.
struct RefusalTimes {
    var known: [Double] = []
    var unknown: [Double] = []

    /// So many callers, who do not begin together. Half of the sign-ins are for logins of `known`, each from an address of its own, so that no limit is met.
    static func measure(_ desk: AccountDesk, known: [String], count: Int, callers: Int) async throws -> RefusalTimes {
        var order: [(login: String, isKnown: Bool)] = []
        for number in 0..<count / 2 {
            order.append((known[number % known.count], true))
            order.append(("nobody-\(number)", false))
        }
        order.shuffle()
        let drawn = order
        return try await withThrowingTaskGroup(of: RefusalTimes.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    var times = RefusalTimes()
                    try await Task.sleep(for: .milliseconds(2 * caller))
                    for number in stride(from: caller, to: drawn.count, by: callers) {
                        let (login, isKnown) = drawn[number]
                        let knock = AccountDesk.Knock(from: "\(count).\(number)")
                        let start = ContinuousClock.now
                        let stage = try await desk.signIn(login: login, password: "fauvette grisette 4711", knock)
                        let time = (ContinuousClock.now - start) / .milliseconds(1)
                        guard stage == nil else { continue }
                        if isKnown { times.known.append(time) } else { times.unknown.append(time) }
                    }
                    return times
                }
            }
            return try await group.reduce(into: RefusalTimes()) { all, some in
                all.known += some.known
                all.unknown += some.unknown
            }
        }
    }
}

/// Welch's test of two means whose variances differ.
enum Welch {
    static func t(_ a: [Double], _ b: [Double]) -> Double {
        func look(_ times: [Double]) -> (mean: Double, share: Double) {
            let mean = times.reduce(0, +) / Double(times.count)
            let squares = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return (mean, squares / Double(times.count - 1) / Double(times.count))
        }
        let (a, b) = (look(a), look(b))
        return (a.mean - b.mean) / (a.share + b.share).squareRoot()
    }
}

/// Works for those who exist, and says no at once to the others: what must not be.
struct CarelessPasswords: Passwords {
    func hash(_ password: String) async throws -> String { "" }
    func fault(in password: String, for context: PasswordContext) async throws -> String? { nil }
    func isOutdated(_ hash: String) -> Bool { false }

    func verify(_ password: String, against hash: String?) async throws -> Bool {
        if hash != nil { try await Task.sleep(for: .milliseconds(1)) }
        return false
    }
}

extension Argon2Cost {
    /// The least that libargon2 takes.
    static let least = Argon2Cost(passes: 1, memory: 8, lanes: 1)
}

extension ServedTown {
    /// Logins of people who are made here.
    func manyLogins(_ count: Int) async throws -> [String] {
        try await server.store.write { tx in
            try (0..<count).map { number in
                let person = Person.sample("many-\(number)", "Essai", "Numéro \(number)", .none)
                try tx.insert(person)
                try tx.insert(Account(person: person.id, login: person.id.rawValue, passwordHash: nil))
                return person.id.rawValue
            }
        }
    }

    func give(_ logins: [String], _ hash: String) async throws {
        try await server.store.write { tx in
            for login in logins { try tx.setPassword(hash, of: Identifier(login)) }
        }
    }

    /// The house's desk, with passwords checked otherwise.
    func desk(_ passwords: any Passwords, beat: Duration = .milliseconds(250)) -> AccountDesk {
        let real = server.accounts
        return AccountDesk(
            store: server.store, clock: clock, passwords: passwords, factors: real.factors, masters: real.masters,
            tokens: real.tokens, refusalBeat: beat)
    }
}

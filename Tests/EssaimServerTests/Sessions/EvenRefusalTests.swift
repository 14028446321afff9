import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import Testing

@testable import EssaimServer
@testable import EssaimWorkflow

/// A refused sign-in says by nothing, its time included, whether the login exists (ASVS 6.3.8).
struct EvenRefusalTests {
    /// Each with why it is refused.
    static let refused = [
        ("asker", "a wrong password"), ("closed", "a closed account"), ("nobody-of-that-name", "an unknown login"),
        ("colleague", "an account that has no password yet"), (" ASKER ", "the same, spelt otherwise"),
    ]

    @Test(arguments: refused)
    func `every refusal checks one password, and is answered on the beat`(_ login: String, _ why: String) async throws {
        try await ServedTown.open { town in
            for person in [Person.asker, .closed] {
                try await town.setPassword("mésange charbonnière 4711", of: person)
            }
            let passwords = CountingPasswords()
            let real = town.server.accounts
            let desk = AccountDesk(
                store: town.server.store, clock: town.clock, passwords: passwords, factors: real.factors,
                masters: real.masters, tokens: real.tokens)
            let start = ContinuousClock.now
            let stage = try await desk.signIn(login: login, password: "fauvette grisette 4711", AccountDesk.Knock())
            let time = ContinuousClock.now - start
            #expect(stage == nil, "\(why)")
            #expect(passwords.checks == 1, "\(why)")
            // Nothing here takes a hash's time: only the beat makes it wait.
            #expect(time >= desk.refusalBeat && desk.refusalBeat == .milliseconds(250), "\(why): \(time)")
        }
    }

    @Test func `against nobody's hash the same work is done as against someone's`() async throws {
        try await ServedTown.open { town in
            let hash = try await town.server.passwords.hash("mésange charbonnière 4711")
            // The least of several: what else the machine does only adds.
            func least(_ hash: String?) async throws -> Duration {
                var least = Duration.seconds(60)
                for _ in 0..<7 {
                    let start = ContinuousClock.now
                    let isRight = try await town.server.passwords.verify("fauvette grisette 4711", against: hash)
                    least = min(least, ContinuousClock.now - start)
                    #expect(!isRight)
                }
                return least
            }
            let (someone, nobody) = (try await least(hash), try await least(nil))
            #expect(nobody > someone / 3 && someone > nobody / 3, "\(someone), \(nobody)")
        }
    }
}

/// Says no at once, and counts how often it was asked.
private final class CountingPasswords: Passwords {
    private let count = Mutex(0)

    var checks: Int { count.withLock { $0 } }

    func hash(_ password: String) async throws -> String { "" }

    func fault(in password: String, for context: PasswordContext) async throws -> String? { nil }

    func isOutdated(_ hash: String) -> Bool { false }

    func verify(_ password: String, against hash: String?) async throws -> Bool {
        count.withLock { $0 += 1 }
        return false
    }
}

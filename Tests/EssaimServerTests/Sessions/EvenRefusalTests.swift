import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Logging
import Synchronization
import Testing

@testable import EssaimIdentity
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
            let desk = town.desk(passwords)
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

    /// Twenty thousand refusals, half of them of people who exist, in an order drawn by lot, many at once as on a busy
    /// server. A hash costs as little as Argon2id can here: what one does more than the other would show the better.
    @Test func `by the time of twenty thousand refusals nobody tells who exists (Welch, |t| under 4.5)`() async throws {
        try await ServedTown.open { town in
            let people = try await town.manyLogins(100)
            let hasher = PasswordHasher(cost: .least, threads: 2, waiting: 1_000)
            let passwords = HashedPasswords(hasher: hasher, leaked: nil, logger: Logger(label: "tests"))
            try await town.give(people, try await passwords.hash("mésange charbonnière 4711"))
            let desk = town.desk(passwords)
            // Warm caches are everybody's.
            _ = try await RefusalTimes.measure(desk, known: people, count: 400, callers: 120)
            let times = try await RefusalTimes.measure(desk, known: people, count: 20_000, callers: 120)
            #expect(times.known.count == 10_000 && times.unknown.count == 10_000)
            let t = Welch.t(times.known, times.unknown)
            #expect(abs(t) < 4.5, "t = \(t)")
            // Five milliseconds more for some would not have gone unseen.
            #expect(abs(Welch.t(times.known, times.known.map { $0 + 5 })) > 4.5)
            try await hasher.shutdown()
        }
    }

    /// What the figure above is worth: without the decoy's work and without the beat, few are enough.
    @Test func `the same figure sees a millisecond between them`() async throws {
        try await ServedTown.open { town in
            let people = try await town.manyLogins(20)
            try await town.give(people, "$argon2id$")
            let desk = town.desk(CarelessPasswords(), beat: .zero)
            let times = try await RefusalTimes.measure(desk, known: people, count: 1_000, callers: 2)
            #expect(Welch.t(times.known, times.unknown) > 4.5)
        }
    }

    /// By hand: means 3 and 5, variances 2.5 and 10, five of each: (3 − 5) ÷ √(2.5/5 + 10/5).
    @Test func `Welch's t of a table worked out by hand`() {
        #expect(abs(Welch.t([1, 2, 3, 4, 5], [1, 3, 5, 7, 9]) - -1.2649110640673518) < 1e-12)
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

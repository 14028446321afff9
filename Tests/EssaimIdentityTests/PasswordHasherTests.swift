import Dispatch
import Synchronization
import Testing

@testable import EssaimIdentity

@Suite struct `Hashing passwords` {
    /// Cheap, for tests about something else than cost.
    static let cheap = Argon2Cost(passes: 1, memory: 64, lanes: 1)

    /// Runs with a hasher and shuts it down, whatever happens.
    private func with(
        _ hasher: PasswordHasher = PasswordHasher(cost: cheap), _ body: (PasswordHasher) async throws -> Void
    ) async throws {
        do {
            try await body(hasher)
        } catch {
            try await hasher.shutdown()
            throw error
        }
        try await hasher.shutdown()
    }

    /// From libargon2's own test suite, version 19.
    @Test(arguments: [
        ("password", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"),
        ("password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
        ("password", "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"),
    ])
    func `a known hash is verified and no other password with it`(_ password: String, _ phc: String) async throws {
        let hash = try #require(PasswordHash(phc: phc))
        try await with { hasher async throws in
            #expect(try await hasher.verify(password, against: hash))
            #expect(try await hasher.verify(password + " ", against: hash) == false)
            #expect(try await hasher.verify("", against: hash) == false)
        }
    }

    @Test func `a password is verified against its own hash, and each hash has its salt`() async throws {
        try await with { hasher async throws in
            let first = try await hasher.hash("quatre mots sans lien")
            let second = try await hasher.hash("quatre mots sans lien")
            #expect(first.phc != second.phc)
            #expect(try await hasher.verify("quatre mots sans lien", against: first))
            #expect(try await hasher.verify("quatre mots sans lien", against: second))
            #expect(try await hasher.verify("Quatre mots sans lien", against: first) == false)
            #expect(try await hasher.verify("quatre mots sans lie", against: first) == false)
            let reread = try #require(PasswordHash(phc: first.phc))
            #expect(try await hasher.verify("quatre mots sans lien", against: reread))
        }
    }

    @Test func `an accent typed in one stroke or two is the same password`() async throws {
        try await with { hasher async throws in
            let hash = try await hasher.hash("l'\u{E9}t\u{E9} en Bretagne")
            #expect(try await hasher.verify("l'e\u{301}te\u{301} en Bretagne", against: hash))
        }
    }

    @Test func `the standard cost is two passes over nineteen mebibytes`() async throws {
        try await with(PasswordHasher()) { hasher async throws in
            let hash = try await hasher.hash("x")
            #expect(hash.phc.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
            #expect(hash.salt.count == 16 && hash.digest.count == 32)
            #expect(!hasher.needsRehash(hash))
        }
    }

    @Test func `a hash made at another cost is to be made again`() async throws {
        let old = try #require(PasswordHash(phc: `Stored password hashes`.good))
        try await with { hasher async throws in
            #expect(hasher.needsRehash(old))
            #expect(try await hasher.needsRehash(hasher.hash("x")) == false)
        }
    }

    @Test func `an unknown login costs the same work and is never let in`() async throws {
        try await with { hasher async throws in
            #expect(hasher.decoy.cost == Self.cheap)
            #expect(hasher.decoy.salt.count == 16 && hasher.decoy.digest.count == 32)
            #expect(try await hasher.verifyUnknown("password") == false)
            #expect(try await hasher.verifyUnknown("") == false)
        }
    }

    @Test func `beyond its seats the hasher is busy at once, and serves again when they are left`() async throws {
        try await with(PasswordHasher(cost: Self.cheap, threads: 2, waiting: 3)) { hasher async throws in
            let gate = DispatchSemaphore(value: 0)
            let inside = Crowd()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<5 {
                    group.addTask {
                        try await hasher.run {
                            inside.enter()
                            gate.wait()
                            inside.leave()
                        }
                    }
                }
                while hasher.seats.count > 0 { await Task.yield() }
                // Were these two let in, they would wait for the gate that opens only once they have been answered.
                let late = Answers()
                group.addTask { await late.add { _ = try await hasher.hash("x") } }
                group.addTask { await late.add { _ = try await hasher.verifyUnknown("x") } }
                for _ in 0..<100_000 where late.all.count < 2 { await Task.yield() }
                #expect(late.all == [.busy, .busy])
                for _ in 0..<5 { gate.signal() }
                try await group.waitForAll()
            }
            #expect(inside.most <= 2)
            #expect(hasher.seats.count == 5)
            #expect(try await hasher.verifyUnknown("x") == false)
        }
    }

    @Test func `a seat is left when the work fails`() async throws {
        try await with(PasswordHasher(cost: Self.cheap, threads: 1, waiting: 0)) { hasher async throws in
            for _ in 0..<3 {
                await #expect(throws: PasswordHasher.Fault.failed(code: -1)) {
                    try await hasher.run { () throws(PasswordHasher.Fault) in throw .failed(code: -1) }
                }
            }
            #expect(hasher.seats.count == 1)
        }
    }

    @Test func `a hasher that was shut down says so`() async throws {
        let hasher = PasswordHasher(cost: Self.cheap)
        try await hasher.shutdown()
        await #expect(throws: PasswordHasher.Fault.stopped) { try await hasher.hash("x") }
        #expect(PasswordHasher.Fault.busy.message.hasSuffix("Réessayez dans quelques secondes."))
    }
}

/// How many are inside, and the most there ever were.
private final class Crowd: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func enter() { state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
    func leave() { state.withLock { $0.now -= 1 } }
}

/// What the callers were told, in order.
private final class Answers: Sendable {
    private let answers = Mutex<[PasswordHasher.Fault?]>([])

    var all: [PasswordHasher.Fault?] { answers.withLock { $0 } }

    func add(_ call: () async throws -> Void) async {
        var answer: PasswordHasher.Fault?
        do { try await call() } catch { answer = error as? PasswordHasher.Fault }
        answers.withLock { [answer] in $0.append(answer) }
    }
}

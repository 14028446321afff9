import Foundation
import NIOPosix

/// Hashes and checks passwords with Argon2id, on threads of its own.
///
/// At most `threads` hashes run and `waiting` wait; beyond that a call fails at once with `busy`, so that a storm of
/// sign-ins takes neither the memory nor the patience of the rest; the threads stand behind those of the pages for a
/// processor. Text is put in NFC first: é typed on two keyboards
/// is one password.
public final class PasswordHasher: Sendable {
    public enum Fault: Error, Sendable, Equatable {
        /// Too many are waiting; to be tried again in a few seconds.
        case busy
        /// The hasher has been shut down, or the caller's task was cancelled while it waited.
        case stopped
        /// libargon2 refused; `code` is its own.
        case failed(code: Int32)

        /// What the page says: what happened, why, what to do.
        public var message: String {
            switch self {
            case .busy, .stopped:
                "La connexion n’a pas pu être vérifiée\u{A0}: trop de personnes se connectent en même temps. "
                    + "Réessayez dans quelques secondes."
            case .failed:
                "La connexion n’a pas pu être vérifiée\u{A0}: le serveur manque de mémoire. Réessayez dans un instant."
            }
        }
    }

    private let cost: Argon2Cost
    private let pool: NIOThreadPool
    /// Threads and waiting room together.
    let seats: Seats
    let decoy: PasswordHash

    public init(cost: Argon2Cost = .standard, threads: Int = 2, waiting: Int = 64) {
        self.cost = cost
        pool = NIOThreadPool(numberOfThreads: threads)
        seats = Seats(threads + waiting)
        // Nobody's password: the digest is random, so that no text gives it.
        decoy = PasswordHash(cost: cost, salt: Self.randomBytes(16), digest: Self.randomBytes(32))
        pool.start()
    }

    /// To be called once, at shutdown; calls still waiting fail with `stopped`.
    public func shutdown() async throws { try await pool.shutdownGracefully() }

    /// A new hash, with a salt of its own.
    public func hash(_ password: String) async throws(Fault) -> PasswordHash {
        let cost = cost
        let bytes = Self.bytes(password)
        return try await run { () throws(Fault) in
            let salt = Self.randomBytes(16)
            return PasswordHash(
                cost: cost, salt: salt, digest: try Argon2.id(bytes, salt: salt, cost: cost, length: 32))
        }
    }

    /// True when the password is the one hashed. Its time does not depend on the answer.
    public func verify(_ password: String, against hash: PasswordHash) async throws(Fault) -> Bool {
        let bytes = Self.bytes(password)
        return try await run { () throws(Fault) in
            let digest = try Argon2.id(bytes, salt: hash.salt, cost: hash.cost, length: hash.digest.count)
            return ConstantTime.equal(digest, hash.digest)
        }
    }

    /// For a login that does not exist: the same work as a check, and always false. Without it, the time of the answer
    /// would tell which logins exist.
    public func verifyUnknown(_ password: String) async throws(Fault) -> Bool {
        _ = try await verify(password, against: decoy)
        return false
    }

    /// True when a hash was made at another cost: after a good sign-in, hash again and save.
    public func needsRehash(_ hash: PasswordHash) -> Bool {
        hash.cost != cost || hash.salt.count != 16 || hash.digest.count != 32
    }

    /// Runs on the pool once a seat is free, or throws `busy`.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws(Fault) -> Value) async throws(Fault) -> Value {
        guard seats.take() else { throw .busy }
        defer { seats.leave() }
        do {
            return try await pool.runIfActive {
                Self.standBehind()
                return try work()
            }
        } catch let fault as Fault {
            throw fault
        } catch {
            throw .stopped
        }
    }

    /// This thread has what those of the pages leave: on Linux a nice value is a thread's own (setpriority(2), NOTES). Said
    /// again each time, for a call that costs nothing beside a hash. Measured with 200 at once: docs/benchmarks.md.
    private static func standBehind() {
        #if os(Linux)
            _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
        #endif
    }

    private static func bytes(_ password: String) -> [UInt8] {
        Array(password.precomposedStringWithCanonicalMapping.utf8)
    }

    private static func randomBytes(_ count: Int) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
}

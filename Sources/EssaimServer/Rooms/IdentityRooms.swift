import EssaimIdentity
import EssaimWorkflow

/// Argon2id on its bounded pool, as the account desk asks for it.
struct HashedPasswords: Passwords {
    let hasher: PasswordHasher

    func hash(_ password: String) async throws -> String {
        do throws(PasswordHasher.Fault) {
            return try await hasher.hash(password).phc
        } catch {
            throw error == .busy ? SignInBusy() : error as any Error
        }
    }

    func verify(_ password: String, against hash: String?) async throws -> Bool {
        do throws(PasswordHasher.Fault) {
            guard let hash = hash.flatMap({ PasswordHash(phc: $0) }) else {
                return try await hasher.verifyUnknown(password)
            }
            return try await hasher.verify(password, against: hash)
        } catch {
            throw error == .busy ? SignInBusy() : error as any Error
        }
    }
}

/// 256 random bits, kept as their SHA-256.
struct SessionTokens: Tokens {
    func make() -> String { SessionToken().text }

    /// What is no token of ours has the digest of nothing, which no session bears.
    func hash(_ token: String) -> [UInt8] { SessionToken(token)?.digest.bytes ?? [] }
}

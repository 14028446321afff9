import EssaimDocuments
import EssaimDomain
import EssaimHTTP
import EssaimIdentity
import EssaimWorkflow
import Logging
import NIOPosix

/// Argon2id on its bounded pool, and what no password may be, as the account desk asks for them.
struct HashedPasswords: Passwords {
    let hasher: PasswordHasher
    /// The operator's own list of leaked passwords, beside the one that is built in.
    let leaked: BreachedFile?
    let logger: Logger

    func hash(_ password: String) async throws -> String {
        do throws(PasswordHasher.Fault) {
            return try await hasher.hash(password).phc
        } catch {
            throw error == .busy ? SignInBusy() : error as any Error
        }
    }

    func fault(in password: String, for context: PasswordContext) async throws -> String? {
        do throws(PasswordFault) {
            try PasswordPolicy.check(password, for: context)
        } catch {
            return error.message
        }
        // A disk is read, on threads that may wait for it.
        let isLeaked = try await NIOThreadPool.singleton.runIfActive {
            if EmbeddedData.breached?.contains(password) == true { return true }
            do throws(BreachedFile.Fault) {
                return try leaked?.contains(password) ?? false
            } catch {
                logger.error("breachedPasswords not read", metadata: ["why": "\(error)"])
                return false
            }
        }
        return isLeaked ? PasswordFault.breached.message : nil
    }

    func isOutdated(_ hash: String) -> Bool { PasswordHash(phc: hash).map(hasher.needsRehash) ?? false }

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

/// Codes, keys and paper, as the account desk asks for them.
struct FactorRoom: SecondFactors {
    /// As an application shows it.
    let site: String
    let ceremony: PasskeyCeremony
    let logger: Logger

    init(_ origin: PublicOrigin, logger: Logger) {
        site = "Essaim \(origin.host)"
        ceremony = PasskeyCeremony(origin: origin.text, site: origin.host)
        self.logger = logger
    }

    func period(of code: String, secret: [UInt8], at now: Instant, after last: Int?) -> Int? {
        TimeCode(secret: secret).step(of: code, at: now, after: last)
    }

    func setUp(_ secret: [UInt8], for login: String) -> TimeCodeSetUp {
        let code = TimeCode(secret: secret)
        let symbol = try? QRSymbol(code.address(site: site, login: login))
        return TimeCodeSetUp(
            typed: code.typed,
            square: symbol.map { symbol in
                TimeCodeSetUp.Square(
                    side: symbol.side,
                    runs: symbol.runs.map { .init(column: $0.column, row: $0.row, length: $0.length) })
            })
    }

    func digest(ofRecovery typed: String) -> [UInt8]? { RecoveryCode(typed)?.digest }

    func newRecoveryCodes() -> [(printed: String, digest: [UInt8])] {
        var random = SystemRandomNumberGenerator()
        return (0..<RecoveryCode.count).map { _ in
            let code = RecoveryCode(using: &random)
            return (code.printed, code.digest)
        }
    }

    func newChallenge() -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    func key(of answer: NewPasskey, challenge: [UInt8]) -> Passkey.Key? {
        do throws(PasskeyFault) {
            return try ceremony.register(answer, challenge: challenge)
        } catch {
            logger.notice("passkey not taken", metadata: ["why": "\(error.rawValue)"])
            return nil
        }
    }

    func count(of answer: PasskeyAnswer, by key: Passkey.Key, challenge: [UInt8]) -> UInt32? {
        do throws(PasskeyFault) {
            return try ceremony.verify(answer, by: key, challenge: challenge)
        } catch {
            logger.notice("passkey refused", metadata: ["why": "\(error.rawValue)"])
            return nil
        }
    }
}

/// Hashes and checks passwords, on threads of its own.
public protocol Passwords: Sendable {
    func hash(_ password: String) async throws -> String
    /// What is wrong with a new password, and what to do; nil for a good one.
    func fault(in password: String, for context: PasswordContext) async throws -> String?
    /// Whether a hash was made at another cost than today’s: after a right password, hash again.
    func isOutdated(_ hash: String) -> Bool
    /// Against nothing, as long as against a hash: who is unknown cannot be told from who mistyped.
    func verify(_ password: String, against hash: String?) async throws -> Bool
}

/// What someone’s password is not made of (ASVS 5.0, 6.1.2; docs/signing-in.md, « Passwords »).
public struct PasswordContext: Sendable, Equatable {
    /// Theirs, in no password of theirs: login, names, mail addresses, RPPS.
    public let own: [String]
    /// Names of where they work, which count for nothing in it.
    public let places: [String]

    public init(own: [String] = [], places: [String] = []) {
        self.own = own
        self.places = places
    }
}

/// A login storm: the sign-in is refused for now, the rest of the house goes on.
public struct SignInBusy: Error, Sendable { public init() {} }

/// Makes session tokens, and hashes them for storage.
public protocol Tokens: Sendable {
    /// 256 random bits as text.
    func make() -> String
    func hash(_ token: String) -> [UInt8]
}

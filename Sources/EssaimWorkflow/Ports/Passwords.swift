/// Hashes and checks passwords, on threads of its own.
public protocol Passwords: Sendable {
    func hash(_ password: String) async throws -> String
    /// What is wrong with a new password, and what to do; nil for a good one.
    func fault(in password: String, login: String) -> String?
    /// Against nothing, as long as against a hash: who is unknown cannot be told from who mistyped.
    func verify(_ password: String, against hash: String?) async throws -> Bool
}

/// A login storm: the sign-in is refused for now, the rest of the house goes on.
public struct SignInBusy: Error, Sendable { public init() {} }

/// Makes session tokens, and hashes them for storage.
public protocol Tokens: Sendable {
    /// 256 random bits as text.
    func make() -> String
    func hash(_ token: String) -> [UInt8]
}

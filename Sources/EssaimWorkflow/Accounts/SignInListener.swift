/// Why a sign-in that is nobody's was refused.
public enum RefusedSignIn: String, Sendable, CaseIterable {
    case unknownLogin = "unknown login"
    case unknownKey = "unknown key or step"
}

/// Hears of attempts that are nobody's, and so leave no entry in the journal.
public protocol SignInListener: Sendable {
    func refused(_ why: RefusedSignIn, from place: String)
}

/// For who listens to nothing.
public struct NoSignInListener: SignInListener {
    public init() {}
    public func refused(_ why: RefusedSignIn, from place: String) {}
}

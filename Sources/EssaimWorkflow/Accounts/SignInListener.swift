/// Why a sign-in that is nobody's was refused.
public enum RefusedSignIn: Sendable, Equatable {
    case unknownLogin
    case unknownKey
    /// Begun in another browser, too long ago, or ended already.
    case over
    /// They declined at the provider, or it gave no code.
    case declined
    /// What the provider answered, or did not.
    case provider(ProviderFault)

    /// For the technical log.
    public var words: String {
        switch self {
        case .unknownLogin: "unknown login"
        case .unknownKey: "unknown key or step"
        case .over: "begun elsewhere or over"
        case .declined: "declined at the provider"
        case .provider(let fault): "provider, \(fault.rawValue)"
        }
    }
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

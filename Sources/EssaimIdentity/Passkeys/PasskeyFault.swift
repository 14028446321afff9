/// Why a passkey was not taken (WebAuthn Level 3, §7.1 and §7.2: the step that it failed). For the technical log; who signs in
/// is told one sentence.
public enum PasskeyFault: String, Error, Sendable, Equatable {
    /// What the browser says of the ceremony is unreadable.
    case clientData
    /// Registration taken for a sign-in, or the reverse.
    case ceremony
    /// Another challenge than ours: an old answer, or someone else's.
    case challenge
    /// Made for another site.
    case origin
    /// Framed by another site.
    case crossOrigin
    /// What the authenticator says is unreadable.
    case authenticatorData
    /// The key was made for another site's name.
    case site
    /// Nobody touched the authenticator.
    case userAbsent
    /// The authenticator did not check who touched it (fingerprint, face, PIN).
    case userNotVerified
    /// A key of a kind that we did not ask for, or malformed.
    case key
    case signature
    /// A counter that went back: there is a copy of the authenticator.
    case counter
    /// The credential's name is longer than 1,023 bytes, or is not the one that the browser says.
    case identifier
}

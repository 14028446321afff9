import EssaimDomain

/// What an assertion says of itself before anything is proven: by whom, under which key, by which algorithm.
public struct ClaimedClient: Sendable, Equatable {
    public let account: Identifier<SoftwareAccount>
    public let key: String
    public let algorithm: String

    public init(account: Identifier<SoftwareAccount>, key: String, algorithm: String) {
        self.account = account
        self.key = key
        self.algorithm = algorithm
    }
}

/// What a signed assertion says (RFC 7523, §3). Moments in seconds since 1970.
public struct ClientAssertion: Sendable, Equatable {
    public let issuer: String
    public let subject: String
    /// Of an assertion that names one audience, as a text.
    public let audience: String
    public let issuedAt: Double
    public let expiresAt: Double
    public let notBefore: Double?
    public let name: String

    /// More would be an assertion that whoever finds it may still use.
    public static let longestLife = 300.0
    /// How far ahead of ours the other clock may be.
    public static let leeway = 30.0
    /// In UTF-8.
    public static let longest = 8192
    public static let longestName = 255

    public init(
        issuer: String, subject: String, audience: String, issuedAt: Double, expiresAt: Double,
        notBefore: Double? = nil, name: String
    ) {
        self.issuer = issuer
        self.subject = subject
        self.audience = audience
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.notBefore = notBefore
        self.name = name
    }

    /// For this account, for this server, for now, and for no longer than it takes.
    public func holds(for account: Identifier<SoftwareAccount>, at audience: String, now: Instant) -> Bool {
        let now = Double(now.milliseconds) / 1000
        // Compared so that what is no number is refused.
        return issuer == account.rawValue && subject == account.rawValue && self.audience == audience
            && (1...Self.longestName).contains(name.utf8.count)
            && now < expiresAt && issuedAt <= now + Self.leeway && expiresAt > issuedAt
            && expiresAt - issuedAt <= Self.longestLife && (notBefore.map { $0 <= now + Self.leeway } ?? true)
    }

    /// Until when the name of one that `holds` is kept: as long as it could be shown again, to a server whose clock is behind.
    public var forgottenAt: Instant { Instant(milliseconds: Int64((expiresAt * 1000).rounded(.up))) + .minutes(1) }
}

/// Reads what programs sign.
public protocol ClientAssertions: Sendable {
    /// Nil for what is no signed assertion of an algorithm that we take.
    func claimed(_ assertion: String) -> ClaimedClient?
    /// Nil unless that key signed it, by an algorithm of its kind.
    func verified(_ assertion: String, by key: SoftwareKey) async -> ClientAssertion?
    /// The kind of a public key and its PEM as we keep it.
    func publicKey(_ pem: String) throws(PublicKeyFault) -> (kind: SoftwareKey.Kind, pem: String)
}

/// Why a key is not taken.
public enum PublicKeyFault: Error, Sendable {
    /// The half that nobody but its owner may have.
    case isPrivate
    /// An RSA key under 3,072 bits.
    case weak
    /// No PEM of a P-256, Ed25519 or RSA key.
    case unreadable
}

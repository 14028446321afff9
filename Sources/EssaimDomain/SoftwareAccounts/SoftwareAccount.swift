/// A program that a network lets in, by keys of its own and for named scopes. Its id is never given again.
public struct SoftwareAccount: Sendable, Equatable {
    public let id: Identifier<SoftwareAccount>
    /// It reads of this network, and of no other.
    public let network: Identifier<Network>
    public let name: String
    public let scopes: Set<SoftwareScope>
    public let madeAt: Instant
    public let closedAt: Instant?

    public init(
        id: Identifier<SoftwareAccount>, network: Identifier<Network>, name: String, scopes: Set<SoftwareScope>,
        madeAt: Instant, closedAt: Instant? = nil
    ) {
        self.id = id
        self.network = network
        self.name = name
        self.scopes = scopes
        self.madeAt = madeAt
        self.closedAt = closedAt
    }

    public var isOpen: Bool { closedAt == nil }
}

/// The public half of a key by which a program shows who it is. The other half never comes here.
public struct SoftwareKey: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case p256, ed25519, rsa

        /// What may be signed with it (RFC 7518, §3.1; RFC 8037, §3.1): none is symmetric.
        public var algorithms: [String] {
            switch self {
            case .p256: ["ES256"]
            case .ed25519: ["EdDSA"]
            case .rsa: ["PS256", "RS256"]
            }
        }
    }

    public let account: Identifier<SoftwareAccount>
    /// As the header of an assertion names it.
    public let name: String
    public let kind: Kind
    /// SubjectPublicKeyInfo (RFC 5280, §4.1) between the lines of a PEM.
    public let pem: String
    public let notBefore: Instant
    public let notAfter: Instant

    /// The old one and the new one, while one follows the other.
    public static let mostAtOnce = 2
    public static let longestLife = Duration.days(730)
    /// 128 bits of strength, as the curves have (NIST SP 800-57 part 1, table 2).
    public static let leastRSABits = 3072

    public init(
        account: Identifier<SoftwareAccount>, name: String, kind: Kind, pem: String, notBefore: Instant,
        notAfter: Instant
    ) {
        self.account = account
        self.name = name
        self.kind = kind
        self.pem = pem
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    public func isUsable(at now: Instant) -> Bool { notBefore <= now && now < notAfter }

    /// 1 to 64 letters, digits, `-`, `_` and `.`.
    public static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                switch $0 {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}

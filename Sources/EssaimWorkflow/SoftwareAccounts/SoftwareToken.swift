import EssaimDomain

/// What a program calls with for some minutes; the token itself is known to it alone.
public struct SoftwareToken: Sendable, Equatable {
    public let tokenHash: [UInt8]
    public let account: Identifier<SoftwareAccount>
    /// The key that earned it: taken away, it takes the token along.
    public let key: String
    public let scopes: Set<SoftwareScope>
    public let endsAt: Instant

    public static let lasts = Duration.minutes(10)

    public init(
        tokenHash: [UInt8], account: Identifier<SoftwareAccount>, key: String, scopes: Set<SoftwareScope>,
        endsAt: Instant
    ) {
        self.tokenHash = tokenHash
        self.account = account
        self.key = key
        self.scopes = scopes
        self.endsAt = endsAt
    }
}

/// A program that showed a good token, with what it may do now.
public struct SoftwareCaller: Sendable, Equatable {
    public let account: SoftwareAccount
    /// Those of the token that the account still has.
    public let scopes: Set<SoftwareScope>
    public let endsAt: Instant

    public init(account: SoftwareAccount, scopes: Set<SoftwareScope>, endsAt: Instant) {
        self.account = account
        self.scopes = scopes
        self.endsAt = endsAt
    }
}

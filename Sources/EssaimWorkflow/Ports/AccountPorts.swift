import EssaimDomain

/// How someone signs in with a login and a password.
public struct Account: Sendable, Equatable {
    public let person: Identifier<Person>
    /// Lower case, unique.
    public let login: String
    /// PHC string of Argon2id; nil for who has no password: a persona, who comes by another provider, who was invited and
    /// has not chosen one.
    public var passwordHash: String?
    public var isDisabled: Bool

    public init(person: Identifier<Person>, login: String, passwordHash: String?, isDisabled: Bool = false) {
        self.person = person
        self.login = login
        self.passwordHash = passwordHash
        self.isDisabled = isDisabled
    }
}

public protocol AccountReading {
    func account(login: String) throws -> Account?
    /// By login, for `user list`; 100 at a time after a login.
    func accounts(after login: String, limit: Int) throws -> [(account: Account, person: Person)]
}

public protocol AccountWriting {
    func insert(_ account: Account) throws
    func setPassword(_ hash: String, of person: Identifier<Person>) throws
    func setDisabled(_ isDisabled: Bool, _ person: Identifier<Person>) throws
}

/// How someone showed who they are.
public enum SignInMeans: String, Sendable, CaseIterable {
    /// A demonstration's open door.
    case persona
    case passwordAndCode, passwordAndPasskey, passwordAndRecovery
    /// A key that checked who touched it: two factors in one gesture.
    case passkey
    /// Another provider's word: Pro Santé Connect, a hospital's.
    case provider
}

/// A server session. The token's SHA-256 is kept, never the token.
public struct Session: Sendable, Equatable {
    public let tokenHash: [UInt8]
    public let person: Identifier<Person>
    /// What every form of this session carries.
    public let csrf: String
    public let createdAt: Instant
    public var lastSeenAt: Instant
    /// By what it is named to its owner; the token's digest is told to nobody.
    public let id: Identifier<Session>
    public let means: SignInMeans
    /// The browser and its system, in a few known words.
    public let device: String
    /// The address it was opened from.
    public let place: String
    /// When its owner last showed who they are.
    public var provenAt: Instant
    /// However busy, it is over then.
    public let endsAt: Instant

    public init(
        tokenHash: [UInt8], person: Identifier<Person>, csrf: String, createdAt: Instant, lastSeenAt: Instant,
        id: Identifier<Session>? = nil, means: SignInMeans = .passkey, device: String = "", place: String = "",
        provenAt: Instant? = nil, endsAt: Instant? = nil
    ) {
        self.tokenHash = tokenHash
        self.person = person
        self.csrf = csrf
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        self.id = id ?? .new(at: createdAt)
        self.means = means
        self.device = device
        self.place = place
        self.provenAt = provenAt ?? createdAt
        self.endsAt = endsAt ?? createdAt + .hours(12)
    }
}

public protocol SessionReading {
    func session(_ tokenHash: [UInt8]) throws -> Session?
    /// Those of someone, the last seen first; at most `limit`.
    func sessions(of person: Identifier<Person>, limit: Int) throws -> [Session]
}

public protocol SessionWriting {
    func insert(_ session: Session) throws
    func touch(_ tokenHash: [UInt8], at: Instant) throws
    func end(_ tokenHash: [UInt8]) throws
    /// False when there is none of that name for them.
    func end(_ session: Identifier<Session>, of person: Identifier<Person>) throws -> Bool
    /// All of someone, but one.
    func endSessions(of person: Identifier<Person>, but kept: [UInt8]?) throws
    func endAllSessions() throws
    /// Those of someone that were seen longest ago, beyond so many.
    func endSessions(of person: Identifier<Person>, beyond most: Int) throws
    /// Forgets those that are over, by either limit.
    func endSessions(idleSince: Instant, endedBefore: Instant) throws
}

/// Facts about the folder itself, such as the mark of a demonstration.
public protocol SettingReading {
    func setting(_ key: String) throws -> String?
}

public protocol SettingWriting {
    func set(_ key: String, to value: String) throws
}

import EssaimDomain

/// How someone signs in with a login and a password.
public struct Account: Sendable, Equatable {
    public let person: Identifier<Person>
    /// Lower case, unique.
    public let login: String
    /// PHC string of Argon2id; nil for a persona, which has no password.
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
}

/// A server session. The token's SHA-256 is kept, never the token.
public struct Session: Sendable, Equatable {
    public let tokenHash: [UInt8]
    public let person: Identifier<Person>
    /// What every form of this session carries.
    public let csrf: String
    public let createdAt: Instant
    public var lastSeenAt: Instant

    public init(tokenHash: [UInt8], person: Identifier<Person>, csrf: String, createdAt: Instant, lastSeenAt: Instant) {
        self.tokenHash = tokenHash
        self.person = person
        self.csrf = csrf
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
    }
}

public protocol SessionReading {
    func session(_ tokenHash: [UInt8]) throws -> Session?
}

public protocol SessionWriting {
    func insert(_ session: Session) throws
    func touch(_ tokenHash: [UInt8], at: Instant) throws
    func end(_ tokenHash: [UInt8]) throws
    /// Forgets those that are over, by either limit.
    func endSessions(idleSince: Instant, createdBefore: Instant) throws
}

/// Facts about the folder itself, such as the mark of a demonstration.
public protocol SettingReading {
    func setting(_ key: String) throws -> String?
}

public protocol SettingWriting {
    func set(_ key: String, to value: String) throws
}

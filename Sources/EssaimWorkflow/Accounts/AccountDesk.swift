import Crypto
import EssaimDomain

/// Signing in and out, and who a session stands for. Sessions are on the server, 256 random bits, idle 30 minutes at most
/// and 12 hours in all; memberships are read again for each call, so that what is withdrawn is withdrawn at once.
public struct AccountDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let passwords: any Passwords
    let tokens: any Tokens
    let recorder = HistoryRecorder()

    public static let idleLimit = Duration.minutes(30)
    public static let absoluteLimit = Duration.hours(12)

    public init(store: any Store, clock: any WallClock, passwords: any Passwords, tokens: any Tokens) {
        self.store = store
        self.clock = clock
        self.passwords = passwords
        self.tokens = tokens
    }

    /// Someone signed in: the token goes into their cookie, and is known nowhere else.
    public struct Admission: Sendable {
        public let token: String
        public let csrf: String
    }

    /// Nil when login and password do not go together, whichever is wrong.
    /// - Parameter client: the address that asks, as far as it is known: someone else's mistakes shut nobody out.
    /// - Throws: `SignInBusy` in a storm of sign-ins; `TooManyAttempts` after too many wrong passwords.
    public func signIn(login: String, password: String, from client: String) async throws -> Admission? {
        let login = login.trimmed.lowercased()
        let limits = SignInLimit.all(login: login, client: client)
        let now = clock.now()
        let account = try await store.read { reader in
            for limit in limits {
                if let attempts = try reader.attempts(limit.bucket, at: now), attempts.count >= limit.most {
                    throw TooManyAttempts(until: attempts.until)
                }
            }
            return try reader.account(login: login)
        }
        let usable = account.flatMap { $0.isDisabled ? nil : $0 }
        guard try await passwords.verify(password, against: usable?.passwordHash), let usable,
            usable.passwordHash != nil
        else {
            try await recordRefusal(of: account?.person, from: client, limits)
            return nil
        }
        return try await admit(usable.person, from: client)
    }

    /// Enters as a persona of a demonstration; nil unless the folder is one and holds nobody real.
    public func enter(persona: Identifier<Person>) async throws -> Admission? {
        let mayEnter = try await store.read { reader in
            try reader.isDemonstration() && reader.person(persona)?.isDemonstration == true
        }
        return mayEnter ? try await admit(persona) : nil
    }

    /// The session of a token and who it stands for; nil when it is over or its account is closed.
    public func visitor(_ token: String) async throws -> (session: Session, caller: Caller)? {
        let hash = tokens.hash(token)
        let now = clock.now()
        let found = try await store.read { reader -> (session: Session, caller: Caller)? in
            guard let session = try reader.session(hash), now - session.lastSeenAt < Self.idleLimit,
                now - session.createdAt < Self.absoluteLimit, let caller = try reader.caller(session.person),
                // A persona is nobody once someone real has come into the folder.
                try !caller.person.isDemonstration || reader.setting(Setting.demonstration) == nil
                    || reader.isDemonstration()
            else { return nil }
            return (session, caller)
        }
        // Once a minute is enough to know that a session lives.
        if let found, now - found.session.lastSeenAt >= .minutes(1) {
            // A disk that refuses writes must not close the pages: reads go on.
            try? await store.write { try $0.touch(hash, at: now) }
        }
        return found
    }

    public func signOut(_ session: Session) async throws {
        let now = clock.now()
        try await store.write { tx in
            try tx.end(session.tokenHash)
            try tx.append(recorder.entry("session.end", at: now, by: try tx.person(session.person)))
        }
    }

    private func admit(_ person: Identifier<Person>, from place: String = "") async throws -> Admission {
        let now = clock.now()
        let admission = Admission(token: tokens.make(), csrf: tokens.make())
        let hash = tokens.hash(admission.token)
        try await store.write { tx in
            try tx.endSessions(idleSince: now - Self.idleLimit, createdBefore: now - Self.absoluteLimit)
            try tx.forgetKeys(usedBefore: now - .days(7))
            try tx.forgetReads(before: now - ReadLimit.longest)
            try tx.insert(
                Session(tokenHash: hash, person: person, csrf: admission.csrf, createdAt: now, lastSeenAt: now))
            try tx.append(recorder.entry("session.start", at: now, by: try tx.person(person), from: place))
        }
        return admission
    }

    private func recordRefusal(of person: Identifier<Person>?, from place: String, _ limits: [SignInLimit]) async throws
    {
        let now = clock.now()
        try await store.write { tx in
            try tx.forgetAttempts(endedBefore: now)
            for limit in limits { try tx.countAttempt(limit.bucket, window: SignInLimit.window, at: now) }
            guard let person else { return }
            try tx.append(
                recorder.entry("session.start", outcome: "refused", at: now, by: try tx.person(person), from: place))
        }
    }
}

/// How many wrong passwords are let through in a while, on all servers together.
struct SignInLimit: Sendable {
    let bucket: String
    let most: Int

    static let window = Duration.minutes(15)
    static let perLogin = 10
    /// One address may stand for a whole hospital.
    static let perClient = 200

    static func all(login: String, client: String) -> [SignInLimit] {
        [
            SignInLimit(bucket: bucket("login", login, client), most: perLogin),
            SignInLimit(bucket: bucket("client", client), most: perClient),
        ]
    }

    /// A digest: the table tells nobody who tried to come in.
    private static func bucket(_ parts: String...) -> String {
        HistoryRecorder.hex(SHA256.hash(data: Array(parts.joined(separator: "\u{0}").utf8)))
    }
}

extension StoreReader {
    /// The folder was made by `essaim demo`, and nobody real has come into it since.
    public func isDemonstration() throws -> Bool {
        try setting(Setting.demonstration) == "yes" && !realIdentityExists()
    }
}

/// Names of the folder's settings.
public enum Setting {
    public static let demonstration = "demonstration"
}

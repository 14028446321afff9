import Crypto
import EssaimDomain

/// Signing in and out, and who a session stands for. Sessions are on the server, 256 random bits, idle 30 minutes at most
/// and 12 hours in all; memberships are read again for each call, so that what is withdrawn is withdrawn at once.
///
/// A password alone opens nothing: `AccountDesk+SignIn.swift` takes it, `+Factors.swift` what must follow, `+Enrolment.swift`
/// sets a second factor up, `+Links.swift` opens accounts, `+Devices.swift` shows and ends sessions.
public struct AccountDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let passwords: any Passwords
    let factors: any SecondFactors
    let masters: any MasterKeys
    let tokens: any Tokens
    /// By which this server can tell.
    let channels: Set<TellingChannel>
    let log: any SignInListener
    /// A refused sign-in is answered at a multiple of this: what it met on its way does not show in its time.
    let refusalBeat: Duration
    let recorder = HistoryRecorder()

    public static let idleLimit = Duration.minutes(30)
    public static let absoluteLimit = Duration.hours(12)

    public init(
        store: any Store, clock: any WallClock, passwords: any Passwords, factors: any SecondFactors,
        masters: any MasterKeys, tokens: any Tokens, channels: Set<TellingChannel> = [],
        log: any SignInListener = NoSignInListener(), refusalBeat: Duration = .milliseconds(250)
    ) {
        self.store = store
        self.clock = clock
        self.passwords = passwords
        self.factors = factors
        self.masters = masters
        self.tokens = tokens
        self.channels = channels
        self.log = log
        self.refusalBeat = refusalBeat
    }

    /// Someone signed in: the token goes into their cookie, and is known nowhere else.
    public struct Admission: Sendable {
        public let token: String
        public let csrf: String
    }

    /// Who knocks, as far as it is known.
    public struct Knock: Sendable {
        /// The address that asks: someone else's mistakes shut nobody out.
        public let place: String
        /// The browser and its system, in a few known words.
        public let device: String

        public init(from place: String = "", by device: String = "") {
            self.place = place
            self.device = device
        }
    }

    /// Enters as a persona of a demonstration; nil unless the folder is one and holds nobody real.
    public func enter(persona: Identifier<Person>, _ knock: Knock = Knock()) async throws -> Admission? {
        let mayEnter = try await store.read { reader in
            try reader.isDemonstration() && reader.person(persona)?.isDemonstration == true
        }
        guard mayEnter else { return nil }
        return try await store.write { try admit(persona, by: .persona, Knock(by: knock.device), $0) }
    }

    /// The session of a token and who it stands for; nil when it is over or its account is closed.
    public func visitor(_ token: String) async throws -> (session: Session, caller: Caller)? {
        let hash = tokens.hash(token)
        let now = clock.now()
        let found = try await store.read { reader -> (session: Session, caller: Caller)? in
            guard let session = try reader.session(hash), now - session.lastSeenAt < Self.idleLimit,
                now < session.endsAt, let caller = try reader.caller(session.person),
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

    /// A session of one's own, in the transaction of what earned it.
    func admit(
        _ person: Identifier<Person>, by means: SignInMeans, _ knock: Knock, _ tx: any StoreWriter
    ) throws -> Admission {
        let now = clock.now()
        let admission = Admission(token: tokens.make(), csrf: tokens.make())
        try tx.endSessions(idleSince: now - Self.idleLimit, endedBefore: now)
        try tx.forgetKeys(usedBefore: now - .days(7))
        try tx.forgetReads(before: now - ReadLimit.longest)
        try tx.forgetSignInSteps(startedBefore: now - SignInStep.lasts)
        try tx.insert(
            Session(
                tokenHash: tokens.hash(admission.token), person: person, csrf: admission.csrf, createdAt: now,
                lastSeenAt: now, means: means, device: knock.device, place: knock.place,
                endsAt: now + (means == .provider ? Self.providerLimit : Self.absoluteLimit)))
        // A persona is many people’s.
        if means != .persona {
            try tx.endSessions(of: person, beyond: Self.mostSessions)
            try tellIfStrange(person, knock, tx)
        }
        try tx.append(
            recorder.entry(
                "session.start", at: now, by: try tx.person(person), from: knock.place, detail: ["by": means.rawValue]))
        return admission
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

import EssaimDomain

/// Someone whom another provider vouches for, at the door: what is still to be said before they are in.
public struct Arrival: Sendable, Equatable {
    /// What the page carries on.
    public let token: String
    public let identity: ProvenIdentity
    /// They have not accepted the charter in force.
    public let asksCharter: Bool
    /// They are to say where they practise: the provider does not.
    public let asksPlace: Bool
}

/// What was said at the door.
public struct ArrivalAnswer: Sendable {
    /// Which of the identity's exercises, and which of its places; nil where there is none to choose.
    public let exercise: Int?
    public let activity: Int?
    public let acceptsCharter: Bool
    /// Typed, where the provider gives no place, or one without a commune.
    public let place: StructureFacts?

    public init(exercise: Int?, activity: Int?, acceptsCharter: Bool, place: StructureFacts?) {
        self.exercise = exercise
        self.activity = activity
        self.acceptsCharter = acceptsCharter
        self.place = place
    }
}

/// What becomes of who comes back from a provider.
public enum ArrivalOutcome: Sendable {
    case admitted(AccountDesk.Admission)
    case asked(Arrival)
    /// Their account is closed.
    case closed
    /// The sign-in was begun in another browser, too long ago, or ended already.
    case over
}

extension AccountDesk {
    /// The charter in force; another text is another year.
    public static let charter = "2026-11"
    /// At another provider's word a session is no longer than its own (Pro Santé Connect, référentiel: four hours).
    public static let providerLimit = Duration.hours(4)
    /// For how long who left for a provider may come back.
    public static let departureLasts = Duration.minutes(15)

    /// Leaves for a provider.
    /// - Returns: its address, and the token that binds what comes back to this browser.
    public func depart(
        to provider: String, by providers: any IdentityProviders, back: String, renewing: Bool = false, _ knock: Knock
    ) async throws -> (address: String, token: String) {
        let now = clock.now()
        let departure = try await heard(from: knock) { () async throws(ProviderFault) in
            try await providers.depart(to: provider, back: back, renewedAfter: renewing ? now : nil)
        }
        let token = tokens.make()
        let kept = KeptDeparture(
            tokenHash: tokens.hash(token), provider: provider, departure: departure, startedAt: now)
        try await store.write { tx in
            try tx.forgetDepartures(startedBefore: now - Self.departureLasts)
            try tx.insert(kept)
        }
        return (departure.address, token)
    }

    /// Comes back from it, once.
    /// - Parameters:
    ///   - code: nil where they declined there, or the provider says a fault instead.
    ///   - token: what this browser bears since it left.
    public func arrive(
        from provider: String, code: String?, state: String?, token: String?, by providers: any IdentityProviders,
        back: String, _ knock: Knock
    ) async throws -> ArrivalOutcome {
        guard let token else { return over(knock) }
        let (now, hash) = (clock.now(), tokens.hash(token))
        let kept = try await store.write { tx -> KeptDeparture? in
            guard let kept = try tx.departure(hash) else { return nil }
            try tx.end(departure: hash)
            return kept
        }
        guard let kept, kept.provider == provider, kept.departure.state == state,
            now - kept.startedAt < Self.departureLasts
        else { return over(knock) }
        guard let code else {
            log.refused(.declined, from: knock.place)
            return .over
        }
        let identity = try await heard(from: knock) { () async throws(ProviderFault) in
            try await providers.arrive(from: provider, code: code, kept.departure, back: back)
        }
        return try await welcome(identity, knock)
    }

    /// What a provider does not give is told to the technical log: there is nobody whose entry it were.
    private func heard<T>(
        from knock: Knock, _ ask: () async throws(ProviderFault) -> T
    ) async throws(ProviderFault) -> T {
        do {
            return try await ask()
        } catch {
            log.refused(.provider(error), from: knock.place)
            throw error
        }
    }

    func over(_ knock: Knock) -> ArrivalOutcome {
        log.refused(.over, from: knock.place)
        return .over
    }

    /// The refusal of someone known is an entry.
    func closed(_ person: Identifier<Person>, _ knock: Knock, _ tx: any StoreWriter) throws -> ArrivalOutcome {
        try tx.append(
            recorder.entry(
                "session.start", outcome: "refused", at: clock.now(), by: try tx.person(person), from: knock.place,
                detail: ["by": SignInMeans.provider.rawValue, "why": "closed"]))
        return .closed
    }

    private func welcome(_ identity: ProvenIdentity, _ knock: Knock) async throws -> ArrivalOutcome {
        let now = clock.now()
        let token = tokens.make()
        let hash = tokens.hash(token)
        let kept = try sealed(identity, arrival: hash)
        return try await store.write { tx in
            let known = try tx.person(provenBy: identity)
            if let known, try tx.account(of: known)?.isDisabled == true { return try closed(known, knock, tx) }
            let asksCharter = try known.map { try !tx.hasAccepted(Self.charter, $0) } ?? true
            let places = identity.exercises.flatMap(\.activities)
            let standsSomewhere = try known.flatMap { try tx.caller($0) }.map { !$0.structures.isEmpty } ?? false
            let asksPlace = !standsSomewhere && places.allSatisfy { $0.commune == nil }
            if let known, !asksCharter, !asksPlace, places.count <= 1, identity.exercises.count <= 1 {
                return .admitted(try admit(known, proven: identity, knock, tx))
            }
            try tx.forgetArrivals(startedBefore: now - SignInStep.lasts)
            try tx.insert(kept)
            return .asked(
                Arrival(token: token, identity: identity, asksCharter: asksCharter, asksPlace: asksPlace))
        }
    }

    /// Where the provider ends its own session too, for one that it opened; nil where there is no such place, or it does not
    /// answer: ours is over all the same.
    public func farewell(
        to session: Session, by providers: any IdentityProviders, back: String
    ) async throws -> String? {
        guard session.means == .provider,
            let kept = try await store.read({ try $0.providerSession(session.tokenHash) }),
            let token = try? opened(kept.idToken, for: Self.use(session: session.tokenHash))
        else { return nil }
        return await providers.leave(
            kept.provider, idToken: String(decoding: token, as: UTF8.self), back: back, state: tokens.make())
    }

    /// By which provider a session was opened, of those that are offered still.
    public func provider(of session: Session, among providers: any IdentityProviders) async throws -> OfferedProvider? {
        guard session.means == .provider else { return nil }
        let name = try await store.read { try $0.providerSession(session.tokenHash) }?.provider
        return providers.offered.first { $0.name == name }
    }

    func admit(
        _ person: Identifier<Person>, proven identity: ProvenIdentity, _ knock: Knock, _ tx: any StoreWriter
    ) throws -> Admission {
        if try tx.person(boundTo: identity.subject, at: identity.issuer) == nil {
            try firstEntry(of: person, proven: identity, knock, tx)
        }
        try tx.bind(identity.issuer, identity.subject, to: person)
        let admission = try admit(person, by: .provider, knock, tx)
        let token = tokens.hash(admission.token)
        let sealed = try sealed(Array(identity.idToken.utf8), for: Self.use(session: token))
        try tx.keep(ProviderSession(provider: identity.provider, idToken: sealed), of: token)
        return admission
    }
}

extension AccountDesk {
    /// Somebody comes by that provider for the first time: whoever a network awaited under their RPPS has an account from now
    /// on, and their places.
    private func firstEntry(
        of person: Identifier<Person>, proven identity: ProvenIdentity, _ knock: Knock, _ tx: any StoreWriter
    ) throws {
        if try tx.account(of: person) == nil {
            try tx.insert(Account(person: person, login: identity.login, passwordHash: nil))
            try tx.append(
                recorder.entry(
                    "account.open", at: clock.now(), by: try tx.person(person), from: knock.place,
                    detail: ["by": identity.provider]))
        } else {
            try tell(.providerBound, person, from: knock.device, tx)
        }
        _ = try tx.openInvitations(of: person)
    }
}

extension ProvenIdentity {
    /// Of an account that nobody signs in to by typing.
    var login: String { "\(provider):\(subject)".lowercased() }
}

/// A sign-in that is away at a provider.
public struct KeptDeparture: Sendable, Equatable {
    public let tokenHash: [UInt8]
    public let provider: String
    public let departure: Departure
    public let startedAt: Instant

    public init(tokenHash: [UInt8], provider: String, departure: Departure, startedAt: Instant) {
        self.tokenHash = tokenHash
        self.provider = provider
        self.departure = departure
        self.startedAt = startedAt
    }
}

/// Someone at the door, with what their provider said, sealed under the master keys.
public struct KeptArrival: Sendable, Equatable {
    public let tokenHash: [UInt8]
    public let identity: SealedSecret
    public let startedAt: Instant

    public init(tokenHash: [UInt8], identity: SealedSecret, startedAt: Instant) {
        self.tokenHash = tokenHash
        self.identity = identity
        self.startedAt = startedAt
    }
}

/// By which provider a session was opened, and what ends it there (OpenID Connect RP-Initiated Logout 1.0, §2).
public struct ProviderSession: Sendable, Equatable {
    public let provider: String
    public let idToken: SealedSecret

    public init(provider: String, idToken: SealedSecret) {
        self.provider = provider
        self.idToken = idToken
    }
}

extension StoreReader {
    /// By the provider's own word first; the RPPS of Pro Santé Connect finds who was invited, or had an account before.
    func person(provenBy identity: ProvenIdentity) throws -> Identifier<Person>? {
        if let bound = try person(boundTo: identity.subject, at: identity.issuer) { return bound }
        return try identity.rpps.flatMap { try person(bearing: $0) }
    }
}

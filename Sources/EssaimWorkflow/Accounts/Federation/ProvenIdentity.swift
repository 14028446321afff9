import EssaimDomain

/// Who someone is by another provider's word: Pro Santé Connect, a hospital's own.
public struct ProvenIdentity: Sendable, Equatable, Codable {
    /// One registered way to practise, as the national directory knows it.
    public struct Exercise: Sendable, Equatable, Hashable, Codable {
        public let profession: Profession
        /// TRE_R38, `SM26`.
        public let specialty: String?
        public let familyName: String
        public let givenName: String
        public let activities: [Activity]

        public init(
            profession: Profession, specialty: String?, familyName: String, givenName: String, activities: [Activity]
        ) {
            self.profession = profession
            self.specialty = specialty
            self.familyName = familyName
            self.givenName = givenName
            self.activities = activities
        }
    }

    /// One place of it.
    public struct Activity: Sendable, Equatable, Hashable, Codable {
        /// The directory's own mark of the place, `R95141` or `F` and a FINESS.
        public let mark: String
        public let name: String
        public let mode: PracticeMode
        public let finess: FINESS?
        public let commune: INSEECommune?
        public let postalCode: String?
        /// « PARIS ».
        public let town: String?

        public init(
            mark: String, name: String, mode: PracticeMode, finess: FINESS?, commune: INSEECommune?,
            postalCode: String?, town: String?
        ) {
            self.mark = mark
            self.name = name
            self.mode = mode
            self.finess = finess
            self.commune = commune
            self.postalCode = postalCode
            self.town = town
        }
    }

    /// Which provider, by its name in the settings.
    public let provider: String
    /// Who vouches, whatever the settings call it: a name that is pointed elsewhere opens nobody's account.
    public let issuer: String
    /// Of this provider alone, for ever the same person: `SubjectNameID` at Pro Santé Connect, never `sub` there.
    public let subject: String
    public let rpps: RPPS?
    public let familyName: String
    public let givenName: String
    /// Each once; none where the provider says nothing of them.
    public let exercises: [Exercise]
    /// For the provider's own sign-out.
    public let idToken: String

    public init(
        provider: String, issuer: String, subject: String, rpps: RPPS?, familyName: String, givenName: String,
        exercises: [Exercise],
        idToken: String
    ) {
        self.provider = provider
        self.issuer = issuer
        self.subject = subject
        self.rpps = rpps
        self.familyName = familyName
        self.givenName = givenName
        self.exercises = exercises
        self.idToken = idToken
    }
}

/// Where a sign-in by another provider leads, and what must come back.
public struct Departure: Sendable, Equatable {
    public let address: String
    public let state: String
    public let nonce: String
    /// PKCE (RFC 7636): shown when the code is changed for tokens.
    public let verifier: String
    /// They are to show there again who they are, after that instant: a proof asked of who is signed in.
    public let renewedAfter: Instant?

    public init(address: String, state: String, nonce: String, verifier: String, renewedAfter: Instant? = nil) {
        self.address = address
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
        self.renewedAfter = renewedAfter
    }
}

/// A provider as it is offered at the sign-in.
public struct OfferedProvider: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable { case proSanteConnect, other }

    public let name: String
    public let title: String
    public let kind: Kind

    public init(name: String, title: String, kind: Kind) {
        self.name = name
        self.title = title
        self.kind = kind
    }
}

/// Why a sign-in by another provider did not come through. For the technical log; who signs in is told what to do.
public enum ProviderFault: String, Error, Sendable, Equatable {
    /// It does not answer, or answers what no provider does.
    case away
    /// Its own settings do not fit ours: issuer, addresses, algorithm.
    case misconfigured
    /// It refused the code.
    case refused
    /// The token is not signed by it, not for us, too old, or not for this sign-in.
    case token
    /// It was not strong enough (`acr`).
    case weak
    /// It says nobody, or two people.
    case identity
}

/// The providers that the operator named.
public protocol IdentityProviders: Sendable {
    var offered: [OfferedProvider] { get }
    /// - Parameter back: our address that it leads back to.
    /// - Parameter renewedAfter: when given, the session that they have there is not enough.
    func depart(to provider: String, back: String, renewedAfter: Instant?) async throws(ProviderFault) -> Departure
    func arrive(from provider: String, code: String, _ departure: Departure, back: String) async throws(ProviderFault)
        -> ProvenIdentity
    /// Where to end the provider's session too; nil where it has no such place.
    func leave(_ provider: String, idToken: String, back: String, state: String) async -> String?
}

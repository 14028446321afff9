import EssaimDomain

/// A sign-in half done: what was shown so far, and what is still to be shown. Kept for some minutes, under a token that the
/// page carries.
public struct SignInStep: Sendable, Equatable {
    public enum Purpose: String, Sendable, CaseIterable {
        /// The password was right: a code or a key is asked.
        case secondFactor
        /// The password was right, or just chosen, and there is no second factor yet: one is set up first.
        case enrolment
        /// A key alone is asked: which one says who.
        case passkey
        /// Someone signed in sets up one more factor.
        case addition
        /// Someone signed in shows again who they are.
        case proof
    }

    public let tokenHash: [UInt8]
    /// Nil as long as a key is to say who.
    public let person: Identifier<Person>?
    public let purpose: Purpose
    public let challenge: [UInt8]
    /// Sealed under the master keys: of an application that is being set up.
    public let secret: SealedSecret?
    public let startedAt: Instant
    public var wrongCodes: Int

    public static let lasts = Duration.minutes(10)
    public static let mostWrongCodes = 5

    public init(
        tokenHash: [UInt8], person: Identifier<Person>?, purpose: Purpose, challenge: [UInt8],
        secret: SealedSecret? = nil, startedAt: Instant, wrongCodes: Int = 0
    ) {
        self.tokenHash = tokenHash
        self.person = person
        self.purpose = purpose
        self.challenge = challenge
        self.secret = secret
        self.startedAt = startedAt
        self.wrongCodes = wrongCodes
    }

    public func isOver(at now: Instant) -> Bool {
        now - startedAt >= Self.lasts || wrongCodes >= Self.mostWrongCodes
    }
}

/// A secret at rest, and the master key that opens it.
public struct SealedSecret: Sendable, Equatable {
    public let master: String
    public let bytes: [UInt8]

    public init(master: String, bytes: [UInt8]) {
        self.master = master
        self.bytes = bytes
    }
}

/// An application that shows someone's codes.
public struct TimeCodeKey: Sendable, Equatable {
    public let person: Identifier<Person>
    public let secret: SealedSecret
    public let addedAt: Instant
    /// The period of the last code taken: none is taken twice.
    public let lastPeriod: Int?

    public init(person: Identifier<Person>, secret: SealedSecret, addedAt: Instant, lastPeriod: Int? = nil) {
        self.person = person
        self.secret = secret
        self.addedAt = addedAt
        self.lastPeriod = lastPeriod
    }
}

/// What someone may show beside a password.
public struct Factors: Sendable, Equatable {
    public let timeCode: TimeCodeKey?
    public let passkeys: [Passkey]
    public let recoveryCodes: Int

    public init(timeCode: TimeCodeKey?, passkeys: [Passkey], recoveryCodes: Int) {
        self.timeCode = timeCode
        self.passkeys = passkeys
        self.recoveryCodes = recoveryCodes
    }

    /// Recovery codes alone are no factor: they stand in for one that is lost.
    public var isEmpty: Bool { timeCode == nil && passkeys.isEmpty }
}

/// A link that opens an account once: to choose a password, and a second factor after it.
public struct AccountLink: Sendable, Equatable {
    /// What it gives back. A forgotten password is no way round the second factor (ASVS 5.0, 6.4.3).
    public enum Kind: String, Sendable, CaseIterable {
        /// A new password; the second step is asked as before.
        case password
        /// The account as if it were new: keys, application and paper are forgotten.
        case everything
    }

    public let tokenHash: [UInt8]
    public let person: Identifier<Person>
    public let kind: Kind
    /// The address it was sent to; nil for one that was written down. Whoever opens by it reads there.
    public let sentTo: String?
    public let madeAt: Instant
    public let expiresAt: Instant

    public static let lasts = Duration.hours(72)

    public init(
        tokenHash: [UInt8], person: Identifier<Person>, kind: Kind, sentTo: String? = nil, madeAt: Instant,
        expiresAt: Instant
    ) {
        self.tokenHash = tokenHash
        self.person = person
        self.kind = kind
        self.sentTo = sentTo
        self.madeAt = madeAt
        self.expiresAt = expiresAt
    }
}

public protocol SignInReading {
    func signInStep(_ tokenHash: [UInt8]) throws -> SignInStep?
    func factors(of person: Identifier<Person>) throws -> Factors
    func passkey(_ identifier: [UInt8]) throws -> Passkey?
    /// Applications whose secret another master key sealed, in order of person, from after one; for a rotation.
    func timeCodes(notSealedBy master: String, after: Identifier<Person>?, limit: Int) throws -> [TimeCodeKey]
    func accountLink(_ tokenHash: [UInt8]) throws -> AccountLink?
    /// A link to open their account was made, or is about to leave by mail, and was not used.
    func hasOpenInvitation(_ person: Identifier<Person>) throws -> Bool
    func account(of person: Identifier<Person>) throws -> Account?
}

public protocol SignInWriting {
    func insert(_ step: SignInStep) throws
    func end(step tokenHash: [UInt8]) throws
    func countWrongCode(step tokenHash: [UInt8]) throws
    /// What a key was asked to sign is asked once.
    func renew(challenge: [UInt8], ofStep tokenHash: [UInt8]) throws
    func forgetSignInSteps(startedBefore: Instant) throws
    /// In the place of the one there was.
    func save(_ key: TimeCodeKey) throws
    /// Replaces what seals a secret, unless it is another one meanwhile.
    func reseal(_ key: TimeCodeKey, with secret: SealedSecret) throws
    func removeTimeCode(of person: Identifier<Person>) throws
    /// False when that period, or a later one, was taken meanwhile.
    func take(period: Int, of person: Identifier<Person>) throws -> Bool
    func insert(_ passkey: Passkey) throws
    func remove(passkey: Identifier<Passkey>, of person: Identifier<Person>) throws -> Bool
    /// False when the key signed more often meanwhile: there is a copy of it.
    func use(_ passkey: Identifier<Passkey>, count: UInt32, at now: Instant) throws -> Bool
    /// In the place of those there were.
    func replaceRecoveryCodes(_ digests: [[UInt8]], of person: Identifier<Person>, at now: Instant) throws
    /// False when it is none of theirs, or was taken already.
    func take(recovery digest: [UInt8], of person: Identifier<Person>, at now: Instant) throws -> Bool
    /// In the place of the one there was.
    func save(_ link: AccountLink) throws
    func endAccountLinks(of person: Identifier<Person>) throws
}

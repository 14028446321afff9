import Crypto
import EssaimDomain

/// Where someone is reached, and what they want to be told. Nothing is sent to an address before its owner confirmed it,
/// signed in, by what was sent there.
public struct ContactDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let bulletin: any Bulletin
    /// By which this server can tell.
    public let channels: Set<TellingChannel>
    let recorder = HistoryRecorder()

    public init(
        store: any Store, clock: any WallClock, bulletin: any Bulletin, channels: Set<TellingChannel>
    ) {
        self.store = store
        self.clock = clock
        self.bulletin = bulletin
        self.channels = channels
    }

    /// Addresses that one person may have checked in a day: this server writes to no stranger for long.
    public static let mostChecksADay = 5
    /// A code of six digits is not guessed in so many tries.
    public static let mostWrongSecrets = 5

    public enum Confirmation: Sendable, Equatable {
        case confirmed
        /// Used, too old, of another address or of another person: one answer.
        case unknown
        /// Wrong so often that a new one must be asked for.
        case tooOften
    }

    /// Has a message sent to `address` that asks to confirm it. False when too many were asked for today.
    public func ask(
        _ address: String, by channel: TellingChannel, of person: Identifier<Person>, from place: String
    ) async throws -> Bool {
        let now = clock.now()
        let bucket = Self.bucket(person, channel)
        let isAsked = try await store.write { tx in
            if let before = try tx.attempts(bucket, at: now), before.count >= Self.mostChecksADay {
                try tx.append(try entry("profile.contact", "refused", channel, "too often", person, place, now, tx))
                return false
            }
            try tx.countAttempt(bucket, window: .hours(24), at: now)
            // Whoever types another address into an open page is not alone in knowing it.
            if channel == .mail, let old = try tx.contact(of: person, by: .mail)?.address, old != address {
                try tx.tell(.addressAsked, person, by: channels, at: now, to: [old])
            }
            try tx.ask(address, of: person, by: channel, at: now)
            try tx.append(try entry("profile.contact", "done", channel, "asked", person, place, now, tx))
            return true
        }
        if isAsked { bulletin.post(.jobs) }
        return isAsked
    }

    /// Confirms the pending address by what was sent to it, for the very person who gave it.
    public func confirm(
        _ secret: String, by channel: TellingChannel, of person: Identifier<Person>, from place: String
    ) async throws -> Confirmation {
        let now = clock.now()
        let hash = Self.hash(secret, of: person, by: channel)
        return try await store.write { tx in
            let contact = try tx.contact(of: person, by: channel)
            if let contact, contact.wrongSecrets >= Self.mostWrongSecrets { return .tooOften }
            guard let contact, contact.pending != nil, let until = contact.secretUntil, now < until,
                contact.secretHash == hash
            else {
                if contact?.secretHash != nil { try tx.countWrongSecret(of: person, by: channel) }
                try tx.append(try entry("profile.contact", "refused", channel, "wrong secret", person, place, now, tx))
                return .unknown
            }
            try tx.confirm(person, by: channel)
            switch channel {
            case .mail:
                // A first address has no reader but who has just followed its link.
                if let old = contact.address, let new = contact.pending, old != new {
                    try tx.tell(.addressChanged, person, by: channels, at: now, to: [old, new])
                }
            case .sms: try tx.tell(.numberChanged, person, by: channels, at: now)
            }
            try tx.append(try entry("profile.contact", "done", channel, "confirmed", person, place, now, tx))
            return .confirmed
        }
    }

    /// Nothing is sent there any more.
    public func forget(
        _ channel: TellingChannel, of person: Identifier<Person>, from place: String
    ) async throws {
        let now = clock.now()
        try await store.write { tx in
            let contact = try tx.contact(of: person, by: channel)
            if contact?.address != nil {
                try tx.tell(channel == .mail ? .addressRemoved : .numberRemoved, person, by: channels, at: now)
            }
            try tx.forgetContact(of: person, by: channel)
            try tx.append(try entry("profile.contact", "done", channel, "removed", person, place, now, tx))
        }
    }

    public func save(_ choices: TellingChoices, of person: Identifier<Person>, from place: String) async throws {
        let now = clock.now()
        try await store.write { tx in
            try tx.save(choices, of: person)
            try tx.append(
                recorder.entry(
                    "profile.choices", at: now, by: try tx.person(person), from: place,
                    detail: ["mail": choices.mail.rawValue, "sms": choices.sms.rawValue]))
        }
    }

    /// What confirms, as it is kept: bound to its person and channel, so that it confirms nothing else.
    static func hash(_ secret: String, of person: Identifier<Person>, by channel: TellingChannel) -> [UInt8] {
        let text = [secret, person.rawValue, channel.rawValue].joined(separator: "\u{0}")
        return Array(SHA256.hash(data: Array(text.utf8)))
    }

    private func entry(
        _ action: String, _ outcome: String, _ channel: TellingChannel, _ what: String, _ person: Identifier<Person>,
        _ place: String, _ now: Instant, _ tx: any StoreWriter
    ) throws -> HistoryEntry {
        recorder.entry(
            action, outcome: outcome, at: now, by: try tx.person(person), from: place,
            detail: ["channel": channel.rawValue, "what": what])
    }

    private static func bucket(_ person: Identifier<Person>, _ channel: TellingChannel) -> String {
        HistoryRecorder.hex(SHA256.hash(data: Array("contact\u{0}\(person.rawValue)\u{0}\(channel.rawValue)".utf8)))
    }
}

extension TellingChannel {
    /// What is sent to confirm an address: a token in a link, or six digits to copy.
    func secret(_ tokens: any Tokens) -> String {
        switch self {
        case .mail: return tokens.make()
        case .sms:
            var random = SystemRandomNumberGenerator()
            let digits = (0..<6).map { _ in String(Int.random(in: 0...9, using: &random)) }
            return digits.joined()
        }
    }

    /// A link waits for its reader; a code is copied at once.
    var secretLasts: Duration {
        switch self {
        case .mail: .hours(24)
        case .sms: .minutes(15)
        }
    }
}

import Crypto
import EssaimDomain

/// How many wrong answers are let through in a while, on all servers together.
struct SignInLimit: Sendable {
    let bucket: String
    let most: Int
    let window: Duration

    static let window = Duration.minutes(15)
    static let perLogin = 10
    /// One address may stand for a whole hospital.
    static let perClient = 200
    /// Codes of someone whose password is known: from everywhere, so that many addresses try no more than one. It shuts
    /// nobody out: a key or a recovery code still opens.
    static let codesPerDay = 60

    static func all(login: String, client: String) -> [SignInLimit] {
        [
            SignInLimit(bucket: bucket("login", login, client), most: perLogin, window: window),
            SignInLimit(bucket: bucket("client", client), most: perClient, window: window),
        ]
    }

    static func codes(of person: Identifier<Person>) -> SignInLimit {
        SignInLimit(bucket: bucket("codes", person.rawValue), most: codesPerDay, window: .hours(24))
    }

    /// Refused attempts of a day, by whoever: what their owner is told of. It stops nobody.
    static func refusals(of person: Identifier<Person>) -> SignInLimit {
        SignInLimit(bucket: bucket("refusals", person.rawValue), most: .max, window: .hours(24))
    }

    /// Mails about a failed second step: one a day.
    static func toldSecondStep(of person: Identifier<Person>) -> SignInLimit {
        SignInLimit(bucket: bucket("told second step", person.rawValue), most: 1, window: .hours(24))
    }

    /// A digest: the table tells nobody who tried to come in.
    private static func bucket(_ parts: String...) -> String {
        HistoryRecorder.hex(SHA256.hash(data: Array(parts.joined(separator: "\u{0}").utf8)))
    }
}

extension StoreReader {
    /// - Throws: `TooManyAttempts` when one of them is reached.
    func checkAttempts(_ limits: [SignInLimit], at now: Instant) throws {
        for limit in limits {
            if let attempts = try attempts(limit.bucket, at: now), attempts.count >= limit.most {
                throw TooManyAttempts(until: attempts.until)
            }
        }
    }
}

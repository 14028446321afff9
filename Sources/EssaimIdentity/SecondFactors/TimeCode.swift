import Crypto
import EssaimDomain

/// Codes of six digits that an application shows, another every thirty seconds (TOTP, RFC 6238, with HMAC-SHA-1: the one
/// that every application knows).
public struct TimeCode: Sendable, CustomStringConvertible, CustomReflectable {
    /// 256 bits: more than the 160 of the hash (RFC 4226 §4, R6), as long as the keys that seal it take.
    public let secret: [UInt8]

    public static let period = 30
    static let digits = 6
    /// A code is also taken in the period after its own: people type (RFC 6238 §5.2). Never before it.
    static let grace = 1

    public init(secret: [UInt8]) { self.secret = secret }

    /// The period that an instant falls in, counted from 1970.
    public static func step(at instant: Instant) -> Int {
        Int((instant.milliseconds / 1000) / Int64(period))
    }

    /// The code of a period, with its zeros (RFC 4226 §5.3).
    public func code(at step: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian, Array.init)
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: Self.digits - text.count) + text
    }

    /// The period whose code was typed, near that instant; nil for another code, or one that was taken already: a code opens
    /// once.
    /// - Parameter last: the period of the last code taken.
    public func step(of typed: String, at instant: Instant, after last: Int?) -> Int? {
        let typed = Array(typed.utf8.filter { $0 != 0x20 })
        let now = Self.step(at: instant)
        var found: Int?
        // All are compared: how long it takes tells nothing.
        for step in now - Self.grace...now where ConstantTime.equal(typed, Array(code(at: step).utf8)) {
            if last.map({ step > $0 }) ?? true { found = found ?? step }
        }
        return found
    }

    /// As typed into an application: groups of four.
    public var typed: String {
        let text = Array(Base32.encode(secret))
        return stride(from: 0, to: text.count, by: 4)
            .map { String(text[$0..<min($0 + 4, text.count)]) }.joined(separator: " ")
    }

    /// What the square code holds (Google Authenticator's key URI format, which the others took over).
    /// - Parameters: the site's name and the login, both escaped here.
    public func address(site: String, login: String) -> String {
        let (site, login) = (Self.escaped(site), Self.escaped(login))
        return
            "otpauth://totp/\(site):\(login)?secret=\(Base32.encode(secret))&issuer=\(site)&algorithm=SHA1&digits=6&period=30"
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: String(UnicodeScalar(byte))
            default: "%" + String([byte >> 4, byte & 15].map { Character(String($0, radix: 16, uppercase: true)) })
            }
        }.joined()
    }

    /// Never the secret: this is what a log or a failed expectation would print.
    public var description: String { "TimeCode(…)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

import Crypto
import EssaimDomain

/// The secret a browser holds for its session: 256 random bits, 43 characters of base64url. The server keeps only its
/// digest, so that a copy of the database opens no session.
public struct SessionToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let bytes: [UInt8]

    /// A new token, from the operating system's generator unless a test gives its own.
    public init(using random: inout some RandomNumberGenerator) {
        bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    public init() {
        var random = SystemRandomNumberGenerator()
        self.init(using: &random)
    }

    /// A token as a cookie brings it; nil unless it is 43 characters that stand for exactly 32 bytes.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43, let bytes = UnpaddedBase64.url.decode(text) else { return nil }
        self.bytes = bytes
    }

    /// What goes into the cookie, and nowhere else.
    public var text: String { UnpaddedBase64.url.encode(bytes) }

    /// What goes into the database.
    public var digest: SessionDigest { SessionDigest(bytes: Array(SHA256.hash(data: bytes))) }

    /// Never the secret: this is what a log or a failed expectation would print.
    public var description: String { "SessionToken(…)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The SHA-256 of a session token: the key of a session in the database. The token is 256 random bits, so a plain hash
/// is enough.
public struct SessionDigest: Sendable, Hashable {
    /// 32 bytes.
    public let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// As read from the database; nil unless it is 43 characters of base64url that stand for 32 bytes.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43, let bytes = UnpaddedBase64.url.decode(text) else { return nil }
        self.bytes = bytes
    }

    /// As written in the database.
    public var text: String { UnpaddedBase64.url.encode(bytes) }

    /// Equality in constant time. A look-up by index needs no more than `text`; a comparison in Swift uses this.
    public static func == (a: Self, b: Self) -> Bool { ConstantTime.equal(a.bytes, b.bytes) }
}

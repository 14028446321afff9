import Crypto

/// A code on paper that opens once, for who lost the telephone: 120 random bits, so that a plain hash keeps it
/// (ASVS 5.0, 6.5: more than 112).
public struct RecoveryCode: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    /// How many are given at once.
    public static let count = 10
    static let length = 24
    /// Crockford's digits: none is taken for another.
    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private let text: String

    public init(using random: inout some RandomNumberGenerator) {
        text = String((0..<Self.length).map { _ in Self.digits[Int.random(in: 0..<32, using: &random)] })
    }

    /// As typed: in any case, with or without its hyphens, O for 0, I and L for 1. Nil for what is no code.
    public init?(_ typed: String) {
        guard typed.utf8.count <= 100 else { return nil }
        let digits = typed.uppercased().filter { $0 != "-" && !$0.isWhitespace }.map { letter -> Character in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
        }
        guard digits.count == Self.length, digits.allSatisfy(Self.digits.contains) else { return nil }
        text = String(digits)
    }

    /// As printed: four groups of six.
    public var printed: String {
        let digits = Array(text)
        return stride(from: 0, to: digits.count, by: 6).map { String(digits[$0..<$0 + 6]) }.joined(separator: "-")
    }

    /// What the database keeps.
    public var digest: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    public var description: String { "RecoveryCode(…)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

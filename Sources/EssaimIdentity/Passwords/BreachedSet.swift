import Crypto
import Foundation

/// Passwords known from leaks, as the first 32 bits of their SHA-256 each: asked without a network, and told to nobody
/// (`Sources/Assets/passwords/README.md`). A password that is in none is found by chance once in 3,000 times.
public struct BreachedSet: Sendable {
    private let bytes: [UInt8]
    /// Where the marks of each beginning stand, in marks; one more than there are beginnings.
    private let starts: [UInt32]

    private static let beginnings = 65_536

    /// Nil for what is not of that form.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.beginnings else { return nil }
        var (starts, sum): ([UInt32], UInt32) = ([], 0)
        starts.reserveCapacity(Self.beginnings + 1)
        for count in bytes.prefix(Self.beginnings) {
            starts.append(sum)
            sum += UInt32(count)
        }
        starts.append(sum)
        guard bytes.count == Self.beginnings + 2 * Int(sum) else { return nil }
        self.bytes = bytes
        self.starts = starts
    }

    public var count: Int { Int(starts[Self.beginnings]) }

    /// Whether a password is among them, in capitals or not, with spaces between or not.
    public func contains(_ password: String) -> Bool {
        let text = password.precomposedStringWithCanonicalMapping.lowercased()
        let closed = text.filter { !$0.isWhitespace }
        return holds(text) || closed != text && holds(closed)
    }

    private func holds(_ text: String) -> Bool {
        let mark = Array(SHA256.hash(data: Array(text.utf8)).prefix(4))
        let beginning = Int(mark[0]) << 8 | Int(mark[1])
        let wanted = UInt16(mark[2]) << 8 | UInt16(mark[3])
        return (starts[beginning]..<starts[beginning + 1]).contains { index in
            let place = Self.beginnings + 2 * Int(index)
            return UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]) == wanted
        }
    }
}

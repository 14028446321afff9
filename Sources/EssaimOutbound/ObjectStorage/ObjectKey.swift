/// The key of an object, in characters that mean themselves in an address, a signature and XML: nothing is ever encoded.
public struct ObjectKey: Sendable, Hashable {
    public let text: String

    /// - Parameter text: 1 to 512 letters, digits and `-._~` in parts separated by single slashes; no part is `.` or `..`,
    ///   which an address would lose. Nil for anything else.
    public init?(_ text: String) {
        guard (1...512).contains(text.utf8.count) else { return nil }
        for part in text.split(separator: "/", omittingEmptySubsequences: false) {
            guard !part.isEmpty, part != ".", part != "..", part.utf8.allSatisfy(Self.isUnreserved) else { return nil }
        }
        self.text = text
    }

    /// RFC 3986 §2.3.
    static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "-._~".utf8.contains(byte)
        }
    }

    /// A value of a query as the signature wants it: everything but the unreserved as `%2F`, in capitals.
    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            if isUnreserved(byte) {
                encoded.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}

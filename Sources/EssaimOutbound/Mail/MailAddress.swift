/// `local@domain` of RFC 5321 §4.1.2 as nearly all are: dot-atom, host name, ASCII. Quoted local parts, comments, address
/// literals and international addresses are refused.
struct MailAddress {
    let text: String
    /// After the `@`: letters, digits, hyphens and dots.
    let domain: String

    init(_ text: String) throws(OutgoingFault) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, parts[0].utf8.count <= 64 else { throw .badAddress }
        let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isAtom) }) else { throw .badAddress }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        for label in labels {
            guard (1...63).contains(label.utf8.count), label.utf8.allSatisfy(Self.isHostLetter),
                !label.hasPrefix("-"), !label.hasSuffix("-")
            else { throw .badAddress }
        }
        self.text = text
        domain = String(parts[1])
    }

    /// RFC 5322 §3.2.3: the characters of a header's token, and four more.
    private static func isAtom(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: ".") && CallHeader.isToken(byte) || "/=?{}".utf8.contains(byte)
    }

    private static func isHostLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
}

/// An address that mail can be sent to, `name@host.tld`: dot-atom, host name, ASCII (RFC 5321 §4.1.2 as nearly all are).
public struct MailboxAddress: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    public init?(rawValue text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, parts[0].utf8.count <= 64 else { return nil }
        let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isAtom) }), labels.count > 1,
            labels.allSatisfy(Self.isLabel)
        else { return nil }
        rawValue = text
    }

    /// Reads what someone typed: blanks around do not matter. Nil for what is no address.
    public static func parse(_ typed: String) -> Self? {
        typed.utf8.count <= 1000 ? Self(rawValue: typed.trimmed) : nil
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x2D }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
    }
}

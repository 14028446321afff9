/// A postal code of France: five digits, of one or several communes. It is no INSEE code: `22300` is Lannion, `22113` too.
public struct PostalCode: Hashable, Sendable, Codable, RawRepresentable {
    public let rawValue: String

    public init?(rawValue text: String) {
        guard text.utf8.count == 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text != "00000" else {
            return nil
        }
        rawValue = text
    }
}

extension PostalCode: Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

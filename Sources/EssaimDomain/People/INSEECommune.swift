/// The INSEE code of a commune: two digits, or `2A`/`2B`, then three digits. `22113` is Lannion.
/// A well-formed code is accepted even when no table lists it: communes merge, and births abroad bear `99xxx`.
public struct INSEECommune: Hashable, Sendable, Codable, RawRepresentable {
    public let rawValue: String

    public init?(rawValue text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5 else { return nil }
        let digits = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
        let corsica = bytes[0] == 0x32 && (bytes[1] == 0x41 || bytes[1] == 0x42)
        guard digits(bytes[0]), digits(bytes[1]) || corsica, bytes[2...].allSatisfy(digits) else { return nil }
        rawValue = text
    }

    /// The département's code: the first two characters, three overseas (`974`).
    public var departement: String {
        String(rawValue.prefix(rawValue.hasPrefix("97") || rawValue.hasPrefix("98") ? 3 : 2))
    }
}

/// A name for one thing, typed by what it names: `Identifier<Person>` cannot stand where an `Identifier<Structure>` is asked.
///
/// The text is a UUIDv7 (RFC 9562 §5.7) for what the product creates, or a slug for what a network file declares.
public struct Identifier<Subject>: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }

    public var description: String { rawValue }
}

extension Identifier: Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { rawValue = text }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension Identifier {
    /// A new UUIDv7: 48 bits of milliseconds, then 74 random bits, as lower-case text of 36 characters.
    /// Ids sort by time of creation, which keeps B-tree inserts at the right edge.
    public static func new(at now: Instant, using random: inout some RandomNumberGenerator) -> Self {
        let milliseconds = UInt64(max(0, now.milliseconds)) & 0xFFFF_FFFF_FFFF
        let high = milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &random)
        let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0...0x3FFF_FFFF_FFFF_FFFF, using: &random)
        return Self(rawValue: uuidText(high, low))
    }

    public static func new(at now: Instant) -> Self {
        var random = SystemRandomNumberGenerator()
        return new(at: now, using: &random)
    }
}

private func uuidText(_ high: UInt64, _ low: UInt64) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 36) { buffer in
        var out = 0
        for position in 0..<32 {
            if position == 8 || position == 12 || position == 16 || position == 20 {
                buffer[out] = UInt8(ascii: "-")
                out += 1
            }
            let half = position < 16 ? high : low
            buffer[out] = digits[Int(half >> UInt64(60 - 4 * (position % 16)) & 0xF)]
            out += 1
        }
        return out
    }
}

import Synchronization

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
    /// A new UUIDv7: 48 bits of milliseconds, then a tail of 74 bits, as lower-case text of 36 characters.
    /// Ids sort by time of creation, which keeps B-tree inserts at the right edge; those of one process also do so within
    /// a millisecond, so that what was written first is read first.
    public static func new(at now: Instant) -> Self {
        var random = SystemRandomNumberGenerator()
        return new(at: now, tail: tails.withLock { $0.next(using: &random) })
    }

    /// The same with a tail of this generator's alone: for what must come out the same again.
    public static func new(at now: Instant, using random: inout some RandomNumberGenerator) -> Self {
        var tail = IdentifierTail()
        return new(at: now, tail: tail.next(using: &random))
    }

    private static func new(at now: Instant, tail: UInt128) -> Self {
        let milliseconds = UInt64(max(0, now.milliseconds)) & 0xFFFF_FFFF_FFFF
        let high = milliseconds << 16 | 0x7000 | UInt64(tail >> 62)
        let low = 0x8000_0000_0000_0000 | UInt64(tail & 0x3FFF_FFFF_FFFF_FFFF)
        return Self(rawValue: uuidText(high, low))
    }
}

extension Identifier {
    /// When it was made, for a UUIDv7; nil for a slug.
    public var madeAt: Instant? {
        let digits = Array(rawValue.utf8)
        guard digits.count == 36, digits[8] == 0x2D, digits[14] == 0x37 else { return nil }
        return Int64(String(decoding: digits[0..<8] + digits[9..<13], as: UTF8.self), radix: 16)
            .map(Instant.init(milliseconds:))
    }
}

/// What this process gave last.
private let tails = Mutex(IdentifierTail())

/// The 74 bits after the milliseconds, each greater than the one before by a random step (RFC 9562 §6.2, method 2), whatever
/// the clock does meanwhile. Begins at random in the lower half: with steps of 2⁴⁰ at most, 8,000 million ids fit above it.
struct IdentifierTail {
    static let bits = 74
    private var last: UInt128?

    init(after last: UInt128? = nil) { self.last = last }

    mutating func next(using random: inout some RandomNumberGenerator) -> UInt128 {
        let next = last.map { $0 + UInt128(UInt64.random(in: 1...(1 << 40), using: &random)) }
        let tail =
            next.flatMap { $0 < 1 << Self.bits ? $0 : nil } ?? .random(in: 0..<(1 << (Self.bits - 1)), using: &random)
        last = tail
        return tail
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

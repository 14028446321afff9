@testable import EssaimIdentity

/// Writes a value as CTAP2 has it written: what is read must be what this makes, but for the order of a map's keys.
enum CanonicalCBOR {
    static func bytes(_ value: CBOR) -> [UInt8] {
        switch value {
        case .unsigned(let number): head(0, number)
        case .negative(let number): head(1, number)
        case .bytes(let bytes): head(2, UInt64(bytes.count)) + bytes
        case .text(let text): head(3, UInt64(text.utf8.count)) + Array(text.utf8)
        case .array(let values): head(4, UInt64(values.count)) + values.flatMap(bytes)
        case .map(let map):
            head(5, UInt64(map.count)) + map.map { bytes($0.key) + bytes($0.value) }.sorted(by: precedes).joined()
        case .boolean(let isTrue): [isTrue ? 0xF5 : 0xF4]
        case .null: [0xF6]
        }
    }

    private static func precedes(_ one: [UInt8], _ other: [UInt8]) -> Bool { one.lexicographicallyPrecedes(other) }

    /// The kind, and a number in the fewest bytes that hold it.
    private static func head(_ kind: UInt8, _ number: UInt64) -> [UInt8] {
        let (mark, width): (UInt8, Int) =
            switch number {
            case ..<24: (UInt8(number), 0)
            case ..<0x100: (24, 1)
            case ..<0x1_0000: (25, 2)
            case ..<0x1_0000_0000: (26, 4)
            default: (27, 8)
            }
        let digits = (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
        return [kind << 5 | mark] + digits
    }

    static func depth(_ value: CBOR) -> Int {
        switch value {
        case .array(let values): 1 + (values.map(depth).max() ?? 0)
        case .map(let map): 1 + (map.map { max(depth($0.key), depth($0.value)) }.max() ?? 0)
        default: 0
        }
    }
}

/// A value of CBOR (RFC 8949), as far as authenticators write it: the canonical form of CTAP2 (§6, *Message Encoding*), that
/// is definite lengths, shortest integers, keys once. What is written otherwise is refused: a signature covers bytes, and
/// each value has one spelling.
enum CBOR: Hashable {
    case unsigned(UInt64)
    /// -1 - n.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBOR])
    case map([CBOR: CBOR])
    case boolean(Bool)
    case null

    enum Fault: Error, Equatable {
        case ended
        /// A length, a float, a tag or an indefinite form that no authenticator writes.
        case unsupported(UInt8)
        case notShortest
        case notText
        case keyTwice
        case tooDeep
        /// Bytes after the value.
        case rest(Int)
    }

    /// CTAP2 nests four maps and arrays at most; a certificate chain stands one deeper.
    static let deepest = 6

    /// The value that all of `bytes` are.
    init(_ bytes: some Collection<UInt8>) throws(Fault) {
        var reader = CBORReader(bytes)
        self = try reader.value()
        guard reader.rest.isEmpty else { throw .rest(reader.rest.count) }
    }

    var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var map: [CBOR: CBOR]? { if case .map(let map) = self { map } else { nil } }

    /// Nil for what is no integer, or none of ours.
    var integer: Int? {
        switch self {
        case .unsigned(let value): Int(exactly: value)
        case .negative(let value): Int(exactly: value).map { -1 - $0 }
        default: nil
        }
    }

    static func key(_ number: Int) -> CBOR { number < 0 ? .negative(UInt64(-1 - number)) : .unsigned(UInt64(number)) }
}

/// Reads values one after another.
struct CBORReader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) { rest = Array(bytes)[...] }

    mutating func value(depth: Int = 0) throws(CBOR.Fault) -> CBOR {
        guard depth <= CBOR.deepest else { throw .tooDeep }
        let head = try byte()
        if head >> 5 == 7 { return try simple(head) }
        let number = try number(head & 31)
        switch head >> 5 {
        case 0: return .unsigned(number)
        case 1: return .negative(number)
        case 2: return .bytes(try take(number))
        case 3:
            guard let text = String(validating: try take(number), as: UTF8.self) else { throw .notText }
            return .text(text)
        case 4:
            // A value is a byte at least: a length that the rest cannot hold reserves nothing.
            guard number <= UInt64(rest.count) else { throw .ended }
            var values: [CBOR] = []
            for _ in 0..<number { values.append(try value(depth: depth + 1)) }
            return .array(values)
        case 5:
            guard number <= UInt64(rest.count / 2) else { throw .ended }
            var map: [CBOR: CBOR] = [:]
            for _ in 0..<number {
                let key = try value(depth: depth + 1)
                guard map.updateValue(try value(depth: depth + 1), forKey: key) == nil else { throw .keyTwice }
            }
            return .map(map)
        default: throw .unsupported(head)
        }
    }

    private func simple(_ head: UInt8) throws(CBOR.Fault) -> CBOR {
        switch head & 31 {
        case 20: .boolean(false)
        case 21: .boolean(true)
        case 22: .null
        default: throw .unsupported(head)
        }
    }

    /// A length or an integer, in as few bytes as it needs.
    private mutating func number(_ information: UInt8) throws(CBOR.Fault) -> UInt64 {
        guard information >= 24 else { return UInt64(information) }
        guard information <= 27 else { throw .unsupported(information) }
        let width = 1 << Int(information - 24)
        let value = try take(UInt64(width)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let least: [UInt64] = [24, 1 << 8, 1 << 16, 1 << 32]
        guard value >= least[Int(information - 24)] else { throw .notShortest }
        return value
    }

    private mutating func byte() throws(CBOR.Fault) -> UInt8 {
        guard let byte = rest.popFirst() else { throw .ended }
        return byte
    }

    private mutating func take(_ count: UInt64) throws(CBOR.Fault) -> [UInt8] {
        guard count <= UInt64(rest.count) else { throw .ended }
        defer { rest = rest.dropFirst(Int(count)) }
        return Array(rest.prefix(Int(count)))
    }
}

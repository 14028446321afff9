/// The number of a demand that people say on the telephone: `7K3M-QX23`.
///
/// Eight characters of Crockford's base 32 (no I, L, O, U): seven random ones, 34 thousand million numbers, and a
/// check character. Crockford's own check is a remainder mod 37, which needs `* ~ $ = U`; ours stays within the 32
/// letters, so that every character can be typed and said. It is the value that makes Σ αⁱ·cᵢ = 0 in GF(32), reduced
/// by x⁵ + x² + 1, cᵢ the i-th character from the left. As the eight weights αⁱ are distinct and none is zero, every
/// single wrong character and every exchange of two different characters, neighbours or not, is detected: all of them,
/// not most.
public struct RequestNumber: Hashable, Sendable {
    /// Eight capitals and digits, the check character last, no dash: what storage holds.
    public let rawValue: String

    static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// A random number. Storage may already hold it: try again on a clash.
    public static func random(using random: inout some RandomNumberGenerator) -> Self {
        Self(payload: UInt64.random(in: 0..<(1 << 35), using: &random))
    }

    public static func random() -> Self {
        var random = SystemRandomNumberGenerator()
        return .random(using: &random)
    }

    /// As shown and said: `7K3M-QX23`.
    public var shown: String { "\(rawValue.prefix(4))-\(rawValue.suffix(4))" }

    /// Reads what someone typed or heard: case, spaces and dashes do not matter, O is 0, I and L are 1.
    /// Nil for anything but eight characters whose check holds.
    public static func parse(_ typed: String) -> Self? {
        var values: [UInt8] = []
        for scalar in typed.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.isDash { continue }
            guard values.count < 8, let value = value(of: scalar) else { return nil }
            values.append(value)
        }
        return Self(values: values)
    }

    /// The seven characters of 35 bits and their check.
    init(payload: UInt64) {
        let values = (0..<7).map { UInt8(payload >> UInt64(30 - 5 * $0) & 31) }
        // Σ_{i<7} αⁱ·cᵢ + α⁷·c₇ = 0, and the characteristic is 2.
        let check = GF32.product(GF32.sum(values), GF32.power(31 - 7))
        rawValue = Self.text(values + [check])
    }

    private init?(values: [UInt8]) {
        guard values.count == 8, GF32.sum(values) == 0 else { return nil }
        rawValue = Self.text(values)
    }

    private static func text(_ values: [UInt8]) -> String {
        String(decoding: values.map { alphabet[Int($0)] }, as: UTF8.self)
    }

    private static func value(of scalar: Unicode.Scalar) -> UInt8? {
        guard scalar.isASCII else { return nil }
        let byte = UInt8(scalar.value)
        let capital = byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
        switch capital {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return alphabet.firstIndex(of: capital).map(UInt8.init)
        }
    }
}

extension RequestNumber: RawRepresentable, Codable, CustomStringConvertible {
    /// Exactly as `rawValue` writes it; what people type goes through `parse`.
    public init?(rawValue text: String) {
        guard let number = Self.parse(text), number.rawValue == text else { return nil }
        self = number
    }

    public var description: String { shown }
}

/// The field of 32 elements, reduced by x⁵ + x² + 1, whose element 2 (α) generates all but zero.
private enum GF32 {
    static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        var (a, b, product) = (a, b, UInt8(0))
        while b != 0 {
            if b & 1 == 1 { product ^= a }
            a = a & 16 == 0 ? a << 1 : (a << 1) ^ 0b100101
            b >>= 1
        }
        return product
    }

    /// αⁿ
    static func power(_ exponent: Int) -> UInt8 { (0..<exponent).reduce(1) { power, _ in product(power, 2) } }

    /// Σ αⁱ·vᵢ
    static func sum(_ values: [UInt8]) -> UInt8 {
        values.reversed().reduce(0) { sum, value in product(sum, 2) ^ value }
    }
}

import Crypto

/// Eight bytes of a key as a line to be printed and typed back: `1 7ZPA 4K2M 0XQ9 W3TD`. Crockford's base 32, which has no
/// I, L, O and U: the first three are read as 1, 1 and 0. Thirteen characters hold the bytes, three check them together
/// with the line's place.
enum EscrowLine {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// - Parameter place: from 1.
    static func text(_ bytes: ArraySlice<UInt8>, place: Int) -> String {
        let value = bytes.reduce(UInt64(0)) { ($0 << 8) | UInt64($1) }
        // 64 bits and a zero one.
        var digits = (0..<12).map { index in Int((value >> UInt64(59 - 5 * index)) & 31) }
        digits.append(Int((value << 1) & 31))
        digits.append(contentsOf: check(bytes, place))
        let text = digits.map { String(UnicodeScalar(alphabet[$0])) }
        let groups = stride(from: 0, to: 16, by: 4).map { text[$0..<$0 + 4].joined() }
        return "\(place) " + groups.joined(separator: " ")
    }

    /// - Parameter text: with or without spaces and hyphens, in any case.
    /// - Returns: nil unless it is the line of that place.
    static func bytes(_ text: some StringProtocol, place: Int) -> [UInt8]? {
        var digits: [Int] = []
        for character in text.utf8 where character != 0x20 && character != 0x2D {
            guard let digit = digit(character) else { return nil }
            digits.append(digit)
        }
        guard digits.count == 17, digits[0] == place, digits[13] & 1 == 0 else { return nil }
        let high = digits[1..<13].reduce(UInt64(0)) { ($0 << 5) | UInt64($1) }
        let value = (high << 4) | UInt64(digits[13] >> 1)
        let bytes = withUnsafeBytes(of: value.bigEndian) { Array($0) }
        return check(bytes[...], place) == Array(digits[14...]) ? bytes : nil
    }

    private static func digit(_ character: UInt8) -> Int? {
        let upper = (0x61...0x7A).contains(character) ? character - 0x20 : character
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return alphabet.firstIndex(of: upper)
        }
    }

    /// Fifteen bits of a digest.
    private static func check(_ bytes: ArraySlice<UInt8>, _ place: Int) -> [Int] {
        let digest = Array(SHA256.hash(data: Array("essaim escrow \(place) ".utf8) + bytes).prefix(2))
        let value = (Int(digest[0]) << 8) | Int(digest[1])
        return [(value >> 11) & 31, (value >> 6) & 31, (value >> 1) & 31]
    }
}

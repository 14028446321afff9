/// Base64 without padding (RFC 4648): §5's alphabet for what stands in cookies and addresses, §4's for password hashes.
public struct UnpaddedBase64: Sendable {
    public static let url = UnpaddedBase64("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    public static let standard = UnpaddedBase64("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    private let digits: [UInt8]
    private let values: [UInt8: UInt32]

    private init(_ alphabet: String) {
        digits = Array(alphabet.utf8)
        values = Dictionary(uniqueKeysWithValues: zip(digits, 0...))
    }

    public func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for position in 0...group.count { text.append(digits[Int(bits >> UInt32(18 - 6 * position) & 63)]) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// nil for a foreign character, a length that no bytes give, or bits left over: each value has one spelling.
    public func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for digit in text.utf8 {
            guard let value = values[digit] else { return nil }
            bits = bits << 6 | value
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(bits >> held & 0xFF))
                bits &= (1 << held) - 1
            }
        }
        return held < 6 && bits == 0 ? bytes : nil
    }
}

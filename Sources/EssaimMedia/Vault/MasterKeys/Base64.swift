/// Bytes as text, RFC 4648 §4: with padding, without line breaks, one spelling each.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { ($0 << 8) | Int($1) } << (8 * (3 - group.count))
            for index in 0..<4 {
                text.append(index <= group.count ? alphabet[(value >> (18 - 6 * index)) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for anything that `text` does not give.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let body = text.utf8.prefix { $0 != UInt8(ascii: "=") }
        var (bytes, value, bits) = ([UInt8](), 0, 0)
        for character in body {
            guard let digit = alphabet.firstIndex(of: character) else { return nil }
            (value, bits) = ((value << 6 | digit) & 0xFFFF, bits + 6)
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8((value >> bits) & 0xFF))
        }
        return Self.text(bytes) == String(text) ? bytes : nil
    }
}

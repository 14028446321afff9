/// Base32 without padding (RFC 4648 §6): how authenticator applications take a secret, typed or scanned.
enum Base32 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (bits, held): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            held += 8
            while held >= 5 {
                held -= 5
                text.append(digits[Int(bits >> held & 31)])
            }
            bits &= (1 << held) - 1
        }
        if held > 0 { text.append(digits[Int(bits << (5 - held) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }
}

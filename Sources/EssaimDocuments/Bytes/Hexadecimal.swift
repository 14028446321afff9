/// The hexadecimal spellings that PDF uses.
enum Hexadecimal {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Two digits a byte.
    static func bytes(_ bytes: some Sequence<UInt8>) -> String {
        var spelled: [UInt8] = []
        for byte in bytes {
            spelled.append(digits[Int(byte >> 4)])
            spelled.append(digits[Int(byte & 15)])
        }
        return String(decoding: spelled, as: UTF8.self)
    }

    /// The lowest sixteen bits, in four digits.
    static func word(_ value: Int) -> String {
        bytes([UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)])
    }

    /// UTF-16, big-endian, without a mark.
    static func text(_ text: String) -> String {
        bytes(text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] })
    }
}

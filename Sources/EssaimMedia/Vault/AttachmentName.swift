/// The name of a stored file: 128 random bits as 32 lower-case hexadecimal digits. It says nothing of the content (a
/// hash would tell that two are equal) and can hold no path.
public struct AttachmentName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// A new name.
    public init(using random: inout some RandomNumberGenerator) {
        let digits = Array("0123456789abcdef".utf8)
        let bytes = (0..<32).map { _ in digits[Int.random(in: 0..<16, using: &random)] }
        text = String(decoding: bytes, as: UTF8.self)
    }

    public init() {
        var random = SystemRandomNumberGenerator()
        self.init(using: &random)
    }

    /// A name read from the database or an address; nil for anything but 32 lower-case hexadecimal digits.
    public init?(_ text: some StringProtocol) {
        let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard text.utf8.count == 32, text.utf8.allSatisfy(isDigit) else { return nil }
        self.text = String(text)
    }

    public var description: String { text }

    /// The two folders above the file, `ab/cd`: 65,536 of them, about 150 files in each at ten million.
    var folders: [String] {
        [String(text.prefix(2)), String(text.dropFirst(2).prefix(2))]
    }
}

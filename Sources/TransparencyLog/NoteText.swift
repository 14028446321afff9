/// What every text of these formats must satisfy before it is looked at.
enum NoteText {
    /// The largest text that is read, in bytes.
    static let longest = 1 << 20

    /// The bytes of a text; throws if it is too long or holds a control character other than the line feed.
    static func bytes(_ text: String) throws(NoteFault) -> [UInt8] {
        guard text.utf8.count <= longest else { throw .tooLong }
        guard !text.utf8.contains(where: { isControl($0) && $0 != UInt8(ascii: "\n") }) else { throw .controlCharacter }
        return Array(text.utf8)
    }

    /// The text that these bytes are in UTF-8; throws if they are not, or too many.
    static func text(_ bytes: some Collection<UInt8>) throws(NoteFault) -> String {
        guard bytes.count <= longest else { throw .tooLong }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    /// Whether a text can stand on one line of its own: something, and no control character.
    static func isLine(_ text: String) -> Bool {
        !text.isEmpty && !text.utf8.contains(where: isControl)
    }

    /// Whether two texts are the same bytes. `==` on strings takes "é" in one character and in two for the same.
    static func same(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }

    /// A control character of ASCII, as the format counts them: below U+0020.
    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 }
}

/// Walks through JSON (RFC 8259) from its beginning to its end and keeps nothing: who walks takes what it needs. A fault
/// says where.
struct JSONCursor {
    struct Fault: Error {
        /// In bytes.
        let offset: Int
        let message: String
    }

    private let bytes: [UInt8]
    private(set) var offset = 0

    /// How many arrays and objects may stand within each other.
    static let deepest = 32

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func fault(_ message: String) -> Fault { Fault(offset: offset, message: message) }

    /// The line and column of an offset, from 1.
    func place(of offset: Int) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (before.count { $0 == UInt8(ascii: "\n") } + 1, offset - start + 1)
    }

    /// The next byte that is no blank, which stays; nil at the end.
    mutating func next() -> UInt8? {
        while offset < bytes.count, Self.isBlank(bytes[offset]) { offset += 1 }
        return offset < bytes.count ? bytes[offset] : nil
    }

    /// Whether an array begins here that begins with a number.
    func isArrayOfNumbers() -> Bool {
        var ahead = self
        guard ahead.next() == UInt8(ascii: "[") else { return false }
        ahead.offset += 1
        return ahead.next().map { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) } ?? false
    }

    /// Takes one sign.
    mutating func take(_ sign: Unicode.Scalar) throws(Fault) {
        guard next() == UInt8(ascii: sign) else { throw fault("«\u{A0}\(sign)\u{A0}» est attendu ici.") }
        offset += 1
    }

    /// Goes to the next element of an array or object whose opening was taken; false at its closing, which is taken.
    mutating func hasNext(until closing: Unicode.Scalar, isFirst: inout Bool) throws(Fault) -> Bool {
        if next() == UInt8(ascii: closing) {
            offset += 1
            return false
        }
        if !isFirst { try take(",") }
        isFirst = false
        return true
    }

    /// The next key of an object whose opening was taken; nil at its closing.
    mutating func key(isFirst: inout Bool) throws(Fault) -> String? {
        guard try hasNext(until: "}", isFirst: &isFirst) else { return nil }
        let key = try text()
        try take(":")
        return key
    }

    /// A string. An escape is refused: nothing that is read here needs one; what is skipped may hold some.
    mutating func text() throws(Fault) -> String {
        try take("\"")
        let start = offset
        while offset < bytes.count, bytes[offset] != Self.quote, bytes[offset] != Self.escape { offset += 1 }
        guard offset < bytes.count, bytes[offset] == Self.quote else { throw fault("un texte simple est attendu.") }
        guard let text = String(validating: bytes[start..<offset], as: UTF8.self) else {
            throw fault("le texte n’est pas en UTF-8.")
        }
        offset += 1
        return text
    }

    mutating func number() throws(Fault) -> Double {
        _ = next()
        let start = offset
        while offset < bytes.count, Self.isOfNumber(bytes[offset]) { offset += 1 }
        guard (1...40).contains(offset - start), bytes[start] != UInt8(ascii: "+"), bytes[start] != UInt8(ascii: "."),
            let number = Double(String(decoding: bytes[start..<offset], as: UTF8.self)), number.isFinite
        else { throw fault("un nombre est attendu.") }
        return number
    }

    /// Whatever stands here.
    mutating func skip(depth: Int = 0) throws(Fault) {
        guard depth < Self.deepest else { throw fault("trop de niveaux les uns dans les autres.") }
        switch next() {
        case UInt8(ascii: "{"):
            offset += 1
            var isFirst = true
            while try hasNext(until: "}", isFirst: &isFirst) {
                try skipText()
                try take(":")
                try skip(depth: depth + 1)
            }
        case UInt8(ascii: "["):
            offset += 1
            var isFirst = true
            while try hasNext(until: "]", isFirst: &isFirst) { try skip(depth: depth + 1) }
        case Self.quote: try skipText()
        case UInt8(ascii: "t"): try skip(word: "true")
        case UInt8(ascii: "f"): try skip(word: "false")
        case UInt8(ascii: "n"): try skip(word: "null")
        default: _ = try number()
        }
    }

    private mutating func skipText() throws(Fault) {
        try take("\"")
        while offset < bytes.count, bytes[offset] != Self.quote {
            offset += bytes[offset] == Self.escape ? 2 : 1
        }
        guard offset < bytes.count else { throw fault("un guillemet ouvert n’est pas fermé.") }
        offset += 1
    }

    private mutating func skip(word: String) throws(Fault) {
        guard bytes[offset...].starts(with: word.utf8) else { throw fault("cela ne se lit pas comme du JSON.") }
        offset += word.utf8.count
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private static let quote = UInt8(ascii: "\"")
    private static let escape = UInt8(ascii: "\\")
}

/// The bytes of a short XML, token by token.
struct ShortXMLInput {
    enum Token {
        case start(String, isEmpty: Bool)
        case end(String)
        case text(String)
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    }

    /// `<?xml …?>`, at the very beginning only.
    mutating func skipDeclaration() {
        guard rest.starts(with: "<?xml ".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")),
            rest[..<end].last == UInt8(ascii: "?")
        else { return }
        rest = rest[(end + 1)...]
    }

    /// Nil at the end.
    mutating func next() throws(ShortXML.Fault) -> Token? {
        guard let first = rest.first else { return nil }
        guard first == UInt8(ascii: "<") else {
            let text = rest.prefix { $0 != UInt8(ascii: "<") }
            rest = rest[text.endIndex...]
            return .text(try Self.plain(text))
        }
        // An attribute may hold `>`; those of a storage are names of schemas, and do not.
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { throw ShortXML.Fault() }
        var tag = rest[(rest.startIndex + 1)..<end]
        rest = rest[(end + 1)...]
        if tag.first == UInt8(ascii: "/") {
            return .end(try Self.name(tag.dropFirst()))
        }
        let isEmpty = tag.last == UInt8(ascii: "/")
        if isEmpty { tag = tag.dropLast() }
        return .start(try Self.name(tag), isEmpty: isEmpty)
    }

    /// The name that a tag begins with, less its prefix: letters and digits.
    private static func name(_ tag: ArraySlice<UInt8>) throws(ShortXML.Fault) -> String {
        let whole = tag.prefix { !" \t\r\n".utf8.contains($0) }
        let local = whole.lastIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole
        guard (1...64).contains(local.count), !tag.dropFirst(whole.count).contains(UInt8(ascii: "<")),
            local.allSatisfy({ $0 != UInt8(ascii: ".") && ObjectKey.isUnreserved($0) })
        else { throw ShortXML.Fault() }
        return String(decoding: local, as: UTF8.self)
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) throws(ShortXML.Fault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw ShortXML.Fault() }
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var plain = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            plain += rest[..<start]
            guard let end = rest[start...].prefix(12).firstIndex(of: ";") else { throw ShortXML.Fault() }
            plain.unicodeScalars.append(try scalar(rest[rest.index(after: start)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return plain + rest
    }

    /// `amp`, `#38`, `#x26`.
    private static func scalar(_ entity: Substring) throws(ShortXML.Fault) -> UnicodeScalar {
        switch entity {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let isHexadecimal = entity.hasPrefix("#x")
            let digits = entity.dropFirst(isHexadecimal ? 2 : 1)
            guard entity.hasPrefix("#"), digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
                let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = UnicodeScalar(number)
            else { throw ShortXML.Fault() }
            return scalar
        }
    }
}

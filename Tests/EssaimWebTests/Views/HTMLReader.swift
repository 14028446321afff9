/// A strict reader of what our pages write: it throws where a browser would guess. Works on bytes, as a browser does.
struct HTMLReader: Sendable {
    struct Element: Sendable, CustomStringConvertible {
        let name: String
        let attributes: [String: String]
        let ancestors: [String]
        var description: String { "<\(name) \(attributes)>" }
    }

    struct Malformed: Error, CustomStringConvertible { let description: String }

    private(set) var elements: [Element] = []
    private(set) var texts: [String] = []

    private static let voids: Set<String> = ["meta", "link", "input", "br", "hr", "img", "wbr"]

    init(_ html: [UInt8]) throws(Malformed) {
        var rest = html[...]
        var open: [String] = []
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            try keep(rest[..<start])
            rest = rest[(start + 1)...]
            guard let end = Self.endOfTag(rest) else { throw Malformed(description: "a tag has no end") }
            let tag = rest[..<end]
            rest = rest[(end + 1)...]
            if tag.first == UInt8(ascii: "!") { continue }
            if tag.first == UInt8(ascii: "/") {
                let name = String(decoding: tag.dropFirst(), as: UTF8.self)
                guard open.popLast() == name else { throw Malformed(description: "</\(name)> closes another") }
                continue
            }
            let element = try Self.element(tag, open)
            elements.append(element)
            if !Self.voids.contains(element.name), tag.last != UInt8(ascii: "/") { open.append(element.name) }
        }
        guard open.isEmpty else { throw Malformed(description: "left open: \(open)") }
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) throws(Malformed) {
        guard !bytes.contains(UInt8(ascii: ">")), !bytes.contains(UInt8(ascii: "\"")) else {
            throw Malformed(description: "unescaped: \(String(decoding: bytes, as: UTF8.self))")
        }
        if !bytes.isEmpty { texts.append(Self.unescaped(bytes)) }
    }

    private static func endOfTag(_ bytes: ArraySlice<UInt8>) -> Int? {
        var isQuoted = false
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if bytes[index] == UInt8(ascii: ">"), !isQuoted { return index }
        }
        return nil
    }

    private static func element(_ tag: ArraySlice<UInt8>, _ ancestors: [String]) throws(Malformed) -> Element {
        var isQuoted = false
        let pieces = tag.split { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return !isQuoted && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n"))
        }
        guard let first = pieces.first else { throw Malformed(description: "a tag without a name") }
        var attributes: [String: String] = [:]
        for piece in pieces.dropFirst() where piece != [UInt8(ascii: "/")] {
            let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
            let name = String(decoding: piece[..<equals], as: UTF8.self)
            guard attributes[name] == nil else { throw Malformed(description: "twice the same attribute: \(name)") }
            attributes[name] = unescaped(piece[equals...].dropFirst(2).dropLast())
        }
        var name = String(decoding: first, as: UTF8.self)
        if name.hasSuffix("/") { name.removeLast() }
        return Element(name: name, attributes: attributes, ancestors: ancestors)
    }

    private static let references: [(reference: String, byte: UInt8)] = [
        ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&quot;", UInt8(ascii: "\"")),
        ("&#39;", UInt8(ascii: "'")), ("&amp;", UInt8(ascii: "&")),
    ]

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var plain: [UInt8] = []
        var rest = bytes
        while let byte = rest.first {
            if let found = references.first(where: { rest.starts(with: $0.reference.utf8) }) {
                plain.append(found.byte)
                rest = rest.dropFirst(found.reference.utf8.count)
            } else {
                plain.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

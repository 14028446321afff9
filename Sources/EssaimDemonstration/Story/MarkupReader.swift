/// The tags and texts of a page of ours, one after the other: as much HTML as a browser without script needs to fill a form.
struct MarkupReader: Sequence, IteratorProtocol {
    enum Token {
        case open(String, [String: String])
        case close(String)
        case text(String)
    }

    /// Stands among the attributes of a tag that closes itself, as drawings have.
    static let selfClosing = "/"

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        guard place < bytes.count else { return nil }
        guard bytes[place] == UInt8(ascii: "<") else { return .text(Self.decoded(take { $0 == UInt8(ascii: "<") })) }
        place += 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "!") {
            _ = take { $0 == UInt8(ascii: ">") }
            place += 1
            return next()
        }
        let isClosing = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isClosing { place += 1 }
        let name = String(decoding: take { $0.isBlank || $0 == UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        let attributes = attributes()
        return isClosing ? .close(name) : .open(name, attributes)
    }

    /// Up to the byte that ends it, which is left.
    private mutating func take(until ends: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        // What was skipped before may have been the last byte.
        let start = Swift.min(place, bytes.count)
        place = start
        while place < bytes.count, !ends(bytes[place]) { place += 1 }
        return bytes[start..<place]
    }

    private mutating func attributes() -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            let skipped = take { !$0.isBlank && $0 != UInt8(ascii: "/") }
            guard place < bytes.count else { return attributes }
            if bytes[place] == UInt8(ascii: ">") {
                if skipped.last == UInt8(ascii: "/") { attributes[Self.selfClosing] = "" }
                place += 1
                return attributes
            }
            let name = String(decoding: take { $0.isBlank || "=>".utf8.contains($0) }, as: UTF8.self).lowercased()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
                attributes[name] = ""
                continue
            }
            place += 1
            guard place < bytes.count else { return attributes }
            let quote = bytes[place]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                place += 1
                attributes[name] = Self.decoded(take { $0 == quote })
                place += 1
            } else {
                attributes[name] = Self.decoded(take { $0.isBlank || $0 == UInt8(ascii: ">") })
            }
        }
    }

    /// The text with its character references resolved: those that our pages write.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("&") else { return text }
        var out = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "&") {
            out += rest[..<sign]
            rest = rest[sign...]
            guard let end = rest.prefix(12).firstIndex(of: ";"),
                let scalar = scalar(rest[rest.index(after: sign)..<end])
            else {
                out += "&"
                rest = rest.dropFirst()
                continue
            }
            out.unicodeScalars.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    private static func scalar(_ name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
            return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
        }
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension String {
    /// Words with one space between them, hard spaces as others: what to compare.
    var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// The bytes of a page as they are written. Escaping works on UTF-8 bytes: a quote that bears a combining accent is one
/// `Character` and still a quote to a browser.
struct MarkupBuffer {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(16 * 1024) }

    mutating func write(_ markup: Markup) {
        switch markup.node {
        case .empty: break
        case .text(let text): writeEscaped(text)
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .trusted(let source): write(source)
        case .element(let element): write(element)
        case .sequence(let parts): for part in parts { write(part) }
        }
    }

    /// As it stands: names and markup of the program's own source.
    mutating func write(_ source: StaticString) {
        if source.hasPointerRepresentation {
            bytes.append(contentsOf: UnsafeBufferPointer(start: source.utf8Start, count: source.utf8CodeUnitCount))
        } else {
            bytes.append(contentsOf: String(Character(source.unicodeScalar)).utf8)
        }
    }

    /// Text or attribute value: `& < > " '` become character references; the null byte, which no page may hold, is
    /// replaced.
    mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                guard let replacement = Self.replacement(of: utf8[index]) else { continue }
                bytes.append(contentsOf: utf8[start..<index])
                write(replacement)
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    private mutating func write(_ element: Markup.Element) {
        bytes.append(UInt8(ascii: "<"))
        write(element.name)
        for attribute in element.attributes {
            if let attribute { write(attribute) }
        }
        bytes.append(UInt8(ascii: ">"))
        if element.isVoid { return }
        for part in element.content { write(part) }
        bytes.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
        write(element.name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func write(_ attribute: Attribute) {
        if case .flag(false) = attribute.value { return }
        bytes.append(UInt8(ascii: " "))
        write(attribute.prefix)
        write(attribute.name)
        switch attribute.value {
        case .flag: return
        case .text(let text): writeQuoted { $0.writeEscaped(text) }
        case .word(let word): writeQuoted { $0.write(word) }
        case .number(let number): writeQuoted { $0.bytes.append(contentsOf: String(number).utf8) }
        }
    }

    private mutating func writeQuoted(_ value: (inout MarkupBuffer) -> Void) {
        bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
        value(&self)
        bytes.append(UInt8(ascii: "\""))
    }

    private static func replacement(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}

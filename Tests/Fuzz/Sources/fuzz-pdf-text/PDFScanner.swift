/// Reads the values of PDF as ISO 32000-1, 7.3 has them, and nothing laxer: strings and brackets that close, names, numbers.
struct PDFScanner {
    let bytes: [UInt8]
    var place: Int

    init(_ bytes: [UInt8], at place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    var isAtEnd: Bool {
        var rest = self
        rest.skipSpaces()
        return rest.place == bytes.count
    }

    /// The next value; nil where there is none, or none that ends.
    mutating func value(depth: Int = 0) -> PDFValue? {
        skipSpaces()
        guard place < bytes.count, depth < 20 else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "("): return literal()
        case UInt8(ascii: "["): return array(depth)
        case UInt8(ascii: "<"): return starts(with: "<<") ? dictionary(depth) : hexadecimal()
        case UInt8(ascii: "/"):
            place += 1
            let name = regular()
            return name.isEmpty ? nil : .name(name)
        default:
            let word = regular()
            guard word.utf8.allSatisfy("-.0123456789".utf8.contains), let number = Double(word) else {
                return word.isEmpty ? nil : .word(word)
            }
            return reference(number) ?? .number(number)
        }
    }

    func starts(with text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    mutating func skipSpaces() {
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    }

    private mutating func regular() -> String {
        let start = place
        while place < bytes.count, bytes[place] > 0x20, !"()<>[]{}/%".utf8.contains(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func reference(_ number: Double) -> PDFValue? {
        guard let object = Int(exactly: number), starts(with: " 0 R") else { return nil }
        place += 4
        return .reference(object)
    }

    private mutating func literal() -> PDFValue? {
        var text: [UInt8] = []
        var depth = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return .string(Array(text.dropFirst())) }
            case UInt8(ascii: "\\"): place += 1
            default: break
            }
            text.append(byte)
        }
        return nil
    }

    private mutating func hexadecimal() -> PDFValue? {
        guard let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let digits = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
        place = end + 1
        guard digits.utf8.count.isMultiple(of: 2), digits.allSatisfy(\.isHexDigit) else { return nil }
        var text: [UInt8] = []
        var rest = digits.utf8[...]
        while !rest.isEmpty {
            text.append(UInt8(String(Substring(rest.prefix(2))), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return .string(text)
    }

    private mutating func array(_ depth: Int) -> PDFValue? {
        place += 1
        var values: [PDFValue] = []
        while true {
            skipSpaces()
            if place < bytes.count, bytes[place] == UInt8(ascii: "]") {
                place += 1
                return .array(values)
            }
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
        }
    }

    private mutating func dictionary(_ depth: Int) -> PDFValue? {
        place += 2
        var entries: [String: PDFValue] = [:]
        while true {
            skipSpaces()
            if starts(with: ">>") {
                place += 2
                return .dictionary(entries)
            }
            guard case .name(let key) = value(depth: depth + 1), let value = value(depth: depth + 1),
                entries.updateValue(value, forKey: key) == nil
            else { return nil }
        }
    }
}

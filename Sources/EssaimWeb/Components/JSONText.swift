/// What programs read (RFC 8259). Members stand in the order they are given.
indirect enum JSONText: Sendable {
    case text(String)
    case number(Int)
    case none
    case list([JSONText])
    case object([(String, JSONText)])

    static func optional(_ number: Int?) -> JSONText { number.map { .number($0) } ?? .none }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): Self.write(text, to: &bytes)
        case .number(let number): bytes += String(number).utf8
        case .none: bytes += "null".utf8
        case .list(let items):
            Self.enclose("[", "]", items, &bytes) { $0.write(to: &$1) }
        case .object(let members):
            Self.enclose("{", "}", members, &bytes) { member, bytes in
                Self.write(member.0, to: &bytes)
                bytes += ":".utf8
                member.1.write(to: &bytes)
            }
        }
    }

    private static func enclose<T>(
        _ open: String, _ close: String, _ items: [T], _ bytes: inout [UInt8], _ write: (T, inout [UInt8]) -> Void
    ) {
        bytes += open.utf8
        for (place, item) in items.enumerated() {
            if place > 0 { bytes += ",".utf8 }
            write(item, &bytes)
        }
        bytes += close.utf8
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes += "\"".utf8
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += #"\""#.utf8
            case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
            case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes += "\"".utf8
    }
}

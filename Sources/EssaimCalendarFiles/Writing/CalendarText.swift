import EssaimDomain

/// The lines of a calendar, as RFC 5545 wants them: ended by CRLF, folded at 75 octets, texts escaped.
struct CalendarText {
    private(set) var bytes: [UInt8] = []

    private static let longestLine = 75

    /// - Parameter value: as it is to stand there: see `escaped`.
    mutating func line(_ name: String, _ value: String) {
        var length = 0
        for character in "\(name):\(value)".unicodeScalars {
            let encoded = Array(String(character).utf8)
            if length + encoded.count > Self.longestLine {
                bytes += [0x0D, 0x0A, 0x20]
                length = 1
            }
            bytes += encoded
            length += encoded.count
        }
        bytes += [0x0D, 0x0A]
    }

    /// A text (§3.3.11): backslash, semicolon, comma and the end of a line escaped, other control characters left out.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar] as [Unicode.Scalar])
            case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
            case _ where scalar.properties.generalCategory == .control: break
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// An instant in UTC: `20261116T175500Z`.
    static func time(_ instant: Instant) -> String {
        let plain = OffsetRules.fixed(seconds: 0).civil(at: instant).description
        return plain.filter { $0 != "-" && $0 != ":" } + "Z"
    }
}

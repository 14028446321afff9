/// Plain text as a word processor or a device writes it: UTF-8, or Windows-1252 as older programs have it.
public enum PlainText {
    /// Bytes of a text as sent.
    public static let limit = 1 << 20

    /// The text in UTF-8, without a byte order mark, lines ended by `\n`, without control characters but `\n` and `\t`.
    /// - Throws: `tooManyBytes`; `unrecognised` when it holds a NUL, and so is no text.
    public static func clean(_ bytes: [UInt8]) throws(MediaFault) -> [UInt8] {
        guard bytes.count <= limit else { throw .tooManyBytes(limit: limit) }
        guard !bytes.contains(0) else { throw .unrecognised }
        let text = String(validating: bytes, as: UTF8.self) ?? fromWindows1252(bytes)
        var clean = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            if scalar == "\r" || (scalar == "\n" && !afterReturn) {
                clean.append("\n")
            } else if scalar == "\t" || isShown(scalar) {
                clean.append(scalar)
            }
        }
        return Array(String(clean).utf8)
    }

    /// True for what has no NUL, next to no control characters, and is mostly ASCII or valid UTF-8.
    static func looksLikeText(_ head: ArraySlice<UInt8>) -> Bool {
        guard !head.isEmpty, !head.contains(0) else { return false }
        let controls = head.count { ($0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0)) || $0 == 0x7F }
        let high = head.count { $0 >= 0x80 }
        return controls * 32 <= head.count && (high * 3 <= head.count || isUTF8(head))
    }

    /// A character may be cut at the end.
    private static func isUTF8(_ head: ArraySlice<UInt8>) -> Bool {
        (0..<4).contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
    }

    /// C0 and C1 controls, byte order marks and the marks that turn the direction of what follows are not shown.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
    }

    private static func fromWindows1252(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let value = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
            text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return String(text)
    }

    /// 0x80 to 0x9F (WHATWG Encoding, index windows-1252).
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}

import EssaimGate

/// Reads the `Cookie` header (RFC 6265 §4.2.1). Other programs of the same host set cookies too, so one that is badly
/// written is left out rather than failing the request; nothing is decoded, and quotes are part of the value, for a
/// quote that hides a `;` is how one cookie is smuggled inside another.
public enum CookieHeader {
    /// Bytes read of all header lines together; a longer header gives no cookie at all.
    public static let maximumBytes = 16 << 10
    /// Cookies kept; those after are left out.
    public static let maximumCookies = 100

    /// The cookies in the order sent. Several header lines (HTTP/2 splits them, RFC 9113 §8.2.3) are one list.
    /// Ask `single(_:)` for a session: a name sent twice is nobody's.
    public static func parse(_ lines: [String]) -> FormFields {
        guard lines.reduce(0, { $0 + $1.utf8.count }) <= maximumBytes else { return FormFields() }
        var cookies = FormFields()
        for line in lines {
            for pair in Array(line.utf8).split(separator: UInt8(ascii: ";")) {
                guard cookies.count < maximumCookies else { return cookies }
                let bytes = trimmed(pair)
                guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { continue }
                let name = bytes[..<equals]
                let value = bytes[(equals + 1)...]
                guard !name.isEmpty, name.allSatisfy(HeaderParameters.isToken), value.allSatisfy(isValueByte) else {
                    continue
                }
                cookies.append(String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
            }
        }
        return cookies
    }

    public static func parse(_ line: String) -> FormFields { parse([line]) }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let byte = rest.first, byte == 0x20 || byte == 0x09 { rest.removeFirst() }
        while let byte = rest.last, byte == 0x20 || byte == 0x09 { rest.removeLast() }
        return rest
    }

    /// cookie-octet of RFC 6265, and the double quote that may stand around a value.
    private static func isValueByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2B, 0x2D...0x3A, 0x3C...0x5B, 0x5D...0x7E: true
        default: false
        }
    }
}

/// Whether an address may stand in `href`, `src` or `action`: of this site, `http`, `https`, `mailto` or `tel`.
///
/// The address is judged as a browser reads it (WHATWG URL): control characters and white space, which a browser drops
/// (`java\nscript:`), backslashes, which it takes for slashes (`/\elsewhere`), and `//elsewhere` are all refused.
public enum SafeAddress {
    private static let schemes = ["http", "https", "mailto", "tel"]

    /// The address itself, or `#`.
    public static func checked(_ address: String) -> String { allows(address) ? address : "#" }

    public static func allows(_ address: String) -> Bool {
        let bytes = address.utf8
        guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else { return false }
        guard !bytes.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) else { return false }
        if bytes.first == UInt8(ascii: "/") { return true }
        let end = bytes.firstIndex { byte in
            byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
                || byte == UInt8(ascii: "#")
        }
        guard let end, bytes[end] == UInt8(ascii: ":") else { return true }
        let scheme = bytes[..<end].map { byte in
            byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
        }
        return schemes.contains(String(decoding: scheme, as: UTF8.self))
    }
}

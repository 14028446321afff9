/// How a file is to be kept, under which name (RFC 6266): in ASCII for all, in UTF-8 for who reads it (RFC 8187).
struct Disposition {
    let text: String

    init(_ name: String, isInline: Bool) {
        let kind = isInline ? "inline" : "attachment"
        let plain = String(
            decoding: name.unicodeScalars.map { scalar in
                scalar.isASCII && scalar.value >= 0x20 && scalar.value < 0x7F
                    && !"\"\\%;".unicodeScalars.contains(scalar)
                    ? UInt8(scalar.value) : UInt8(ascii: "_")
            }, as: UTF8.self)
        text =
            plain == name
            ? "\(kind); filename=\"\(plain)\""
            : "\(kind); filename=\"\(plain)\"; filename*=UTF-8''\(Self.encoded(name))"
    }

    /// RFC 8187's attr-char, all else as %XX.
    private static func encoded(_ name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~".utf8)
        return String(
            decoding: name.utf8.flatMap {
                kept.contains($0) ? [$0] : [0x25, digits[Int($0 >> 4)], digits[Int($0 & 15)]]
            },
            as: UTF8.self)
    }
}

/// What a `PUT` says of the file that it carries: where these bytes begin, how long the whole is, the file's name.
struct UploadHeaders: Equatable {
    /// In bytes, up to twelve digits each. Which of them are lawful is for the endpoint to say.
    let offset: Int
    let total: Int
    /// As its sender calls it, at most `nameLimit` bytes of UTF-8; nil when it has none.
    let name: String?

    /// Of the name, decoded.
    static let nameLimit = 1024
    /// Of the header. A name of 255 characters, the longest a system knows, is 3,060 bytes at most once encoded.
    static let encodedNameLimit = 8 << 10

    /// nil unless both numbers are digits alone, and the name is UTF-8 in percent encoding without a NUL. A name that is
    /// too long loses its end, at a whole character: it must not keep the file out.
    init?(offset: String?, length: String?, name: String?) {
        guard let offset = Self.count(offset), let total = Self.count(length),
            (name?.utf8.count ?? 0) <= Self.encodedNameLimit,
            let decoded = try? PercentDecoding.formText(Array((name ?? "").utf8)[...], base: 0)
        else { return nil }
        (self.offset, self.total) = (offset, total)
        let kept = Self.prefix(of: decoded)
        self.name = kept.isEmpty ? nil : kept
    }

    /// A number of bytes: digits alone, at most 12 of them.
    private static func count(_ text: String?) -> Int? {
        guard let text, (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }

    private static func prefix(of name: String) -> String {
        guard name.utf8.count > nameLimit else { return name }
        var end = name.utf8.index(name.startIndex, offsetBy: nameLimit)
        while String.Index(end, within: name.unicodeScalars) == nil { name.utf8.formIndex(before: &end) }
        return String(name[..<end])
    }
}

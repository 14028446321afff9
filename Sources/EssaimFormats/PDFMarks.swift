/// What the plain bytes of a PDF say before any program reads it (ISO 32000-1 §7.5, §12.6). What is hidden in compressed
/// objects is not seen here: the rewriting drops it.
public enum PDFMarks {
    /// - Throws: `truncated` without an end; `active` for a script, a launch or an attached file in plain sight.
    public static func check(_ bytes: [UInt8]) throws(MediaFault) {
        guard find("%PDF-", in: bytes[..<min(1024, bytes.count)]) else {
            throw .damaged(.pdf, reason: "no header")
        }
        guard find("%%EOF", in: bytes[...]) else { throw .truncated(.pdf) }
        guard !isEncrypted(bytes) else { throw .locked }
        if find("/JavaScript", in: bytes[...]) { throw .active(.script) }
        if find("/Launch", in: bytes[...]) { throw .active(.launch) }
        if find("/EmbeddedFile", in: bytes[...]) || find("/RichMedia", in: bytes[...]) { throw .active(.embeddedFile) }
    }

    /// The mark stands in the trailer, which is never compressed.
    public static func isEncrypted(_ bytes: [UInt8]) -> Bool { find("/Encrypt", in: bytes[...]) }

    private static func find(_ mark: String, in bytes: ArraySlice<UInt8>) -> Bool {
        let mark = Array(mark.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard buffer.count >= mark.count else { return false }
            let last = buffer.count - mark.count
            var index = 0
            while index <= last {
                if buffer[index] == mark[0], (1..<mark.count).allSatisfy({ buffer[index + $0] == mark[$0] }) {
                    return true
                }
                index += 1
            }
            return false
        }
    }
}

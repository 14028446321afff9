/// What parts stand between, as the `Content-Type` announces it (RFC 7578 §4.1).
enum MultipartBoundary {
    /// `CRLF -- boundary`.
    /// - Throws: `badContentType`.
    static func delimiter(_ contentType: String) throws(MultipartFault) -> [UInt8] {
        guard let header = HeaderParameters(Array(contentType.utf8)[...]), header.value == "multipart/form-data",
            let boundary = header["boundary"], (1...70).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy(isBoundaryByte), boundary.utf8.last != UInt8(ascii: " ")
        else { throw .badContentType }
        return Array("\r\n--\(boundary)".utf8)
    }

    /// bchars of RFC 2046 §5.1.1.
    private static func isBoundaryByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default:
            "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}

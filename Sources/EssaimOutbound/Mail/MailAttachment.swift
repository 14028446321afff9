import Foundation

/// A file as a part of a mail, in base64.
struct MailAttachment {
    let bytes: [UInt8]

    /// A name of 1 to 200 bytes without control character; a `type/subtype` that base64 may carry (RFC 2046 §5.2.1).
    init(_ attachment: OutgoingMail.Attachment) throws(OutgoingFault) {
        let name = attachment.name
        guard (1...200).contains(name.utf8.count),
            name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { throw .badAddress }
        let type = attachment.mediaType.split(separator: "/", omittingEmptySubsequences: false)
        guard type.count == 2, type.allSatisfy({ (1...64).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isType) }),
            !["multipart", "message"].contains(type[0].lowercased())
        else { throw .badAddress }
        let body = Data(attachment.bytes).base64EncodedData(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        bytes =
            MailMessage.lines([
                "Content-Type: \(attachment.mediaType)",
                "Content-Transfer-Encoding: base64",
                "Content-Disposition: attachment;\r\n \(Self.fileName(name))",
                "",
            ]) + Array(body) + [0x0D, 0x0A]
    }

    /// RFC 2183, or RFC 2231 §4 for what is not plain.
    private static func fileName(_ name: String) -> String {
        if name.utf8.allSatisfy(isType) { return "filename=\"\(name)\"" }
        let encoded = name.utf8.map { byte in
            isType(byte) ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return "filename*=UTF-8''\(encoded.joined())"
    }

    /// Letters, digits and a few signs that are plain in a media type, in a file name and in RFC 2231.
    private static func isType(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "-._+".utf8.contains(byte)
        }
    }
}

import Foundation

/// A mail as it travels (RFC 5322, MIME of RFC 2045 and 2046): ASCII, lines ended by CRLF.
struct MailMessage {
    let from: MailAddress
    let to: MailAddress
    let timeout: Duration
    let bytes: [UInt8]

    /// Most servers take no more.
    static let largest = 25 << 20
    /// Neither quoted-printable nor base64 can hold `=_` (RFC 2045 §6.7): no part can end another.
    private static let boundary = "=_essaim"

    /// Checks all that is in the mail; see ``OutgoingMail`` for what is refused.
    init(_ mail: OutgoingMail) throws(OutgoingFault) {
        from = try MailAddress(mail.from)
        to = try MailAddress(mail.to)
        timeout = mail.timeout
        let given = mail.text.utf8.count + mail.attachments.reduce(0) { $0 + $1.bytes.count }
        guard given <= Self.largest else { throw .tooLarge }
        let name = try HeaderText(mail.fromName)
        let sender = mail.fromName.isEmpty ? "<\(from.text)>" : "\(name.asPhrase)\r\n <\(from.text)>"
        // RFC 3834: no automatic answer is wanted to an automatic mail.
        let head = [
            "Date: \(try MailDate(mail.date).text)",
            "From: \(sender)",
            "To: <\(to.text)>",
            "Message-ID: <\(try MailAddress(mail.messageID).text)>",
            "Subject: \(try HeaderText(mail.subject).encoded)",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ]
        var bytes = Self.lines(head)
        let text =
            Self.lines(["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", ""])
            + QuotedPrintable.encode(mail.text)
        if mail.attachments.isEmpty {
            bytes += text
        } else {
            bytes += Self.lines(["Content-Type: multipart/mixed; boundary=\"\(Self.boundary)\""])
            bytes += Self.lines(["", "--\(Self.boundary)"]) + text
            for attachment in mail.attachments {
                bytes += Self.lines(["", "--\(Self.boundary)"]) + (try MailAttachment(attachment).bytes)
            }
            bytes += Self.lines(["", "--\(Self.boundary)--"])
        }
        guard bytes.count <= 2 * Self.largest else { throw .tooLarge }
        self.bytes = bytes
    }

    static func lines(_ lines: [String]) -> [UInt8] {
        lines.flatMap { Array($0.utf8) + [0x0D, 0x0A] }
    }
}

import Foundation

/// One mail to one person. Nothing in it can add a header or a recipient: a control character where none belongs is
/// ``OutgoingFault/badAddress``, before anything is sent.
public struct OutgoingMail: Sendable {
    /// A file that goes with the mail.
    public struct Attachment: Sendable {
        /// As the reader will see it; accents allowed.
        public var name: String
        /// `type/subtype`, without parameters; neither `multipart` nor `message`.
        public var mediaType: String
        public var bytes: [UInt8]

        public init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// `name@domain` in ASCII, as in `to`.
    public var from: String
    /// The sender's name as the reader will see it; empty for none.
    public var fromName: String
    public var to: String
    public var subject: String
    /// Plain text; any line ending.
    public var text: String
    /// `unique@domain`, without brackets: the same when the same mail is sent again, so that the reader's server may
    /// see that it has it.
    public var messageID: String
    /// When it was written, from 1970 to 9999.
    public var date: Date
    public var attachments: [Attachment]
    /// For the whole conversation with the server.
    public var timeout: Duration

    public init(
        from: String, fromName: String = "", to: String, subject: String, text: String, messageID: String, date: Date,
        attachments: [Attachment] = [], timeout: Duration = .seconds(30)
    ) {
        self.from = from
        self.fromName = fromName
        self.to = to
        self.subject = subject
        self.text = text
        self.messageID = messageID
        self.date = date
        self.attachments = attachments
        self.timeout = timeout
    }
}

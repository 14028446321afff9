/// A text and the signatures under it.
///
/// The text is worth nothing until ``isSigned(by:)`` has been asked with a key that is trusted.
/// Source: c2sp.org/signed-note.
public struct SignedNote: Sendable, Equatable {
    /// How many signatures a note may carry.
    public static let mostSignatures = 100

    /// The text that is signed; it ends with a line feed.
    public var body: String
    /// The signatures, in their order.
    public var signatures: [NoteSignature]

    /// A note of these parts.
    public init(body: String, signatures: [NoteSignature]) {
        self.body = body
        self.signatures = signatures
    }

    /// Reads a note: no control character but the line feed, a blank line, then 1 to 100 lines `— name base64`, at most
    /// 1 MB. The last blank line counts; the text before may have others.
    public init(text: String) throws(NoteFault) {
        let bytes = try NoteText.bytes(text)
        guard let blank = Self.lastBlankLine(in: bytes) else { throw .unsigned }
        var lines = LineReader(bytes[(blank + 1)...])
        guard !lines.isAtEnd else { throw .unsigned }
        signatures = []
        while !lines.isAtEnd {
            guard signatures.count < Self.mostSignatures else { throw .tooManySignatures }
            signatures.append(try NoteSignature(line: try lines.line()))
        }
        body = try NoteText.text(bytes[..<blank])
    }

    /// Reads a note from its bytes, which must be UTF-8.
    public init(bytes: some Collection<UInt8>) throws(NoteFault) {
        try self.init(text: NoteText.text(bytes))
    }

    /// The note as it is stored and sent: for one that was read, exactly what was read.
    public var text: String {
        body + "\n" + signatures.map { $0.line + "\n" }.joined()
    }

    /// Whether a signature under that key's name and id is there and is right. A wrong one under them makes it false,
    /// whatever stands beside it.
    public func isSigned(by key: VerifierKey) -> Bool {
        let claims = signatures.filter(key.isNamed)
        return !claims.isEmpty && claims.allSatisfy { key.verifies($0, of: body) }
    }

    /// The same text byte for byte, the same signatures.
    public static func == (left: Self, right: Self) -> Bool {
        NoteText.same(left.body, right.body) && left.signatures == right.signatures
    }

    /// Where the last blank line's line feed stands: the one after another.
    private static func lastBlankLine(in bytes: [UInt8]) -> Int? {
        let feed = UInt8(ascii: "\n")
        return bytes.indices.dropFirst().last { bytes[$0] == feed && bytes[$0 - 1] == feed }
    }
}

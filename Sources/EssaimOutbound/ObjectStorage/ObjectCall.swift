/// One call to an object storage.
struct ObjectCall: Sendable {
    enum Action: Sendable {
        /// A range of an object's bytes, as `Range` counts them.
        case read(ClosedRange<Int>)
        case measure
        case remove
        /// A file of this length and SHA-256 (32 bytes).
        case put(path: String, byteCount: Int, digest: [UInt8])
        /// The query of a listing, in the order of the signature.
        case list(query: String)
    }

    var action: Action
    /// Nil for the bucket.
    var key: ObjectKey?
    /// The whole of it ends here, waiting for a thread too.
    var deadline: ContinuousClock.Instant
    /// Without one byte either way for so long, the line is cut.
    var stall: Duration
    /// The largest body read, in bytes.
    var answerLimit: Int
}

/// What an object storage answered, whatever its status.
struct ObjectAnswer: Sendable {
    let status: Int
    let etag: String?
    let contentLength: String?
    let contentRange: String?
    let body: [UInt8]

    /// The storage's own word for what is wrong: the `Code` of its XML, letters and digits only; empty without one.
    var errorCode: String {
        guard let root = try? ShortXML(body).root, root.name == "Error",
            let code = root.text(of: "Code"), code.utf8.count <= 64,
            code.unicodeScalars.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) })
        else { return "" }
        return code
    }
}

/// How an errand to a storage ended, beside the faults of the line.
enum ObjectOutcome: Sendable {
    case answered(ObjectAnswer)
    /// The file to send is not there, or no longer has its length.
    case fileUnreadable
}

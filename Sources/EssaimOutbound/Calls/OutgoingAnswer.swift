/// What a peer answered, whatever its status.
public struct OutgoingAnswer: Sendable {
    /// The HTTP status.
    public let status: Int
    /// The `Content-Type` as sent, nil without one. The peer's word: not to be trusted for what the body is.
    public let contentType: String?
    /// The body as sent: never decompressed.
    public let body: [UInt8]
}

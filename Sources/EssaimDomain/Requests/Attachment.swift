/// A photograph or document joined to a demand. Its bytes stand in the media room under `storedAs`.
public struct Attachment: Sendable, Equatable {
    /// How many one demand may hold.
    public static let most = 20

    public let id: Identifier<Attachment>
    public let request: Identifier<AdviceRequest>
    /// The protocol's slot it fills (`centered`, `wide`), or `other`.
    public let slot: String
    /// The file's name as sent, made harmless.
    public let name: String
    public let mediaType: String
    public let byteCount: Int
    public let width: Int
    public let height: Int
    /// Random name in the store; says nothing of the content.
    public let storedAs: String
    public let addedBy: Identifier<Person>
    public let addedAt: Instant
    /// When the photograph was taken, read from the file before it was cleaned; local time as the camera wrote it.
    public let capturedAt: String?
    public var withdrawnAt: Instant?
    /// SHA-256 of the bytes as stored; empty for a file kept before digests were.
    public let digest: [UInt8]

    public init(
        id: Identifier<Attachment>, request: Identifier<AdviceRequest>, slot: String, name: String, mediaType: String,
        byteCount: Int, width: Int, height: Int, storedAs: String, addedBy: Identifier<Person>, addedAt: Instant,
        capturedAt: String? = nil, withdrawnAt: Instant? = nil,
        digest: [UInt8] = []
    ) {
        self.id = id
        self.request = request
        self.slot = slot
        self.name = name
        self.mediaType = mediaType
        self.byteCount = byteCount
        self.width = width
        self.height = height
        self.storedAs = storedAs
        self.addedBy = addedBy
        self.addedAt = addedAt
        self.capturedAt = capturedAt
        self.withdrawnAt = withdrawnAt
        self.digest = digest
    }
}

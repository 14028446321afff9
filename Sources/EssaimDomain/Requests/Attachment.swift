/// A photograph or document joined to a demand. Its bytes stand sealed in the vault under `storedAs`.
public struct Attachment: Sendable, Equatable {
    /// How many one demand may hold.
    public static let most = 20

    public let id: Identifier<Attachment>
    public let request: Identifier<AdviceRequest>
    /// The protocol's slot it fills (`centered`, `wide`), or `other`.
    public let slot: String
    /// The file's name as sent, made harmless.
    public let name: String
    /// What is kept of it.
    public let file: KeptFile
    public let addedBy: Identifier<Person>
    public let addedAt: Instant
    public var withdrawnAt: Instant?
    /// Waits for the virus scanner since then, and is shown to nobody meanwhile.
    public var quarantinedAt: Instant?

    public init(
        id: Identifier<Attachment>, request: Identifier<AdviceRequest>, slot: String, name: String, file: KeptFile,
        addedBy: Identifier<Person>, addedAt: Instant, withdrawnAt: Instant? = nil, quarantinedAt: Instant? = nil
    ) {
        self.id = id
        self.request = request
        self.slot = slot
        self.name = name
        self.file = file
        self.addedBy = addedBy
        self.addedAt = addedAt
        self.withdrawnAt = withdrawnAt
        self.quarantinedAt = quarantinedAt
    }

    /// May be looked at by whoever may see the demand.
    public var isShown: Bool { withdrawnAt == nil && quarantinedAt == nil }
}

/// A file as it is kept: clean, with its smaller pictures, sealed.
public struct KeptFile: Sendable, Equatable {
    /// Random name in the store; says nothing of the content.
    public let storedAs: String
    /// The file's key, sealed by the demand's; empty for a photograph kept in clear, as they were before keys.
    public let sealedKey: [UInt8]
    /// What stands under that name, part by part.
    public let sections: [FileSection]
    /// Of the clean file.
    public let mediaType: String
    public let byteCount: Int
    /// Pixels, upright; of a document, its first page as shown; 0 for a text.
    public let width: Int
    public let height: Int
    public let pages: Int
    /// When the photograph was taken, read from the file before it was cleaned; local time as the camera wrote it.
    public let capturedAt: String?
    /// SHA-256 of the clean file's bytes; empty for a file kept before digests were.
    public let digest: [UInt8]

    public init(
        storedAs: String, sealedKey: [UInt8] = [], sections: [FileSection] = [], mediaType: String, byteCount: Int,
        width: Int, height: Int, pages: Int = 1, capturedAt: String? = nil, digest: [UInt8] = []
    ) {
        self.storedAs = storedAs
        self.sealedKey = sealedKey
        self.sections = sections
        self.mediaType = mediaType
        self.byteCount = byteCount
        self.width = width
        self.height = height
        self.pages = pages
        self.capturedAt = capturedAt
        self.digest = digest
    }

    public func section(_ role: FileSection.Role, page: Int = 1) -> FileSection? {
        sections.first { $0.role == role && $0.page == page }
    }

    public var isImage: Bool { mediaType.hasPrefix("image/") }
}

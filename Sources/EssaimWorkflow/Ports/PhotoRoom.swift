import EssaimDomain

/// Where the bytes of photographs stand. `keep` is durable before it returns; only then is the row committed.
public protocol PhotoRoom: Sendable {
    /// Checks the file, takes every metadata out, stores it. The refusal is in French, for who sent it.
    func keep(_ bytes: [UInt8], named name: String?) async throws -> Result<KeptPhoto, PhotoRefusal>
    /// The bytes stored under a name.
    func bytes(storedAs name: String) async throws -> [UInt8]
    /// Forgets bytes whose row was never committed, or is gone.
    func discard(storedAs name: String) async throws
}

/// A photograph as it was stored.
public struct KeptPhoto: Sendable, Equatable {
    public let storedAs: String
    public let mediaType: String
    public let byteCount: Int
    public let width: Int
    public let height: Int
    /// Local time of the camera, `2026-11-22T10:14:03`.
    public let capturedAt: String?
    /// SHA-256 of the bytes as stored.
    public let digest: [UInt8]

    public init(
        storedAs: String, mediaType: String, byteCount: Int, width: Int, height: Int, capturedAt: String?,
        digest: [UInt8] = []
    ) {
        self.storedAs = storedAs
        self.mediaType = mediaType
        self.byteCount = byteCount
        self.width = width
        self.height = height
        self.capturedAt = capturedAt
        self.digest = digest
    }
}

/// What is wrong with a file, in words for who sent it.
public struct PhotoRefusal: Error, Sendable, Equatable {
    public let message: String
    public init(message: String) { self.message = message }
}

import EssaimDomain
import EssaimWorkflow

/// A darkroom that takes everything for a JPEG of 640 × 480 and gives it back as it came, at each size; an empty file is
/// refused.
public struct PlainDarkroom: Darkroom {
    public init() {}

    public static let emptyRefusal = FileRefusal(message: "Ce fichier est vide.")

    public func develop(
        _ source: ByteStream, named name: String?, byteCount: Int,
        taking: @Sendable (DevelopedPiece) async throws -> Void
    ) async throws -> Result<DevelopedFile, FileRefusal> {
        let bytes = try await source.gathered(upTo: Upload.limit)
        if bytes.isEmpty { return .failure(Self.emptyRefusal) }
        for role in [FileSection.Role.thumbnail, .screen, .full] {
            try await taking(.section(role, page: 1, mediaType: "image/jpeg", width: 640, height: 480))
            try await taking(.bytes(bytes))
        }
        return .success(
            DevelopedFile(mediaType: "image/jpeg", width: 640, height: 480, pages: 1, capturedAt: nil))
    }

    public func print(_ source: ByteStream, byteCount: Int) async throws -> Result<[UInt8], FileRefusal> {
        .success(try await source.gathered(upTo: Upload.limit))
    }
}

/// One master key, drawn at random.
public struct MemoryMasterKeys: MasterKeys {
    private let key = FileKey()

    public init() {}

    public var current: String { "0123456789abcdef" }
    public var known: Set<String> { [current] }

    public func sealing(_ key: FileKey, for use: String) throws -> (master: String, sealed: [UInt8]) {
        (current, try self.key.sealing(key, for: use))
    }

    public func opening(_ sealed: [UInt8], by master: String, for use: String) throws(VaultFault) -> FileKey {
        guard master == current else { throw .unreadable }
        return try key.opening(sealed, for: use)
    }
}

extension AttachmentDesk {
    /// A desk over a vault in memory.
    public static func inMemory(
        _ store: any Store, clock: any WallClock, vault: MemoryVault, requests: RequestDesk,
        scanner: (any VirusScanner)? = nil
    ) -> AttachmentDesk {
        AttachmentDesk(
            store: store, clock: clock, vault: vault, masters: MemoryMasterKeys(), darkroom: PlainDarkroom(),
            scanner: scanner, requests: requests)
    }

    /// Keeps bytes at hand.
    public func keep(
        _ bytes: [UInt8], named name: String?, in request: Identifier<AdviceRequest>
    ) async throws -> Result<KeptFile, FileRefusal> {
        try await keep(byteCount: bytes.count, named: name, in: request) { ByteStream(bytes) }.map(\.file)
    }
}

import EssaimWorkflow
import Synchronization

/// A photo room in memory that keeps what it was given and what it was told to forget. Everything is a JPEG of
/// 640 × 480, unless it is empty, which is refused.
public final class RecordingPhotoRoom: PhotoRoom {
    private struct Shelf {
        var kept: [String: [UInt8]] = [:]
        var discarded: [String] = []
        var count = 0
    }

    private let shelf = Mutex(Shelf())

    public init() {}

    /// The bytes that are there now, by the name they are stored under.
    public var kept: [String: [UInt8]] { shelf.withLock { $0.kept } }

    /// The names that were discarded, in order.
    public var discarded: [String] { shelf.withLock { $0.discarded } }

    public func keep(_ bytes: [UInt8], named name: String?) async throws -> Result<KeptPhoto, PhotoRefusal> {
        if bytes.isEmpty { return .failure(PhotoRefusal(message: "Ce fichier est vide.")) }
        let storedAs = shelf.withLock { shelf in
            shelf.count += 1
            let name = "photo-\(shelf.count)"
            shelf.kept[name] = bytes
            return name
        }
        return .success(
            KeptPhoto(
                storedAs: storedAs, mediaType: "image/jpeg", byteCount: bytes.count, width: 640, height: 480,
                capturedAt: nil))
    }

    public func bytes(storedAs name: String) async throws -> [UInt8] {
        guard let bytes = shelf.withLock({ $0.kept[name] }) else { throw NoSuchPhoto(name: name) }
        return bytes
    }

    public func discard(storedAs name: String) async throws {
        shelf.withLock { shelf in
            shelf.kept[name] = nil
            shelf.discarded.append(name)
        }
    }
}

/// Nothing is stored under that name.
public struct NoSuchPhoto: Error, Sendable, Equatable {
    public let name: String
}

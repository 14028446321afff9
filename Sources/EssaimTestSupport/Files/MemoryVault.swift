import EssaimDomain
import EssaimWorkflow
import Synchronization

/// A vault in memory that keeps what it was given, in clear, and what it was told to remove.
public final class MemoryVault: FileVault {
    struct Shelf {
        var uploads: [Upload: [UInt8]] = [:]
        var kept: [String: [UInt8]] = [:]
        var removed: [String] = []
        var count = 0
    }

    let shelf = Mutex(Shelf())

    public init() {}

    /// The files that are there now, by the name they are stored under.
    public var kept: [String: [UInt8]] { shelf.withLock { $0.kept } }
    /// The names that were removed, in order.
    public var removed: [String] { shelf.withLock { $0.removed } }

    public func received(of upload: Upload) async throws -> Int { shelf.withLock { $0.uploads[upload]?.count ?? 0 } }

    public func receive(_ bytes: ByteStream, of upload: Upload, at offset: Int, total: Int?) async throws -> Int {
        let there = try await received(of: upload)
        guard there == offset else { throw VaultFault.wrongOffset(at: there) }
        let limit = total ?? Upload.limit
        let came: [UInt8]
        do {
            came = try await bytes.gathered(upTo: limit - offset)
        } catch is ByteStream.TooLong {
            throw VaultFault.tooLong(limit: limit)
        }
        return shelf.withLock { shelf in
            shelf.uploads[upload, default: []] += came
            return offset + came.count
        }
    }

    public func contents(of upload: Upload) async throws -> ByteStream {
        ByteStream(shelf.withLock { $0.uploads[upload] ?? [] })
    }

    public func drop(_ upload: Upload) async throws { shelf.withLock { $0.uploads[upload] = nil } }

    public func newFile(under key: FileKey) async throws -> any FileWriting {
        let name = shelf.withLock { shelf in
            shelf.count += 1
            return "photo-\(shelf.count)"
        }
        return Writing(name: name, vault: self)
    }

    public func contents(of name: String, under key: FileKey, _ range: Range<Int>) async throws -> ByteStream {
        guard let bytes = kept[name] else { throw VaultFault.absent }
        return ByteStream(Array(bytes[range.clamped(to: bytes.indices)]))
    }

    public func remove(_ name: String) async throws {
        shelf.withLock { shelf in
            shelf.kept[name] = nil
            shelf.removed.append(name)
        }
    }

    public func sweep(
        olderThan age: Duration, now: Instant, keeping areKept: @Sendable ([String]) async throws -> Set<String>
    ) async throws -> SweptFiles {
        var swept = SweptFiles()
        let names = Array(kept.keys)
        let known = try await areKept(names)
        for name in names where !known.contains(name) {
            try await remove(name)
            swept.orphans += 1
        }
        swept.kept = known.count
        return swept
    }

    private actor Writing: FileWriting {
        nonisolated let name: String
        private let vault: MemoryVault
        private var bytes: [UInt8] = []

        init(name: String, vault: MemoryVault) {
            self.name = name
            self.vault = vault
        }

        func write(_ bytes: [UInt8]) { self.bytes += bytes }
        func finish() { vault.shelf.withLock { $0.kept[name] = bytes } }
        func abandon() { bytes = [] }
    }
}

import EssaimDomain
import EssaimMedia
import EssaimOutbound
import EssaimWorkflow
import NIOPosix

/// Where an `ObjectShelf` keeps its objects: the calls of `ObjectStore` that it needs.
protocol ObjectKeeping: Sendable {
    func put(_ path: String, byteCount: Int, digest: [UInt8], as key: ObjectKey) async throws(ObjectFault)
    func bytes(of key: ObjectKey, _ range: Range<Int>) async throws(ObjectFault) -> [UInt8]
    func size(of key: ObjectKey) async throws(ObjectFault) -> Int
    func remove(_ key: ObjectKey) async throws(ObjectFault)
    func list(prefix: String, after previous: String?, limit: Int) async throws(ObjectFault) -> ObjectPage
}

extension ObjectStore: ObjectKeeping {}

/// Sealed files in an S3-compatible storage, under `<prefix>ab/cd/<name>`: the order of keys is that of names. Durable is
/// what the storage acknowledged (`ObjectStore.put`).
struct ObjectShelf: Shelf {
    private let store: any ObjectKeeping
    private let prefix: ObjectPrefix
    private let threads: NIOThreadPool
    /// Told why a call failed, for the technical log: fixed words of ours and codes of the storage's.
    private let report: @Sendable (ObjectFault) -> Void

    /// - Parameter threads: where files are read.
    init(
        _ store: any ObjectKeeping, prefix: ObjectPrefix, threads: NIOThreadPool,
        report: @escaping @Sendable (ObjectFault) -> Void
    ) {
        self.store = store
        self.prefix = prefix
        self.threads = threads
        self.report = report
    }

    /// Reads the staged file twice, for its digest and to send it; it stays where it is.
    func place(_ staged: String, as name: AttachmentName) async throws(VaultFault) {
        let key = try key(name)
        let read = try? await threads.runIfActive { FileDigest(of: staged) }
        guard let file = read ?? nil else { throw .failed(call: "read", code: 0) }
        try await ask { () throws(ObjectFault) in
            try await store.put(staged, byteCount: file.byteCount, digest: file.digest, as: key)
        }
    }

    func read(_ name: AttachmentName, _ range: Range<Int>) async throws(VaultFault) -> [UInt8] {
        let key = try key(name)
        return try await ask { () throws(ObjectFault) in try await store.bytes(of: key, range) }
    }

    func size(_ name: AttachmentName) async throws(VaultFault) -> Int {
        let key = try key(name)
        return try await ask { () throws(ObjectFault) in try await store.size(of: key) }
    }

    /// A storage answers the same whether there was an object or not: it is asked before.
    func remove(_ name: AttachmentName) async throws(VaultFault) -> Bool {
        let key = try key(name)
        do throws(VaultFault) {
            _ = try await size(name)
        } catch .absent {
            return false
        }
        try await ask { () throws(ObjectFault) in try await store.remove(key) }
        return true
    }

    /// Strangers that follow the last file of a page belong to the next, which begins after that file.
    func names(after previous: AttachmentName?, limit: Int) async throws(VaultFault) -> ShelfPage {
        var after = previous.map { prefix.key(of: $0) }
        var files: [ShelvedFile] = []
        var strangers = 0
        while true {
            let start = after
            let page = try await ask { () throws(ObjectFault) in
                try await store.list(prefix: prefix.text, after: start, limit: min(limit, 1000))
            }
            var pending = 0
            for entry in page.entries {
                if let name = prefix.name(in: entry.key) {
                    files.append(ShelvedFile(name: name, modified: Instant(milliseconds: entry.modified)))
                    strangers += pending
                    pending = 0
                } else {
                    pending += 1
                }
            }
            if page.isLast { return ShelfPage(files: files, strangers: strangers + pending, isLast: true) }
            if !files.isEmpty { return ShelfPage(files: files, strangers: strangers, isLast: false) }
            strangers += pending
            after = page.entries.last?.key
        }
    }

    private func key(_ name: AttachmentName) throws(VaultFault) -> ObjectKey {
        guard let key = ObjectKey(prefix.key(of: name)) else { throw .failed(call: "s3", code: 0) }
        return key
    }

    private func ask<Answer: Sendable>(
        _ call: () async throws(ObjectFault) -> Answer
    ) async throws(VaultFault) -> Answer {
        do throws(ObjectFault) {
            return try await call()
        } catch {
            if error != .absent { report(error) }
            switch error {
            case .away: throw .away
            case .absent: throw .absent
            case .refused(let status, _): throw .failed(call: "s3", code: Int32(clamping: status))
            // Given up by the caller: the contract's word for it.
            case .failed: throw Task.isCancelled ? .away : .failed(call: "s3", code: 0)
            }
        }
    }
}

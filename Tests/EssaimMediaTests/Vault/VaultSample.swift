import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Testing

/// A vault on a model disk, its shelf a folder of the same disk.
struct VaultSample {
    let disk: ModelDisk
    let secret: FileKey
    let shelf: FolderShelf
    let vault: Vault

    init(disk: ModelDisk = ModelDisk(), secret: FileKey = FileKey()) throws {
        self.disk = disk
        self.secret = secret
        shelf = try FolderShelf(root: "/disk/pieces", operations: disk)
        vault = try Vault(root: "/disk/coffre", shelf: shelf, secret: secret, operations: disk)
    }

    /// The next process on the same disk.
    func restarted(losing loss: Loss) throws -> VaultSample {
        disk.restart(losing: loss)
        return try VaultSample(disk: disk, secret: secret)
    }

    static func path(_ name: String) -> String {
        "/disk/pieces/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"
    }

    /// Bytes that are the same every run, and that nobody would take for others.
    static func plain(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var random = SeededGenerator(seed)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count { withUnsafeBytes(of: random.next()) { bytes.append(contentsOf: $0) } }
        return Array(bytes.prefix(count))
    }

    static func upload(_ token: String = "0123456789abcdef0123456789abcdef") throws -> Upload {
        try #require(Upload(request: Identifier("d-1"), person: Identifier("p-1"), token: token))
    }

    func keep(_ plain: [UInt8], under key: FileKey, pieces: Int = 100_000) async throws -> String {
        let file = try await vault.newFile(under: key)
        for try await piece in ByteStream(plain, pieces: pieces) { try await file.write(piece) }
        try await file.finish()
        return file.name
    }

    func read(_ name: String, under key: FileKey, _ range: Range<Int> = 0..<10_000_000) async throws -> [UInt8] {
        try await vault.contents(of: name, under: key, range).gathered(upTo: 10_000_000)
    }
}

import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Foundation
import Testing

@Suite struct `Nothing stands in clear` {
    let folder: TemporaryFolder
    let plain = VaultSample.plain(300_000)

    init() throws { folder = try TemporaryFolder() }

    /// Sixteen bytes of the plain text from every offset, by their first eight.
    private var windows: Set<UInt64> {
        Set((0..<plain.count - 16).map { Self.word(plain, $0) })
    }

    private static func word(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    }

    /// How many places of the files hold sixteen bytes of the plain text, and how many bytes were looked at.
    private func found() throws -> (hits: Int, bytes: Int) {
        let windows = windows
        var (hits, looked) = (0, 0)
        for path in folder.files {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + path)))
            looked += bytes.count
            for offset in 0..<max(0, bytes.count - 16) where windows.contains(Self.word(bytes, offset)) { hits += 1 }
        }
        return (hits, looked)
    }

    @Test func `neither during an upload nor after, nor while a file is made, nor kept`() async throws {
        let shelf = try FolderShelf(root: folder.path + "/pieces")
        let vault = try Vault(root: folder.path + "/coffre", shelf: shelf, secret: FileKey())
        let upload = try VaultSample.upload()
        _ = try await vault.receive(ByteStream(plain), of: upload, at: 0, total: 400_000)
        var seen = try found()
        #expect(seen.hits == 0 && seen.bytes == 262_272)
        let file = try await vault.newFile(under: FileKey())
        try await file.write(plain)
        try await file.write(plain)
        seen = try found()
        #expect(seen.hits == 0 && seen.bytes > 262_272 + 500_000)
        try await file.finish()
        seen = try found()
        #expect(seen.hits == 0 && seen.bytes == 262_272 + 600_296)
        // The scan sees what it looks for.
        try Data(plain[1000..<1100]).write(to: URL(fileURLWithPath: folder.path + "/clair"))
        #expect(try found().hits == 84)
    }
}

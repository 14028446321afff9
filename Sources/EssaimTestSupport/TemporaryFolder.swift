import Foundation

/// A fresh folder in memory (`/dev/shm`), or among the temporary files where there is none. Its owner removes it.
public struct TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        let shared = "/dev/shm"
        let parent = FileManager.default.isWritableFile(atPath: shared) ? shared : NSTemporaryDirectory()
        path = parent + "/essaim-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Runs `work` in a folder that is gone afterwards.
    public static func with<T>(_ work: (String) async throws -> T) async throws -> T {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        return try await work(folder.path)
    }

    public func remove() { try? FileManager.default.removeItem(atPath: path) }
}

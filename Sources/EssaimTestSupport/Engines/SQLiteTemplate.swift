import EssaimSQLite
import Foundation

/// A database with its schema and nothing in it, made once a process and copied for each test, as on PostgreSQL.
struct SQLiteTemplate: Sendable {
    static let shared = Result { try SQLiteTemplate() }

    private let bytes: Data

    private init() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        // Closed, so that the file is the whole of it.
        try SQLiteStore(folder: folder.path).close()
        bytes = try Data(contentsOf: URL(filePath: folder.path + "/essaim.db"))
    }

    func copy(to folder: TemporaryFolder) throws {
        let path = folder.path + "/essaim.db"
        guard FileManager.default.createFile(atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
        else {
            throw CocoaError(.fileWriteUnknown)
        }
    }
}

import EssaimStorage
import EssaimWorkflow
import Foundation
import GRDB

/// The embedded store: one folder, one process, WAL with `synchronous=FULL`, durable writes made fast by group commit.
public final class SQLiteStore: StorageEngine {
    /// One process owns the folder: its own board is the whole of it.
    package let bulletin: any Bulletin = LocalBulletin()

    private let pool: DatabasePool
    private let committer: GroupCommitter
    private let lock: FolderLock

    /// Opens `essaim.db` in a folder that exists, taking the folder for this process, and brings its schema up to date.
    /// - Parameters:
    ///   - isForMove: opened to be moved, so also when its data have left it or have not all come (`MoveMark`).
    ///   - steps: how much of the schema, for the copy of an older version (`Migration.bringUpToDate`).
    /// - Throws: `StoreFault.owned` when another process has the folder, `.unsafe` when durability cannot be had or the data
    ///   are elsewhere.
    public init(
        folder: String, isForMove: Bool = false, steps: Int? = nil,
        onDiskFailure: @escaping @Sendable () -> Void = { exit(EX_IOERR) }
    ) throws {
        lock = try FolderLock(folder: folder)
        // SQLite gives its journal the rights of its database.
        let path = folder + "/essaim.db"
        let made = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard made >= 0 else { throw StoreFault.failed("cannot open \(path): \(String(cString: strerror(errno)))") }
        Foundation.close(made)
        let pool = try translated {
            try DatabasePool(path: folder + "/essaim.db", configuration: Self.configuration)
        }
        // GRDB sets synchronous to NORMAL after `prepareDatabase` (measured: acknowledged writes lost in 68 % of crash
        // states): FULL is set again here, and read back.
        try translated { try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") } }
        try Self.checkDurability(of: pool)
        try Migration.bringUpToDate(SQLiteSchema(pool: pool), steps: steps)
        if !isForMove { try Self.checkMarks(pool, in: folder) }
        self.pool = pool
        committer = GroupCommitter(pool: pool, onDiskFailure: onDiskFailure)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // Order matters: WAL is GRDB's own; foreign keys are per connection; the cache is 64 MiB; what is removed is
            // overwritten, as Debian's SQLite does without being told.
            try database.execute(
                sql: """
                    PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
                    PRAGMA secure_delete = ON
                    """)
        }
        return configuration
    }

    private static func checkDurability(of pool: DatabasePool) throws {
        let (journal, synchronous) = try pool.writeWithoutTransaction { database in
            (
                try String.fetchOne(database, sql: "PRAGMA journal_mode"),
                try Int.fetchOne(database, sql: "PRAGMA synchronous")
            )
        }
        guard journal == "wal", synchronous == 2 else {
            throw StoreFault.unsafe(
                "journal_mode=\(journal ?? "?"), synchronous=\(synchronous ?? -1): WAL and FULL (2) needed")
        }
    }

    package func reading<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await pool.read { database in try SQLiteConnection.carryOut(work, in: database) }
    }

    package func writing<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await committer.commit { database in try SQLiteConnection.carryOut(work, in: database) }
    }

    package func scrub() async throws {
        try await forgetWords()
        // The log still holds the pages as they were. A long read under way leaves that to the next time.
        try await pool.writeWithoutTransaction { database in
            _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    /// Waits for the writes under way, then closes the files and gives the folder up.
    public func close() throws {
        committer.stop()
        try translated { try pool.close() }
        lock.release()
    }

    /// The writer's durability settings, as the engine says them: for the test of the trap above, and for `doctor`.
    public func durability() throws -> (journal: String, synchronous: Int) {
        try pool.writeWithoutTransaction { database in
            (
                try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
                try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1
            )
        }
    }
}

import EssaimStorage
import EssaimWorkflow
import Foundation

/// The store that several servers share: PostgreSQL, one thread a connection.
public final class PostgresStore: StorageEngine {
    private let settings: PostgresSettings
    private let workers: PostgresWorkers
    private let board: PostgresBulletin

    package var bulletin: any Bulletin { board }

    /// Checks that the server keeps what it acknowledges, and brings the schema up to date.
    /// - Parameters:
    ///   - isForMove: opened to be moved, so also when its data have not all come (`MoveMark`).
    ///   - steps: how much of the schema, for the copy of an older version (`Migration.bringUpToDate`).
    /// - Throws: `StoreFault.unavailable` when no server answers within `startPatience`, `.unsafe` when one answers that
    ///   would not do.
    public init(_ settings: PostgresSettings, isForMove: Bool = false, steps: Int? = nil) throws {
        self.settings = settings
        let link = try Self.patiently(settings)
        do {
            try ServerFacts(askedOf: link).check()
            try PostgresSchema.bringUpToDate(link, steps: steps)
            if !isForMove { try Self.checkMarks(link) }
        } catch let fault as PostgresFault {
            throw fault.storeFault
        }
        workers = PostgresWorkers(count: settings.connections, patience: settings.patience, open: settings.connect)
        board = PostgresBulletin(settings)
    }

    /// A connection; tried again for as long as a start may wait.
    private static func patiently(_ settings: PostgresSettings) throws -> PostgresLink {
        let start = ContinuousClock.now
        while true {
            do {
                return try settings.connect()
            } catch let fault as PostgresFault {
                guard fault.mayPass, start.duration(to: .now) < settings.startPatience else { throw fault.startFault }
                usleep(250_000)
            }
        }
    }

    package func reading<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await workers.run { answer in
            let read = ReadTransaction(work: work, answer: answer)
            return { read.perform(on: $0) }
        }
    }

    /// Autovacuum takes dead rows out of its tables.
    package func scrub() async throws {}

    package func writing<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await workers.run { answer in
            let write = WriteTransaction(.serializable, work, answer: answer)
            return { write.perform(on: $0) }
        }
    }

    public func advance<T: Sendable>(_ work: @escaping @Sendable (any StoreWriter) throws -> T) async throws -> T {
        try await workers.run { answer in
            let write = WriteTransaction(.snapshot, { try work(PortableTransaction($0)) }, answer: answer)
            return { write.perform(on: $0) }
        }
    }

    /// Ends what is under way, then the connections.
    public func close() {
        board.stop()
        workers.stop()
    }
}

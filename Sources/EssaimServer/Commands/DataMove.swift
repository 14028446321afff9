import EssaimDomain
import EssaimPostgres
import EssaimSQLite
import EssaimStorage
import EssaimWorkflow
import Foundation

/// `essaim migrate`: from the data folder's own database to PostgreSQL, where several servers share the data.
public struct DataMove: Sendable {
    /// Why nothing more was moved, in French, with what to do.
    public struct Fault: Error, Sendable, Equatable {
        public let message: String
    }

    private let folder: String
    private let settings: PostgresSettings
    private let clock: any WallClock

    /// - Parameter configuration: the folder that the data leave, the database that they go to.
    public init(_ configuration: ServerConfiguration, clock: (any WallClock)? = nil) throws(Fault) {
        guard var settings = configuration.database else {
            throw Fault(message: "dites vers quelle base\u{A0}: --to postgres://…")
        }
        // Each side is read and written by one at a time.
        settings.connections = 2
        // Nobody waits at a page: a slow disk and a switch of servers are waited for.
        settings.statementSeconds = max(600, settings.statementSeconds)
        settings.patience = .seconds(60)
        self.settings = settings
        folder = configuration.folder
        self.clock = clock ?? SystemClock()
    }

    /// Moves, compares, marks the folder; goes on where an earlier run was cut.
    /// - Throws: `Fault`, or `StoreFault` when either side cannot be opened or no longer answers.
    public func run(out: @escaping @Sendable (DataMoveLine) -> Void) async throws {
        guard FileManager.default.fileExists(atPath: folder + "/essaim.db") else {
            throw Fault(
                message: "le dossier \(folder) ne contient pas de base (essaim.db)\u{A0}: il n’y a rien à déplacer")
        }
        let source = try SQLiteStore(folder: folder, isForMove: true)
        let outcome: Mover.Outcome
        let lines: DataMoveLines
        do {
            try await refuseOtherPlace(source)
            let target = try PostgresStore(settings, isForMove: true)
            defer { target.close() }
            lines = DataMoveLines(from: folder, to: settings.address.place, out: out)
            outcome = try await Mover(from: source, to: target) { lines.tell($0) }
                .run(at: clock.now(), place: settings.address.place)
        } catch {
            try? source.close()
            if let fault = error as? MoveFault { throw Fault(message: fault.french) }
            throw error
        }
        try source.close()
        lines.tell(outcome)
    }

    /// A folder that went elsewhere is not moved a second time.
    private func refuseOtherPlace(_ source: SQLiteStore) async throws {
        guard let moved = try await source.read({ try $0.setting(MoveMark.moved) }) else { return }
        let (time, place) = MoveMark.parts(moved)
        guard place != settings.address.place else { return }
        throw Fault(
            message: """
                les données de ce dossier ont été déplacées le \(time) vers \(place), et non vers \
                \(settings.address.place)\u{A0}: rien n’a été fait
                """)
    }
}

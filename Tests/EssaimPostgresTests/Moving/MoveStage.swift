import EssaimDomain
import EssaimPostgres
import EssaimSQLite
import EssaimStorage
import EssaimWorkflow
import Foundation

@testable import EssaimTestSupport

/// A data folder with a town in it, and an empty PostgreSQL database: one to leave, one to go to.
struct MoveStage: Sendable {
    let folder: String
    let database: String
    let address: String

    /// Runs `work` on a stage of its own, gone afterwards.
    static func with<T>(isFounded: Bool = true, _ work: (MoveStage) async throws -> T) async throws -> T {
        let made = try await PostgresTemplate.shared.newDatabase()
        do {
            let value = try await TemporaryFolder.with { folder in
                let stage = MoveStage(folder: folder, database: made.name, address: made.address)
                if isFounded { try await stage.found() }
                return try await work(stage)
            }
            await PostgresTemplate.shared.drop(made.name)
            return value
        } catch {
            await PostgresTemplate.shared.drop(made.name)
            throw error
        }
    }

    /// The sample town, with a demand in each hand: some rows in most tables.
    private func found() async throws {
        try await source { source in
            try await Town.found(in: source)
            try await source.write { tx throws in
                try tx.insert(.sample(.draft, id: "one", rank: 1))
                try tx.insert(.sample(.submitted, id: "two", rank: 2))
                try tx.insert(.sample(.taken, id: "three", rank: 3, holder: Person.senior.id))
                try tx.insert(Attachment.sample(of: "two"))
                for number in 0..<7 { try tx.set("setting-\(number)", to: "\(number)") }
                try tx.set(Setting.demonstration, to: "yes")
            }
        }
    }

    /// Opens the folder as a move does, and closes it again.
    func source<T>(_ work: (any MovableEngine) async throws -> T) async throws -> T {
        let store = try SQLiteStore(folder: folder, isForMove: true)
        do {
            let value = try await work(store)
            try store.close()
            return value
        } catch {
            try? store.close()
            throw error
        }
    }

    /// Opens the database as a move does, and closes it again.
    func target<T>(
        patience: Duration = .seconds(10), _ work: (any MovableEngine) async throws -> T
    ) async throws -> T {
        let settings = PostgresSettings(try PostgresAddress(address), connections: 2, patience: patience)
        let store = try PostgresStore(settings, isForMove: true)
        defer { store.close() }
        return try await work(store)
    }

    /// Moves from the one to the other, from opening to closing.
    @discardableResult
    func move(
        limits: MoveLimits = MoveLimits(), faults: Faults = Faults(), patience: Duration = .seconds(10),
        report: @escaping @Sendable (MoveEvent) -> Void = { _ in }
    ) async throws -> Mover.Outcome {
        try await source { source in
            try await target(patience: patience) { target in
                let (from, to) = (BreakingEngine(source, faults), BreakingEngine(target, faults))
                return try await Mover(from: from, to: to, limits: limits, report: report)
                    .run(at: .sample, place: "base @ ici:5432")
            }
        }
    }

    /// Both sides opened once, for many runs by threes: a run keeps nothing in memory for the next.
    func opened<T>(_ work: ((Faults) async throws -> Mover.Outcome) async throws -> T) async throws -> T {
        try await source { source in
            try await target { target in
                try await work { faults in
                    try await Mover(
                        from: BreakingEngine(source, faults), to: BreakingEngine(target, faults),
                        limits: MoveLimits(rows: 3)
                    ).run(at: .sample, place: "base @ ici:5432")
                }
            }
        }
    }

    func sourceLook() throws -> any DatabaseLook { try SQLiteLook(path: folder + "/essaim.db") }
    func targetLook() throws -> any DatabaseLook {
        PostgresLook(try PostgresConsole(try PostgresAddress(address)))
    }

    /// Everything on each side, as other programs read it.
    func dumps() throws -> (source: MoveDump, target: MoveDump) {
        (try MoveDump(try sourceLook()), try MoveDump(try targetLook()))
    }
}

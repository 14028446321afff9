import EssaimDomain
import EssaimPostgres
import EssaimStorage
import EssaimWorkflow
import Testing

@testable import EssaimTestSupport

/// Killed anywhere and run again, a move goes on.
struct MoveResumeTests {
    private static let small = MoveLimits(rows: 3)

    @Test func `killed at every write, before its commit and after it, then run again: all is there, and once`()
        async throws
    {
        try await MoveStage.with { stage throws in
            let whole = try MoveDump(try stage.sourceLook())
            try await stage.opened { run in
                // The folder’s own mark, then the progress with nothing arrived.
                for fault in [Faults.Fault.inside, .after, .inside, .after] { try await Self.die(at: 1, fault, run) }
                // The first write of a run finds how far the last one came, the second is one chunk more.
                var kills = 0
                while try stage.moved() == nil, kills < 400 {
                    let before = try stage.arrived()
                    try await Self.die(at: 2, .inside, run)
                    #expect(try stage.arrived() == before)
                    try await Self.die(at: 2, .after, run)
                    kills += 1
                }
                #expect(kills > 35, "a chunk each, and the last mark")
                // Marked, and the target's progress not yet dropped.
                #expect(try stage.targetLook().tables().contains("migration_progress"))
                try await Self.die(at: 1, .inside, run)
                try await Self.die(at: 1, .after, run)
                #expect(try stage.targetLook().tables().contains("migration_progress") == false)
                guard case .movedBefore = try await run(Faults()) else {
                    Issue.record("all was done")
                    return
                }
            }
            let (source, target) = try stage.dumps()
            #expect(source == whole && target == whole)
        }
    }

    private static func die(
        at write: Int, _ fault: Faults.Fault, _ run: (Faults) async throws -> Mover.Outcome
    ) async throws {
        await #expect(throws: Killed.self) { _ = try await run(Faults(at: write, fault)) }
    }

    @Test func `the server's end of every connection in the middle of every write is lived through`() async throws {
        try await MoveStage.with { stage throws in
            let cuts = Faults { _ in .cut { try stage.terminate() } }
            let outcome = try await stage.move(limits: Self.small, faults: cuts)
            let (source, target) = try stage.dumps()
            #expect(outcome == .moved(rows: source.rowCount) && source == target)
        }
    }

    @Test func `a move that gives up on a server that is away goes on where it was, however often`() async throws {
        try await MoveStage.with { stage throws in
            var runs = 0
            while try stage.moved() == nil, runs < 400 {
                let cut = Faults(at: runs % 2 == 0 ? 4 : 9, .cut { try stage.terminate() })
                do {
                    try await stage.move(limits: Self.small, faults: cut, patience: .zero)
                } catch StoreFault.unavailable {
                    runs += 1
                }
            }
            let (source, target) = try stage.dumps()
            #expect(runs > 5 && source == target)
        }
    }

    @Test func `a folder that served between two runs is found out, and can still serve`() async throws {
        try await MoveStage.with { stage throws in
            repeat {
                try await Self.die(at: 4, .after) { try await stage.move(limits: Self.small, faults: $0) }
            } while try stage.targetLook().texts("SELECT count(*) FROM settings") == ["0"]
            try await stage.source { source in
                try await source.write { try $0.set("a-late-one", to: "arrived after its table had gone") }
            }
            var verdicts: [String] = []
            do {
                try await stage.move()
                Issue.record("the digest does not see it")
            } catch MoveFault.differs(let tables) {
                verdicts = tables
            }
            #expect(verdicts == ["settings"])
            #expect(try stage.moved() == nil)
            #expect(try stage.targetLook().tables().contains("migration_progress"))
        }
    }
}

extension MoveStage {
    /// What the folder says of where its data went.
    func moved() throws -> String? {
        let look = try sourceLook()
        defer { try? look.close() }
        return try look.texts("SELECT value FROM settings WHERE name = 'moved'").first
    }

    /// Rows on the target, by what is there and by what is said to be there.
    func arrived() throws -> [Int] {
        let look = try targetLook()
        let said =
            try look.tables().contains("migration_progress")
            ? try look.texts("SELECT sum(row_count) FROM migration_progress") : ["0"]
        return [try MoveDump(look).rowCount, Int(said.first ?? "") ?? -1]
    }

    /// Ends every connection of ours to the target.
    func terminate() throws {
        let console = try PostgresConsole(try PostgresAddress(try PostgresTemplate.address(of: "postgres")))
        try console.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(database)'")
    }
}

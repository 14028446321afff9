import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing
import TransparencyLog

struct SequencerTests {
    @Test func `every entry gets one number, from 0 without a gap, in the tree that its leaf makes`() async throws {
        try await World.with { world in
            try await world.write(entries: 700)
            #expect(try await world.sequencer().numberAll() == 700)
            let rows = try await world.store.read { try $0.journalRows(from: 0, until: 1000) }
            #expect(rows.map(\.leaf) == Array(0..<700))
            // The tree again, by the definition: nothing of the sequencer in it.
            var edge = TreeEdge()
            for row in rows { _ = edge.append(.leaf(JournalLeaf(at: row.at, commitment: row.commitment).bytes)) }
            #expect(try await world.head().edge == edge)
            #expect(try await world.sequencer().numberAll() == 0)
        }
    }

    @Test func `several sequencers beside several writers leave no double and no gap`() async throws {
        try await World.with { world in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        let recorder = HistoryRecorder()
                        for number in 0..<60 {
                            let entry = recorder.entry(
                                "session.start", at: world.clock.now(), by: .asker,
                                detail: ["w": "\(writer)", "n": "\(number)"])
                            try await world.store.write { try $0.append(entry) }
                        }
                    }
                }
                for name in ["one", "two", "three"] {
                    group.addTask {
                        let sequencer = world.sequencer(name)
                        for _ in 0..<60 {
                            _ = try await sequencer.numberOnce()
                            // Whoever kept it lets go: the others take over at once.
                            world.clock.advance(by: .seconds(4))
                        }
                    }
                }
                try await group.waitForAll()
            }
            _ = try await world.sequencer().numberAll()
            let (rows, waiting) = try await world.store.read {
                (try $0.journalRows(from: 0, until: 1000), try $0.countWaiting())
            }
            #expect(rows.map(\.leaf) == Array(0..<240) && waiting == 0)
            #expect(try await world.verify().size == 240)
        }
    }

    @Test func `the others leave it to the one that numbered last, until it is silent`() async throws {
        try await World.with { world in
            try await world.write(entries: 1)
            #expect(try await world.sequencer("one").numberOnce() == 1)
            try await world.write(entries: 1)
            #expect(try await world.sequencer("two").numberOnce() == 0)
            #expect(try await world.sequencer("one").numberOnce() == 1)
            world.clock.advance(by: .seconds(4))
            try await world.write(entries: 1)
            #expect(try await world.sequencer("two").numberOnce() == 1)
        }
    }

    @Test func `the head moves only over the size that was read`() async throws {
        try await World.with { world in
            try await world.write(entries: 3)
            _ = try await world.sequencer().numberAll()
            let head = try await world.head()
            var later = head
            _ = later.edge.append(.leaf([1]))
            let next = later
            let moved = try await world.store.write { tx in
                (try tx.advance(to: next, over: 2), try tx.advance(to: next, over: 4))
            }
            #expect(moved == (false, false))
            #expect(try await world.head() == head)
        }
    }

    /// Makes every change of the head a change of no row, as when another server moved it first.
    private static let overtaking =
        TestDatabase.isPostgres
        ? [
            "CREATE FUNCTION overtake() RETURNS trigger AS 'BEGIN RETURN NULL; END' LANGUAGE plpgsql",
            "CREATE TRIGGER overtaken BEFORE UPDATE ON journal_head FOR EACH ROW EXECUTE FUNCTION overtake()",
        ]
        : ["CREATE TRIGGER overtaken BEFORE UPDATE ON journal_head BEGIN SELECT RAISE(IGNORE); END"]

    @Test func `overtaken by another server, it numbers nothing and leaves no tile`() async throws {
        try await World.with { world in
            try await world.write(entries: 1)
            _ = try await world.sequencer().numberAll()
            let look = try world.look()
            for statement in Self.overtaking { try look.execute(statement) }
            try await world.write(entries: 300)
            let numbered = try await world.sequencer().numberAll()
            let tiles = try look.rows("SELECT number FROM journal_tiles").count
            try look.execute(
                TestDatabase.isPostgres ? "DROP TRIGGER overtaken ON journal_head" : "DROP TRIGGER overtaken")
            try look.close()
            let waiting = try await world.store.read { try $0.countWaiting() }
            #expect(numbered == 0 && tiles == 0 && waiting == 300)
            #expect(try await world.sequencer().numberAll() == 300)
            let verdict = try await world.verify()
            #expect(verdict.size == 301)
        }
    }

    @Test func `an entry is not numbered before it is committed, and a rolled back one never`() async throws {
        struct Stop: Error {}
        try await World.with { world in
            let recorder = HistoryRecorder()
            let entry = recorder.entry("session.start", at: world.clock.now(), by: .asker)
            await #expect(throws: Stop.self) {
                try await world.store.write { tx in
                    try tx.append(entry)
                    throw Stop()
                }
            }
            let (numbered, size) = (try await world.sequencer().numberAll(), try await world.head().edge.size)
            #expect(numbered == 0 && size == 0)
        }
    }

    @Test func `a leaf is 41 bytes and holds a minute, not a moment`() throws {
        let leaf = JournalLeaf(
            at: Instant(milliseconds: 1_795_422_659_999), commitment: [UInt8](repeating: 7, count: 32))
        #expect(leaf.bytes.count == 41 && leaf.minute.milliseconds == 1_795_422_600_000)
        #expect(Array(leaf.bytes.prefix(9)) == [1, 0, 0, 0, 0, 0x6B, 0x03, 0xF9, 0x88])
        #expect(JournalLeaf(leaf.bytes) == leaf)
        for wrong in [
            [], Array(leaf.bytes.dropLast()), leaf.bytes + [0], [2] + leaf.bytes.dropFirst(),
            [1, 0, 0, 0, 0, 0x6B, 0x03, 0xF9, 0x89] + leaf.bytes.dropFirst(9),
        ] {
            #expect(JournalLeaf(Array(wrong)) == nil)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing
import TransparencyLog

/// What someone who owns the database may do to the history, and what the verification says of it.
struct VerificationTests {
    /// What is done, in SQL that both engines take.
    static let tampers: [(what: String, sql: [String])] = [
        ("words changed", ["UPDATE history SET payload = replace(payload, 'asker', 'aster') WHERE leaf = 3"]),
        ("a salt changed", ["UPDATE history SET salt = (SELECT salt FROM history h WHERE h.leaf = 4) WHERE leaf = 3"]),
        (
            "a commitment changed",
            ["UPDATE history SET commitment = (SELECT commitment FROM history h WHERE h.leaf = 4) WHERE leaf = 3"]
        ),
        (
            "words, salt and commitment of another entry",
            [
                """
                UPDATE history SET (payload, salt, commitment, at) =
                    (SELECT payload, salt, commitment, at FROM history h WHERE h.leaf = 4) WHERE leaf = 3
                """
            ]
        ),
        ("backdated by a minute", ["UPDATE history SET at = at - 60000 WHERE leaf = 3"]),
        ("backdated by a millisecond", ["UPDATE history SET at = at - 1 WHERE leaf = 3"]),
        ("another person", ["UPDATE history SET person_id = 'colleague' WHERE leaf = 3"]),
        ("another action", ["UPDATE history SET action = 'session.end' WHERE leaf = 3"]),
        ("another outcome", ["UPDATE history SET outcome = 'refused' WHERE leaf = 3"]),
        ("another demand", ["UPDATE history SET request_id = 'demand' WHERE leaf = 3"]),
        ("another network", ["UPDATE history SET network_id = 'network' WHERE leaf = 3"]),
        ("nobody's any more", ["UPDATE history SET person_id = NULL WHERE leaf = 3"]),
        ("an act that is not its own", ["UPDATE history SET record = '{}' WHERE leaf = 3"]),
        ("half erased", ["UPDATE history SET payload = NULL WHERE leaf = 3"]),
        ("deleted", ["DELETE FROM history WHERE leaf = 3"]),
        ("the last one deleted", ["DELETE FROM history WHERE leaf = (SELECT max(leaf) FROM history)"]),
        (
            "two reordered",
            [
                "UPDATE history SET leaf = -1 WHERE leaf = 3", "UPDATE history SET leaf = 3 WHERE leaf = 4",
                "UPDATE history SET leaf = 4 WHERE leaf = -1",
            ]
        ),
        (
            "one inserted",
            [
                """
                INSERT INTO history(id, at, action, outcome, payload, salt, commitment, leaf)
                SELECT 'inserted', at, action, outcome, payload, salt, commitment, 9999 FROM history WHERE leaf = 3
                """
            ]
        ),
        (
            "the end cut off, head and all",
            [
                "DELETE FROM history WHERE leaf >= 512", "DELETE FROM journal_head",
                "UPDATE history SET leaf = leaf WHERE leaf < 512",
            ]
        ),
        (
            "one inserted below the first",
            [
                """
                INSERT INTO history(id, at, action, outcome, payload, salt, commitment, leaf)
                SELECT 'inserted', at, action, outcome, payload, salt, commitment, -1 FROM history WHERE leaf = 3
                """
            ]
        ),
        (
            "a tile where the tree has none yet",
            ["INSERT INTO journal_tiles SELECT 0, 2, bytes FROM journal_tiles WHERE level = 0 AND number = 0"]
        ),
        ("a tile lost", ["DELETE FROM journal_tiles WHERE level = 0 AND number = 1"]),
        (
            "a tile of another place",
            [
                """
                UPDATE journal_tiles SET bytes = (SELECT bytes FROM journal_tiles t WHERE t.level = 0 AND t.number = 0)
                WHERE level = 0 AND number = 1
                """
            ]
        ),
        (
            "a bundle of another place",
            [
                """
                UPDATE journal_bundles SET bytes = (SELECT bytes FROM journal_bundles b WHERE b.number = 0)
                WHERE number = 1
                """
            ]
        ),
        ("an unsigned head passed off as signed", ["UPDATE journal_head SET signed_size = size - 1"]),
        ("the checkpoint lost", ["UPDATE journal_head SET checkpoint = NULL"]),
        ("another key", ["UPDATE journal_keys SET verifier = replace(verifier, 'exemple', 'exempla')"]),
    ]

    @Test(arguments: tampers.indices) func `is found out`(_ index: Int) async throws {
        let (what, changes) = Self.tampers[index]
        try await World.with { world in
            let room = MemoryKeyRoom()
            try await world.write(entries: 600)
            try await world.seal(room)
            let held = [(note: try #require(room.lastSigned()), holder: "ailleurs")]
            #expect(try await world.verify(against: held).size == 601)
            let look = try world.look()
            for change in changes { try look.execute(change) }
            try look.close()
            let found = try await fault { try await world.verify(against: held) }
            #expect(found != nil, "\(what)")
        }
    }

    @Test func `a whole database put back is seen by who holds a later head, and by nobody else`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            try await world.write(entries: 20)
            try await world.seal(room)
            let early = try #require(room.lastSigned())
            try await world.write(entries: 5)
            try await world.seal(room)
            let late = try #require(room.lastSigned())
            #expect(try await world.verify(against: [(early, "a"), (late, "b")]).size == 26)
            // As the database was before the last five.
            let look = try world.look()
            try look.execute("DELETE FROM history WHERE leaf >= 21")
            try look.execute("UPDATE journal_head SET signed_size = 0, checkpoint = NULL")
            try look.close()
            try await world.store.write { tx in
                var edge = TreeEdge()
                var bundle: [UInt8] = []
                for row in try tx.journalRows(from: 0, until: 21) {
                    let leaf = JournalLeaf(at: row.at, commitment: row.commitment).bytes
                    _ = edge.append(.leaf(leaf))
                    bundle += EntryBundle.bytes([leaf])
                }
                guard try tx.advance(to: JournalHead(edge: edge, bundle: bundle), over: 26) else { return }
            }
            #expect(try await fault { try await world.verify() } == nil)
            #expect(try await fault { try await world.verify(against: [(early, "a")]) } == nil)
            #expect(
                try await fault { try await world.verify(against: [(late, "b")]) }
                    == .rolledBack(signed: 26, stored: 21, holder: "b"))
        }
    }

    @Test func `a head that someone else signed proves nothing`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            try await world.write(entries: 3)
            try await world.seal(room)
            let key = try #require(SigningKey(name: "essaim.exemple/journal"))
            let head = try await world.head()
            let body = Checkpoint(origin: key.verifier.name, size: 2, root: head.edge.root).body
            let note = SignedNote(body: body, signatures: [key.sign(body)]).text
            for text in [note, "", "rien", try #require(room.lastSigned()) + "\n"] {
                #expect(try await fault { try await world.verify(against: [(text, "x")]) } == .unsigned("x"))
            }
        }
    }

    @Test func `an erased entry leaves every proof as good as it was`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            let id = try await world.demand(.answered)
            try await world.seal(room)
            let receipt = try #require(try await world.store.read { try Receipt.of(id, $0) })
            let before = try await world.verify()
            let entries = try await world.history(of: id)
            try await world.store.write { try $0.erase(entries.map(\.id)) }
            let after = try await world.verify()
            #expect(after.root == before.root && after.erased == entries.count)
            #expect(try receipt.verify().size == before.size)
            let left = try world.look()
            let rows = try left.rows("SELECT * FROM history WHERE action = 'erased'")
            try left.close()
            #expect(rows.count == entries.count)
            for row in rows {
                let text = row.compactMap(\.self).joined(separator: " ")
                #expect(!text.contains(id.rawValue) && !text.contains("asker") && !text.contains("network"))
            }
            #expect(try await world.history(of: id).isEmpty)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing
import TransparencyLog

struct SignerTests {
    /// Every pair of heads, one after the other in size: each must continue the one before.
    private func expectOneHistory(_ notes: [String], _ world: World) async throws {
        let heads = try notes.map { try Checkpoint(body: SignedNote(text: $0).body) }.sorted { $0.size < $1.size }
        for (old, new) in zip(heads, heads.dropFirst()) {
            let proof = try await world.store.read { reader in
                try JournalTiles(reader)?.consistencyProof(from: old.size, to: new.size) ?? []
            }
            let isOne = MerkleProof.extends(old.root, of: old.size, to: new.root, of: new.size, proof: proof)
            #expect(isOne, "\(old.size) and \(new.size)")
        }
    }

    @Test func `a server that dies between append and signature, 1,000 times, never signs two heads that disagree`()
        async throws
    {
        try await World.with { world in
            let room = MemoryKeyRoom()
            var random = SeededGenerator(seed: 4)
            for round in 0..<1000 {
                try await world.write(entries: Int.random(in: 0...3, using: &random))
                // A new server each time: nothing is remembered but what was kept.
                if Bool.random(using: &random) { _ = try await world.sequencer().numberAll() }
                let deaths: [MemoryKeyRoom.Death?] = [nil, .beforeKept, .afterKept]
                if let death = deaths.randomElement(using: &random) ?? nil { room.die(death) }
                do {
                    try await world.signer(room).signOnce()
                } catch is MemoryKeyRoom.Dead {}
                if round % 250 == 249 { try await world.verifyLast(room) }
            }
            _ = try await world.sequencer().numberAll()
            try await world.signer(room).signOnce()
            #expect(room.signed.count > 400)
            try await expectOneHistory(room.signed, world)
            let verdict = try await world.verify()
            #expect(verdict.size == verdict.signedSize && verdict.waiting == 0)
        }
    }

    @Test func `two servers that sign at once sign one history`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            try await world.write(entries: 10)
            try await world.seal(room)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for name in ["one", "two"] {
                    group.addTask {
                        let (sequencer, signer) = (world.sequencer(name), world.signer(room, name))
                        for _ in 0..<30 {
                            try await world.write(entries: 3)
                            _ = try await sequencer.numberOnce()
                            try await signer.signOnce()
                            world.clock.advance(by: .seconds(4))
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await expectOneHistory(room.signed, world)
        }
    }

    @Test func `the first start makes the key and writes it in the journal`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            try await world.write(entries: 3)
            try await world.seal(room)
            let keys = try await world.store.read { try $0.journalKeys() }
            #expect(keys.map(\.verifier) == [room.key()?.verifier.text])
            let rows = try await world.store.read { try $0.journalRows(from: 0, until: 10) }
            #expect(rows.filter { $0.action == "journal.key" }.count == 1)
            let head = try await world.head()
            let note = try SignedNote(text: head.checkpoint ?? "")
            let verifier = try #require(room.key()).verifier
            #expect(note.isSigned(by: verifier) && head.signedSize == 4)
        }
    }

    @Test func `a server without the journal's key, or with another, signs nothing`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            try await world.write(entries: 3)
            try await world.seal(room)
            try await world.write(entries: 3)
            _ = try await world.sequencer().numberAll()
            for other in [MemoryKeyRoom(), MemoryKeyRoom(key: SigningKey(name: "essaim.exemple/journal"))] {
                await #expect(throws: JournalFault.noKey) { try await world.signer(other).signOnce() }
                #expect(other.signed.isEmpty)
            }
            #expect(try await world.head().signedSize == 4)
        }
    }

    /// What is done to the database while no server runs, and what the next one says before it signs anything.
    static let tampers: [(String, [String])] = [
        ("an older copy was put back", ["UPDATE journal_head SET size = size - 1, signed_size = 0, checkpoint = NULL"]),
        (
            "the head is another's",
            ["UPDATE journal_head SET edge = (SELECT bytes FROM journal_tiles WHERE number = 0)"]
        ),
        (
            "a full tile is another's",
            ["UPDATE journal_tiles SET bytes = (SELECT bytes FROM journal_tiles t WHERE t.number = 1) WHERE number = 0"]
        ),
        (
            "a bundle is another's",
            [
                """
                UPDATE journal_bundles SET bytes = (SELECT bytes FROM journal_bundles b WHERE b.number = 1)
                WHERE number = 0
                """
            ]
        ),
        ("a bundle is gone", ["DELETE FROM journal_bundles WHERE number = 1"]),
        (
            "a checkpoint of nobody's",
            ["UPDATE journal_head SET checkpoint = replace(checkpoint, 'exemple', 'exempla')"]
        ),
    ]

    @Test(arguments: tampers.indices) func `before the first signature the tree is built again`(
        _ index: Int
    ) async throws {
        let (what, changes) = Self.tampers[index]
        try await World.with { world in
            let room = MemoryKeyRoom()
            try await world.write(entries: 600)
            try await world.seal(room)
            let look = try world.look()
            for change in changes { try look.execute(change) }
            try look.close()
            try await world.write(entries: 2)
            _ = try? await world.sequencer().numberAll()
            let signed = room.signed.count
            var isRefused = false
            do {
                try await world.signer(room).signOnce()
            } catch is JournalFault {
                isRefused = true
            } catch is StoreFault {
                // An edge that is not of its size is not even read.
                isRefused = true
            }
            #expect(isRefused && room.signed.count == signed, "\(what)")
        }
    }

    @Test func `a history written again in good order is not signed by a server that starts`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            try await world.write(entries: 5)
            try await world.seal(room)
            let look = try world.look()
            // One entry is gone, the others make a right tree of their own, nothing of it was ever signed.
            try look.execute("DELETE FROM history WHERE leaf = 2")
            try look.execute("UPDATE history SET leaf = NULL")
            try look.execute("DELETE FROM journal_head")
            try look.close()
            try await world.write(entries: 9)
            _ = try await world.sequencer().numberAll()
            let signed = room.signed.count
            await #expect(throws: JournalFault.forked(size: 6, holder: "le dernier point signé ici")) {
                try await world.signer(room).signOnce()
            }
            #expect(room.signed.count == signed)
        }
    }

    @Test func `a running server does not sign what was changed behind its back`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            let signer = world.signer(room)
            try await world.write(entries: 5)
            _ = try await world.sequencer().numberAll()
            try await signer.signOnce()
            let look = try world.look()
            // One entry is taken away, and the others are numbered again.
            try look.execute("DELETE FROM history WHERE leaf = 2")
            try look.execute("UPDATE history SET leaf = NULL")
            try look.execute("DELETE FROM journal_head")
            try look.close()
            try await world.write(entries: 9)
            _ = try await world.sequencer().numberAll()
            let signed = room.signed.count
            await #expect(throws: JournalFault.self) { try await signer.signOnce() }
            #expect(room.signed.count == signed)
        }
    }
}

extension World {
    /// What this room kept is of the tree that is there.
    fileprivate func verifyLast(_ room: MemoryKeyRoom) async throws {
        let held = room.lastSigned().map { [(note: $0, holder: "room")] } ?? []
        _ = try await verify(against: held)
    }
}

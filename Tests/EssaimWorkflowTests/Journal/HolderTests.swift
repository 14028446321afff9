import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import Testing
import TransparencyLog

/// Another server in the same process: the real witness over a store of its own.
private struct Neighbour: JournalSharing.Witness {
    let world: World
    let witness: JournalWitness
    let key: SigningKey
    let name = "https://voisin.exemple/journal"

    init(_ world: World, holding keys: [VerifierKey]) throws {
        self.world = world
        key = try #require(SigningKey(name: "voisin.exemple/journal"))
        witness = JournalWitness(
            store: world.store, clock: world.clock, known: keys, room: MemoryKeyRoom(key: key), bulletin: world.bulletin
        )
    }

    func add(_ request: AddCheckpoint) async throws -> (status: Int, text: String) {
        switch try await witness.hold(request.text) {
        case .cosigned(let line): (200, line)
        case .malformed: (400, "")
        case .unsigned: (403, "")
        case .unknown: (404, "")
        case .other(let size): (409, "\(size)\n")
        case .contradicted: (422, "")
        case .unable: (503, "")
        }
    }

    func cosigned(_ text: String, _ checkpoint: SignedNote) -> Bool {
        guard let signature = try? NoteSignature(line: String(text.dropLast())) else { return false }
        return key.verifier.cosigner.verifies(signature, of: checkpoint.body)
    }
}

struct HolderTests {
    /// A journal of its own, and a neighbour that holds its heads.
    private func together(_ work: (World, MemoryKeyRoom, World, Neighbour) async throws -> Void) async throws {
        try await World.with { ours in
            try await World.with { theirs in
                let room = MemoryKeyRoom()
                try await ours.write(entries: 5)
                try await ours.seal(room)
                let neighbour = try Neighbour(theirs, holding: [try #require(room.key()).verifier])
                try await work(ours, room, theirs, neighbour)
            }
        }
    }

    private func sharing(_ world: World) -> JournalSharing { JournalSharing(store: world.store, clock: world.clock) }

    @Test func `each head is held, and the next one with the proof that it continues it`() async throws {
        try await together { ours, room, theirs, neighbour in
            for entries in [0, 3, 300] {
                try await ours.write(entries: entries)
                try await ours.seal(room)
                ours.clock.advance(by: .minutes(2))
                try await sharing(ours).share(with: neighbour, every: .minutes(1))
                let held = try await theirs.store.read { try $0.heldCheckpoint(of: "essaim.exemple/journal") }
                #expect(held?.checkpoint == room.lastSigned())
                let holdings = try await ours.store.read { try $0.holdings() }
                #expect(holdings.map(\.size) == [try await ours.head().signedSize] && holdings[0].answer == nil)
            }
        }
    }

    @Test func `a holder that knows a larger journal has seen a rollback`() async throws {
        try await together { ours, room, theirs, neighbour in
            try await sharing(ours).share(with: neighbour, every: .minutes(1))
            // The neighbour heard of more, before our copy was put back.
            let key = try #require(room.key())
            try await theirs.store.write { tx in
                let root = MerkleHash.leaf([1])
                try tx.keep(
                    HeldCheckpoint(
                        origin: key.verifier.name, size: 99, root: root, checkpoint: "…", at: theirs.clock.now()))
            }
            try await ours.write(entries: 1)
            try await ours.seal(room)
            ours.clock.advance(by: .minutes(2))
            await #expect(throws: JournalFault.rolledBack(signed: 99, stored: 7, holder: neighbour.name)) {
                try await sharing(ours).share(with: neighbour, every: .minutes(1))
            }
            let alarms = try await ours.store.read { try $0.alarms(in: [], limit: 10) }
            #expect(alarms.map(\.kind) == [.journal])
            // Said again, it is one alarm.
            ours.clock.advance(by: .minutes(2))
            try? await sharing(ours).share(with: neighbour, every: .minutes(1))
            #expect(try await ours.store.read { try $0.alarms(in: [], limit: 10) }.count == 1)
        }
    }

    @Test func `a journal that was written again is refused by its holder, and its own side raises an alarm`()
        async throws
    {
        try await together { ours, room, theirs, neighbour in
            try await sharing(ours).share(with: neighbour, every: .minutes(1))
            let key = try #require(room.key())
            try await theirs.store.write { tx in
                try tx.keep(
                    HeldCheckpoint(
                        origin: key.verifier.name, size: 6, root: .leaf([2]), checkpoint: "…", at: theirs.clock.now()))
            }
            try await ours.write(entries: 2)
            try await ours.seal(room)
            ours.clock.advance(by: .minutes(2))
            await #expect(throws: JournalFault.self) {
                try await sharing(ours).share(with: neighbour, every: .minutes(1))
            }
            // A proof that does not hold is told where the journal is: here it may be anyone's, with a public head.
            for (world, alarms) in [(ours, 1), (theirs, 0)] {
                #expect(try await world.store.read { try $0.alarms(in: [], limit: 10) }.count == alarms)
            }
        }
    }

    /// A request and what the witness says of it: c2sp.org/tlog-witness.
    @Test func `the witness answers as the specification says`() async throws {
        try await together { ours, room, theirs, neighbour in
            let key = try #require(room.key())
            let note = try SignedNote(text: try #require(room.lastSigned()))
            let good = AddCheckpoint(old: 0, proof: [], checkpoint: note)
            func status(_ text: String) async throws -> JournalWitness.Answer { try await neighbour.witness.hold(text) }

            #expect(try await status("") == .malformed)
            #expect(try await status("old 0\n\nrien") == .malformed)
            #expect(try await status("old x\n\n" + note.text) == .malformed)
            #expect(try await status("old 7\n\n" + note.text) == .malformed)
            let stranger = try #require(SigningKey(name: "autre.exemple/journal"))
            func signed(_ key: SigningKey, _ body: String) -> SignedNote {
                SignedNote(body: body, signatures: [key.sign(body)])
            }
            let theirHead = Checkpoint(origin: stranger.verifier.name, size: 6, root: .leaf([1])).body
            let unknown = AddCheckpoint(old: 0, proof: [], checkpoint: signed(stranger, theirHead))
            #expect(try await status(unknown.text) == .unknown)
            let forger = try #require(SigningKey(name: key.verifier.name))
            let unsigned = AddCheckpoint(old: 0, proof: [], checkpoint: signed(forger, note.body))
            #expect(try await status(unsigned.text) == .unsigned)
            #expect(try await theirs.store.read { try $0.heldCheckpoint(of: key.verifier.name) } == nil)

            var isHeld = false
            if case .cosigned = try await status(good.text) { isHeld = true }
            #expect(isHeld)
            #expect(try await status(good.text) == .other(size: 6))
            // The same size with another root.
            let fork = Checkpoint(origin: key.verifier.name, size: 6, root: .leaf([1])).body
            let forked = AddCheckpoint(old: 6, proof: [], checkpoint: signed(key, fork))
            #expect(try await status(forked.text) == .contradicted)
            #expect(try await status(forked.text) == .contradicted)
            #expect(theirs.bulletin.posted.contains(.alarm(nil)))
            #expect(try await theirs.store.read { try $0.alarms(in: [], limit: 10) }.map(\.kind) == [.journal])
            #expect(
                try await theirs.store.read { try $0.heldCheckpoint(of: key.verifier.name) }?.checkpoint == note.text)
        }
    }

    @Test func `a mailbox is given the head once in a while`() async throws {
        try await World.with { world in
            let room = MemoryKeyRoom()
            try await world.write(entries: 5)
            try await world.seal(room)
            let sent = Mutex<[String]>([])
            for _ in 0..<3 {
                try await sharing(world).share(withMailbox: "a@b", every: .hours(24)) { note, _ in
                    sent.withLock { $0.append(note) }
                }
                try await world.write(entries: 1)
                try await world.seal(room)
            }
            #expect(sent.withLock { $0.count } == 1)
            world.clock.advance(by: .hours(25))
            try await sharing(world).share(withMailbox: "a@b", every: .hours(24)) { note, _ in
                sent.withLock { $0.append(note) }
            }
            #expect(sent.withLock { $0.count } == 2)
            let held = sent.withLock { $0 }.map { (note: $0, holder: "mailbox") }
            #expect(try await world.verify(against: held).size > 5)
        }
    }
}

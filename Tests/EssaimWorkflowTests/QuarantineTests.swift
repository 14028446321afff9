import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import Testing

@Suite struct QuarantineTests {
    /// Answers in turn what it was told to; the last answer stays.
    private final class ScriptedScanner: VirusScanner {
        private let answers: Mutex<[ScanOutcome]>

        init(_ answers: [ScanOutcome]) { self.answers = Mutex(answers) }

        func scan(_ source: ByteStream) async -> ScanOutcome {
            answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        }
    }

    private struct Room {
        let world: World
        let vault = MemoryVault()
        let desk: AttachmentDesk
        let draft: Identifier<AdviceRequest>

        init(_ world: World, _ answers: [ScanOutcome]) async throws {
            self.world = world
            desk = .inMemory(
                world.store, clock: world.clock, vault: vault, requests: world.desk,
                scanner: ScriptedScanner(answers))
            draft = try await world.desk.open(
                Offer.dermatology.id, for: nil, key: world.newKey(), by: Person.asker.id
            ).get().request
        }

        func send(_ token: Character = "a") async throws -> Result<RequestDesk.Receipt, AttachmentDesk.Fault> {
            let text = String(repeating: token, count: 32)
            let upload = try #require(Upload(request: draft, person: Person.asker.id, token: text))
            _ = try await desk.receive(ByteStream([1, 2, 3]), of: upload, at: 0, total: 3)
            return try await desk.join(upload, .init(name: "a.jpg", slot: "centered"))
        }

        var files: [EssaimDomain.Attachment] {
            get async throws {
                let id = draft
                return try await world.store.read { try $0.attachments(of: id) }
            }
        }

        func rescan() async throws {
            let job = Job(
                id: .new(at: world.clock.now()), kind: .scanFiles, request: draft, version: 1, answer: 0,
                runAt: world.clock.now())
            try await FileScanning(desk: desk, bulletin: world.bulletin).perform(job)
        }
    }

    @Test func `a clean file is shown at once`() async throws {
        try await World.with { world in
            let room = try await Room(world, [.clean])
            _ = try await room.send().get()
            #expect(try await room.files.map(\.isShown) == [true])
            #expect(world.jobsAwaited == 0)
        }
    }

    @Test func `an infected file is refused in words, and nothing of it is kept`() async throws {
        try await World.with { world in
            let room = try await Room(world, [.infected("Eicar")])
            guard case .failure(.file(let refusal)) = try await room.send() else {
                Issue.record("it was taken")
                return
            }
            #expect(refusal == .infected && !refusal.message.contains("Eicar"))
            #expect(try await room.files.isEmpty && room.vault.kept.isEmpty)
        }
    }

    @Test func `while the scanner is away a file waits, joined and shown to nobody`() async throws {
        try await World.with { world in
            let room = try await Room(world, [.away])
            _ = try await room.send().get()
            let file = try #require(try await room.files.first)
            #expect(file.quarantinedAt != nil && !file.isShown)
            #expect(try await world.jobCount(of: room.draft, .scanFiles) == 1 && world.jobsAwaited == 1)
            // Still away: it waits on, and comes back later.
            await #expect(throws: JobPostponed.self) { try await room.rescan() }
            #expect(try await room.files.map(\.isShown) == [false])
        }
    }

    @Test func `once the scanner is back, what is clean is shown, and the history says so`() async throws {
        try await World.with { world in
            let room = try await Room(world, [.away, .clean])
            _ = try await room.send().get()
            try await room.rescan()
            #expect(try await room.files.map(\.isShown) == [true])
            let draft = room.draft
            let entries = try await world.store.read { try $0.history(of: draft, limit: 20) }
            #expect(entries.contains { $0.action == "file.scan" && $0.payload.contains(#""found":"nothing""#) })
        }
    }

    @Test func `once the scanner is back, what is infected is withdrawn, and its thread says so`() async throws {
        try await World.with { world in
            let room = try await Room(world, [.away, .infected("Eicar")])
            _ = try await room.send().get()
            try await room.rescan()
            let file = try #require(try await room.files.first)
            #expect(file.withdrawnAt != nil && !file.isShown)
            let draft = room.draft
            let thread = try await world.store.read { try $0.thread(of: draft) }
            #expect(thread.contains { $0.text == "a.jpg\u{A0}: retiré par l’analyse antivirus." })
        }
    }
}

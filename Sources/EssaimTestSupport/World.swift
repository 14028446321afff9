import EssaimDomain
import EssaimStorage
import EssaimWorkflow
import Synchronization

/// The sample town in a store of its own, with a desk over it and a clock that stands still.
public final class World: Sendable {
    private let database: TestDatabase
    public let store: any Store
    private let engine: any StorageEngine
    public let clock: ManualClock
    public let desk: RequestDesk
    public let bulletin = RecordingBulletin()
    private let keys = Mutex(0)

    /// Runs `work` in a fresh world, whose folder is gone afterwards.
    public static func with<T>(_ work: (World) async throws -> T) async throws -> T {
        let world = try await World()
        do {
            let value = try await work(world)
            try await world.end()
            return value
        } catch {
            try? await world.end()
            throw error
        }
    }

    private init() async throws {
        let clock = ManualClock()
        database = try await TestDatabase()
        engine = try database.open()
        self.clock = clock
        store = engine
        desk = RequestDesk(
            store: engine, clock: clock, forms: FormLibrary([.sample]), billing: .sample, bulletin: bulletin)
        try await Town.found(in: engine)
    }

    private func end() async throws {
        try engine.close()
        await database.remove()
    }

    /// Looks into the database as another program would.
    package func look() throws -> any DatabaseLook { try database.look() }

    /// How often the desk said that jobs await.
    public var jobsAwaited: Int { bulletin.posted.count { $0 == .jobs } }

    /// A key that no form used before.
    public func newKey() -> String {
        keys.withLock { last in
            last += 1
            return "key-\(last)"
        }
    }

    /// The demand as it is kept, whoever may see it.
    public func stored(_ id: Identifier<AdviceRequest>) async throws -> AdviceRequest? {
        try await store.read { try $0.requestForJob(id) }
    }

    /// Everything that is kept about a demand, to compare before and after.
    public func file(of id: Identifier<AdviceRequest>) async throws -> StoredFile {
        try await store.read { try StoredFile(id, $0) }
    }
}

/// Keeps what was posted.
public final class RecordingBulletin: Bulletin {
    private let kept = Mutex<[Notice]>([])

    public var posted: [Notice] { kept.withLock { $0 } }
    public func post(_ notice: Notice) { kept.withLock { $0.append(notice) } }
    public func notices() -> AsyncStream<Notice> { AsyncStream { $0.finish() } }
}

/// What a store holds about one demand, its history apart.
public struct StoredFile: Sendable, Equatable {
    public let request: AdviceRequest?
    public let thread: [ThreadEntry]
    public let attachments: [Attachment]
    public let acts: [RecordedAct]

    init(_ id: Identifier<AdviceRequest>, _ reader: any StoreReader) throws {
        request = try reader.requestForJob(id)
        thread = try reader.thread(of: id)
        attachments = try reader.attachments(of: id)
        acts = try reader.acts(of: id)
    }
}

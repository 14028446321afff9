import EssaimDomain
import EssaimSQLite
import EssaimWorkflow
import Synchronization

/// The sample town in a SQLite store of its own, with a desk over it and a clock that stands still.
public final class World: Sendable {
    public let folder: TemporaryFolder
    public let store: any Store
    private let engine: SQLiteStore
    public let clock: ManualClock
    public let desk: RequestDesk
    private let calls: Calls
    private let keys = Mutex(0)

    /// Runs `work` in a fresh world, whose folder is gone afterwards.
    public static func with<T>(_ work: (World) async throws -> T) async throws -> T {
        let world = try await World()
        do {
            let value = try await work(world)
            try world.end()
            return value
        } catch {
            try? world.end()
            throw error
        }
    }

    private init() async throws {
        let folder = try TemporaryFolder()
        let clock = ManualClock()
        let store = try SQLiteStore(folder: folder.path)
        self.folder = folder
        self.clock = clock
        self.store = store
        engine = store
        let calls = Calls()
        self.calls = calls
        desk = RequestDesk(
            store: store, clock: clock, forms: FormLibrary([.sample]), billing: .sample, jobsAwait: { calls.add() })
        try await Town.found(in: store)
    }

    private func end() throws {
        defer { folder.remove() }
        try engine.close()
    }

    /// How often the desk said that jobs await.
    public var jobsAwaited: Int { calls.count.withLock { $0 } }

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

private final class Calls: Sendable {
    let count = Mutex(0)
    func add() { count.withLock { $0 += 1 } }
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

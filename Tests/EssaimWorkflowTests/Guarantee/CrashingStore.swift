import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Synchronization

/// A store whose writes end before their commit, now and then: everything that was done in them is undone.
final class CrashingStore: Store {
    struct Crash: Error {}

    private let store: any Store
    private let left: Mutex<(crashes: Int, random: SeededGenerator)>
    private let everyOther: Int

    /// - Parameter crashes: of the first writes.
    init(_ store: any Store, crashes: Int) {
        self.store = store
        left = Mutex((crashes, SeededGenerator(seed: 0)))
        everyOther = 0
    }

    /// One write in so many.
    init(_ store: any Store, oneIn every: Int, _ random: SeededGenerator) {
        self.store = store
        left = Mutex((0, random))
        everyOther = every
    }

    func read<T: Sendable>(_ work: @escaping @Sendable (any StoreReader) throws -> T) async throws -> T {
        try await store.read(work)
    }

    func write<T: Sendable>(_ work: @escaping @Sendable (any StoreWriter) throws -> T) async throws -> T {
        let crashes = left.withLock { left in
            if everyOther > 0 { return Int.random(in: 0..<everyOther, using: &left.random) == 0 }
            defer { left.crashes = max(0, left.crashes - 1) }
            return left.crashes > 0
        }
        return try await store.write { tx in
            let value = try work(tx)
            if crashes { throw Crash() }
            return value
        }
    }
}

final class FaultCount: Sendable {
    private let seen = Mutex(0)
    var count: Int { seen.withLock { $0 } }
    func add() { seen.withLock { $0 += 1 } }
}

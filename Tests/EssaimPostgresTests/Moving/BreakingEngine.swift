import EssaimPostgres
import EssaimStorage
import EssaimWorkflow
import Synchronization

/// The process died: nothing after this.
struct Killed: Error, Equatable {}

/// Where a move dies, counted in writes to either side.
final class Faults: Sendable {
    enum Fault: Sendable {
        /// Before the commit: nothing of this write stays.
        case inside
        /// After the commit: all of it stays, and nobody is told.
        case after
        /// The server ends our connections, before the commit; `isKilled` when the move does not survive it.
        case cut(@Sendable () throws -> Void)
    }

    private let writes = Mutex(0)
    private let faults: @Sendable (Int) -> Fault?

    init(_ faults: @escaping @Sendable (Int) -> Fault? = { _ in nil }) { self.faults = faults }

    /// One fault, at that write.
    convenience init(at write: Int, _ fault: Fault) { self.init { $0 == write ? fault : nil } }

    fileprivate func next() -> Fault? {
        faults(
            writes.withLock { count in
                count += 1
                return count
            })
    }
}

/// An engine whose writes fail where a test says so.
final class BreakingEngine: MovableEngine {
    private let engine: any MovableEngine
    private let faults: Faults

    init(_ engine: any MovableEngine, _ faults: Faults) {
        self.engine = engine
        self.faults = faults
    }

    var moving: MoveDialect { engine.moving }
    var bulletin: any Bulletin { engine.bulletin }
    func scrub() async throws { try await engine.scrub() }
    func close() throws { try engine.close() }

    func reading<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await engine.reading(work)
    }

    func writing<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        let fault = faults.next()
        let isFirst = Mutex(true)
        let value = try await engine.writing { connection in
            let value = try work(connection)
            // A store may run the work again, on another connection.
            let isFirst = isFirst.withLock { first in
                defer { first = false }
                return first
            }
            switch fault {
            case .inside: throw Killed()
            case .cut(let cut) where isFirst: try cut()
            case .cut, .after, nil: break
            }
            return value
        }
        if case .after = fault { throw Killed() }
        return value
    }
}

import EssaimWorkflow
import Foundation
import GRDB
import Synchronization

/// Makes durable writes fast: the commands that wait go together into one transaction, each in its savepoint, and one fsync
/// answers them all (measured: 18 k/s against 5.9 k/s one by one, 2,877/s against 224/s with a 4 ms fsync).
///
/// The batch runs on the committer's own thread, never a caller's: cancelling a caller cannot roll back its neighbours.
/// If the batch itself fails (a full disk aborts the whole of it), each command is tried again alone.
final class GroupCommitter: Sendable {
    /// A command waiting: `run` does its work and keeps the outcome, `answer` hands it over once the commit is known.
    private struct Waiting: Sendable {
        let run: @Sendable (Database) throws -> Void
        /// Its savepoint could not be kept: whatever it returned did not happen.
        let undo: @Sendable (any Error) -> Void
        let answer: @Sendable ((any Error)?) -> Void
    }

    private struct Queue {
        var waiting: [Waiting] = []
        var isStopped = false
    }

    private static let largestBatch = 512
    /// Beyond this many commands waiting, a new one is refused rather than queued without end.
    private static let longestQueue = 16_384

    private let pool: DatabasePool
    private let onDiskFailure: @Sendable () -> Void
    private let queue = Mutex(Queue())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// - Parameter onDiskFailure: called when a sync failed: what the disk holds is unknown, nothing more may be
    ///   acknowledged, and the process must end and recover at its next start. A sync is never tried twice.
    init(pool: DatabasePool, onDiskFailure: @escaping @Sendable () -> Void) {
        self.pool = pool
        self.onDiskFailure = onDiskFailure
        let thread = Thread { [self] in serve() }
        thread.name = "essaim-commit"
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Runs `work` in a transaction; returns once it is on the disk.
    func commit<T: Sendable>(_ work: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<T, any Error>) in
            let outcome = Mutex<Result<T, any Error>?>(nil)
            let waiting = Waiting(
                run: { database in
                    let value = try work(database)
                    outcome.withLock { $0 = .success(value) }
                },
                undo: { error in outcome.withLock { $0 = .failure(error) } },
                answer: { failure in
                    if let failure { return continuation.resume(throwing: failure) }
                    let outcome = outcome.withLock { $0 } ?? .failure(StoreFault.failed("the command did not run"))
                    continuation.resume(with: outcome)
                })
            let refusal: StoreFault? = queue.withLock { queue in
                if queue.isStopped { return .failed("the store is closed") }
                if queue.waiting.count >= Self.longestQueue { return .failed("too many writes are waiting") }
                queue.waiting.append(waiting)
                return nil
            }
            if let refusal { return continuation.resume(throwing: refusal) }
            wakeUp.signal()
        }
    }

    /// Commits what waits, then ends the thread. Later commands are refused.
    func stop() {
        let first = queue.withLock { queue in
            defer { queue.isStopped = true }
            return !queue.isStopped
        }
        guard first else { return }
        wakeUp.signal()
        ended.wait()
    }

    private func serve() {
        while true {
            wakeUp.wait()
            while true {
                let batch = queue.withLock { queue in
                    let batch = Array(queue.waiting.prefix(Self.largestBatch))
                    queue.waiting.removeFirst(batch.count)
                    return batch
                }
                if batch.isEmpty { break }
                commitTogether(batch)
            }
            if queue.withLock({ $0.isStopped && $0.waiting.isEmpty }) { break }
        }
        ended.signal()
    }

    private func commitTogether(_ batch: [Waiting]) {
        do {
            try transaction { database in
                for command in batch { savepoint(database, command) }
                // SQLite rolls the whole transaction back by itself on a full disk: nothing of the batch may be answered.
                guard database.isInsideTransaction else { throw StoreFault.full }
            }
        } catch StoreFault.notSynced {
            // Nothing more may be acknowledged: those that wait are refused too, and later ones find the store closed.
            let rest = queue.withLock { queue in
                queue.isStopped = true
                defer { queue.waiting = [] }
                return queue.waiting
            }
            for command in batch + rest { command.answer(StoreFault.notSynced) }
            return onDiskFailure()
        } catch {
            if batch.count == 1 { return batch[0].answer(error) }
            for command in batch { commitTogether([command]) }
            return
        }
        for command in batch { command.answer(nil) }
    }

    /// A command that throws undoes only itself.
    private func savepoint(_ database: Database, _ command: Waiting) {
        guard database.isInsideTransaction else { return }
        do {
            try database.inSavepoint {
                try command.run(database)
                return .commit
            }
        } catch {
            // Its neighbours go on.
            command.undo(error)
        }
    }

    private func transaction(_ work: (Database) throws -> Void) throws {
        try translated {
            try pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    try work(database)
                    return .commit
                }
            }
        }
    }
}

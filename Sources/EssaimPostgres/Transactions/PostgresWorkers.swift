import EssaimWorkflow
import Foundation
import Synchronization

/// Threads, each with a connection of its own: a whole transaction stays on one thread, and waiting for the server holds up
/// nobody else. A thread connects when there is work, and again when its connection broke.
///
/// A task waits while no server answers, `patience` at most: a restart or a switch of servers costs its callers a wait,
/// not an error.
final class PostgresWorkers: Sendable {
    /// What a task made of a connection.
    enum Verdict {
        case done
        /// Nothing was answered and nothing is lost: run it again on another connection.
        case again(PostgresFault)
    }

    struct Task: Sendable {
        let since: ContinuousClock.Instant
        let run: @Sendable (PostgresLink) -> Verdict
        /// Answers in place of the server.
        let giveUp: @Sendable (StoreFault) -> Void
    }

    private struct Queue {
        var waiting: [Task] = []
        var connected = 0
        var isStopped = false
    }

    /// Beyond this many tasks waiting, a new one is refused rather than queued without end.
    private static let longestQueue = 16_384

    private let open: @Sendable () throws -> PostgresLink
    private let patience: Duration
    private let queue: Mutex<Queue>
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let count: Int

    /// - Parameter open: makes a connection that is ready for transactions.
    init(count: Int, patience: Duration, open: @escaping @Sendable () throws -> PostgresLink) {
        self.count = count
        self.patience = patience
        self.open = open
        queue = Mutex(Queue())
        for number in 1...count {
            let thread = Thread { [self] in serve() }
            thread.name = "essaim-pg-\(number)"
            thread.stackSize = 4 << 20
            thread.start()
        }
    }

    /// Runs a task made around the way to answer its caller.
    func run<T: Sendable>(
        _ task: (@escaping @Sendable (Result<T, any Error>) -> Void) -> @Sendable (PostgresLink) -> Verdict
    ) async throws -> T {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<T, any Error>) in
            let task = Task(
                since: .now, run: task { continuation.resume(with: $0) },
                giveUp: { continuation.resume(throwing: $0) })
            let refusal: StoreFault? = queue.withLock { queue in
                if queue.isStopped { return .failed("the store is closed") }
                if queue.waiting.count >= Self.longestQueue { return .unavailable("too much is waiting") }
                queue.waiting.append(task)
                return nil
            }
            if let refusal { return task.giveUp(refusal) }
            wakeUp.signal()
        }
    }

    /// Ends what runs and what waits, then the threads and their connections. Later tasks are refused.
    func stop() {
        let first = queue.withLock { queue in
            defer { queue.isStopped = true }
            return !queue.isStopped
        }
        guard first else { return }
        for _ in 0..<count { wakeUp.signal() }
        for _ in 0..<count { ended.wait() }
    }

    private func serve() {
        var link: PostgresLink?
        while true {
            wakeUp.wait()
            while hasWork {
                guard let ready = link ?? connected() else { continue }
                link = ready
                guard let task = next() else { break }
                if case .again(let fault) = task.run(ready) {
                    link = nil
                    queue.withLock { $0.connected -= 1 }
                    putBack(task, fault)
                }
            }
            if queue.withLock({ $0.isStopped && $0.waiting.isEmpty }) { break }
        }
        if link != nil { queue.withLock { $0.connected -= 1 } }
        link = nil
        ended.signal()
    }

    private var hasWork: Bool { queue.withLock { !$0.waiting.isEmpty } }

    private func next() -> Task? {
        queue.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    /// A new connection; nil, after a pause, when there is none to be had. Others go on with what waits meanwhile.
    private func connected() -> PostgresLink? {
        do {
            let link = try open()
            queue.withLock { $0.connected += 1 }
            return link
        } catch {
            let why = (error as? PostgresFault)?.storeFault ?? error as? StoreFault ?? .unavailable("no connection")
            let othersServe = queue.withLock { $0.connected > 0 }
            if othersServe { wakeUp.signal() } else { giveUpTheOld(why) }
            usleep(othersServe ? 500_000 : 50_000)
            return nil
        }
    }

    /// First in the queue again, unless it has waited long enough.
    private func putBack(_ task: Task, _ fault: PostgresFault) {
        if task.since.duration(to: .now) > patience { return task.giveUp(fault.storeFault) }
        queue.withLock { $0.waiting.insert(task, at: 0) }
    }

    private func giveUpTheOld(_ why: StoreFault) {
        let now = ContinuousClock.now
        let old = queue.withLock { queue in
            let isStopped = queue.isStopped
            let isOld = { [patience] (task: Task) in isStopped || task.since.duration(to: now) > patience }
            defer { queue.waiting.removeAll(where: isOld) }
            return queue.waiting.filter(isOld)
        }
        for task in old { task.giveUp(why) }
    }
}

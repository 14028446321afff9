import CCurl
import Foundation
import Synchronization

/// The errands that wait and the threads that run them: blocking calls, never on Swift's pool. At most `room` wait.
final class Errands: Sendable {
    /// One errand: `run` does it and answers its caller, `refuse` answers instead. Exactly one of them is called.
    struct Errand: Sendable {
        let watch: Watch
        let run: @Sendable () -> Void
        let refuse: @Sendable (OutgoingFault) -> Void
    }

    private struct Queue {
        var waiting: [Errand] = []
        var underWay: [ObjectIdentifier: Watch] = [:]
        var isClosed = false
    }

    private let room: Int
    private let threads: Int
    private let queue = Mutex(Queue())
    private let wakeUp = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - threads: how many errands run at once, one at least.
    ///   - room: how many may wait beside them.
    init(threads: Int, room: Int) {
        self.threads = max(1, threads)
        self.room = max(0, room)
        for number in 1...self.threads {
            let thread = Thread { [self] in serve() }
            thread.name = "essaim-out-\(number)"
            thread.stackSize = 1 << 20
            thread.start()
        }
    }

    /// How many wait or are under way.
    var count: Int { queue.withLock { $0.waiting.count + $0.underWay.count } }

    /// Puts an errand in the queue, or refuses it at once: busy, closed, or cancelled before it began.
    func add(_ errand: Errand) {
        let refusal: OutgoingFault? = queue.withLock { queue in
            if let stopped = errand.watch.stopped { return stopped }
            if queue.isClosed { return .closed }
            // A thread that is free takes its errand at once: `room` counts those beyond the threads.
            if queue.waiting.count + queue.underWay.count >= room + threads { return .busy }
            queue.waiting.append(errand)
            return nil
        }
        if let refusal { return errand.refuse(refusal) }
        wakeUp.signal()
    }

    /// Stops one errand: out of the queue at once, or told through its watch if it is under way.
    func withdraw(_ watch: Watch, _ fault: OutgoingFault) {
        watch.stop(fault)
        let errand: Errand? = queue.withLock { queue in
            queue.waiting.firstIndex { $0.watch === watch }.map { queue.waiting.remove(at: $0) }
        }
        errand?.refuse(fault)
    }

    /// Refuses what waits and what comes, tells what is under way to stop, lets the threads end. Does not wait for them.
    func close() {
        let waiting: [Errand] = queue.withLock { queue in
            guard !queue.isClosed else { return [] }
            queue.isClosed = true
            for watch in queue.underWay.values { watch.stop(.closed) }
            for _ in 0..<threads { wakeUp.signal() }
            defer { queue.waiting = [] }
            return queue.waiting
        }
        for errand in waiting { errand.refuse(.closed) }
    }

    private func serve() {
        ccurl_block_broken_pipe()
        while true {
            wakeUp.wait()
            let (errand, isClosed): (Errand?, Bool) = queue.withLock { queue in
                guard !queue.waiting.isEmpty else { return (nil, queue.isClosed) }
                let errand = queue.waiting.removeFirst()
                queue.underWay[ObjectIdentifier(errand.watch)] = errand.watch
                return (errand, queue.isClosed)
            }
            if let errand {
                errand.run()
                _ = queue.withLock { $0.underWay.removeValue(forKey: ObjectIdentifier(errand.watch)) }
            } else if isClosed {
                return
            }
        }
    }
}

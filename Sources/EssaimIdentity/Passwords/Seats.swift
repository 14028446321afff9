import Synchronization

/// How many may be inside at once. Nobody waits here: a seat is had at once or not at all.
final class Seats: Sendable {
    private let free: Mutex<Int>

    init(_ count: Int) { free = Mutex(count) }

    /// True when a seat was taken; every seat taken is left once.
    func take() -> Bool {
        free.withLock { free in
            guard free > 0 else { return false }
            free -= 1
            return true
        }
    }

    var count: Int { free.withLock { $0 } }

    func leave() { free.withLock { $0 += 1 } }
}

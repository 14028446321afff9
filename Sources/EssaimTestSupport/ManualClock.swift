import EssaimDomain
import EssaimWorkflow
import Synchronization

/// A clock that stands still until it is told to move.
public final class ManualClock: WallClock {
    private let instant: Mutex<Instant>

    /// Monday 23 November 2026, 9 h 30 in Paris, unless told otherwise.
    public init(_ start: Instant = .sample) { instant = Mutex(start) }

    public func now() -> Instant { instant.withLock { $0 } }

    public func set(to instant: Instant) { self.instant.withLock { $0 = instant } }

    /// Moves on, or back when the duration is negative; the new time.
    @discardableResult
    public func advance(by duration: Duration) -> Instant {
        instant.withLock { now in
            now = now + duration
            return now
        }
    }
}

extension Instant {
    /// Monday 23 November 2026, 8:30 UTC: 9 h 30 in Paris, an open hour of a working day.
    public static let sample = Instant(milliseconds: 1_795_422_600_000)
}

import EssaimDomain
import EssaimWorkflow
import Foundation

/// The machine's clock: the one place that asks it.
struct SystemClock: WallClock {
    func now() -> Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}

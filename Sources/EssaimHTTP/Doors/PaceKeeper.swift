import EssaimDomain
import EssaimGate
import Synchronization

/// Counts calls by pace and by who calls, in memory, so for this server alone: what guards against guessing is counted in
/// the database as well (`SignInLimit`). A bucket a caller: it empties by a call and fills with time.
final class PaceKeeper: Sendable {
    private struct Key: Hashable {
        let pace: Pace
        let caller: String
    }

    private struct Bucket {
        var left: Double
        var at: Instant
    }

    /// Beyond, those that are full again are forgotten, and if none is, all: a storm of addresses costs memory to nobody.
    private static let mostBuckets = 50_000

    private let factor: Double
    private let now: @Sendable () -> Instant
    private let buckets = Mutex<[Key: Bucket]>([:])

    /// - Parameters:
    ///   - factor: by which every limit is multiplied.
    ///   - now: the house's clock; set back, nothing fills until it is where it was.
    init(factor: Int = 1, now: @escaping @Sendable () -> Instant) {
        self.factor = Double(factor)
        self.now = now
    }

    /// Takes one call.
    /// - Parameter caller: a person, or an address; without either nothing is counted.
    /// - Returns: nil when it may go on; else in how many seconds it may be tried again.
    func take(_ pace: Pace, of caller: String) -> Int? {
        guard pace != .free, !caller.isEmpty else { return nil }
        let limit = pace.limit
        let (most, perSecond) = (Double(limit.burst) * factor, limit.perMinute * factor / 60)
        let now = now()
        return buckets.withLock { buckets in
            if buckets.count >= Self.mostBuckets { Self.tidy(&buckets, factor, now) }
            let key = Key(pace: pace, caller: caller)
            var bucket = buckets[key] ?? Bucket(left: most, at: now)
            bucket.left = min(most, bucket.left + max(0, (now - bucket.at) / .seconds(1)) * perSecond)
            bucket.at = max(now, bucket.at)
            defer { buckets[key] = bucket }
            guard bucket.left >= 1 else { return max(1, Int(((1 - bucket.left) / perSecond).rounded(.up))) }
            bucket.left -= 1
            return nil
        }
    }

    var count: Int { buckets.withLock { $0.count } }

    private static func tidy(_ buckets: inout [Key: Bucket], _ factor: Double, _ now: Instant) {
        buckets = buckets.filter { key, bucket in
            let limit = key.pace.limit
            let left = bucket.left + (now - bucket.at) / .seconds(1) * limit.perMinute * factor / 60
            return left < Double(limit.burst) * factor
        }
        if buckets.count >= mostBuckets { buckets.removeAll() }
    }
}

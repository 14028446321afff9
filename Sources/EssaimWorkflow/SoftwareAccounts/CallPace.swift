import EssaimDomain
import Synchronization

/// How often a program may call: buckets in memory, so for this server alone. Each empties by a call and fills with time.
final class CallPace: Sendable {
    enum Kind: Hashable {
        /// Tokens that an account earns: each writes.
        case token
        /// Calls with a token.
        case call
        /// Refusals of an account that go into the journal: whoever knows its id can make them.
        case refusal

        /// How many at once, and how long one takes to come back.
        var limit: (burst: Int, every: Duration) {
            switch self {
            case .token: (20, .seconds(6))
            case .call: (120, .milliseconds(500))
            case .refusal: (10, .minutes(6))
            }
        }
    }

    private struct Key: Hashable {
        let kind: Kind
        let account: Identifier<SoftwareAccount>
    }

    /// Beyond, the full ones are forgotten; when there is none, all: a storm costs memory to nobody.
    private static let mostBuckets = 10_000

    /// By when each would be full again.
    private let full = Mutex<[Key: Instant]>([:])

    /// Takes one call.
    /// - Returns: nil when it may go on; else in how many seconds it may be tried again.
    func take(_ kind: Kind, of account: Identifier<SoftwareAccount>, at now: Instant) -> Int? {
        let (burst, every) = kind.limit
        return full.withLock { full in
            if full.count >= Self.mostBuckets {
                full = full.filter { $0.value > now }
                if full.count >= Self.mostBuckets { full.removeAll() }
            }
            let key = Key(kind: kind, account: account)
            let next = max(full[key] ?? now, now) + every
            let wait = next - now - every * burst
            guard wait <= .zero else { return max(1, Int((wait.milliseconds + 999) / 1000)) }
            full[key] = next
            return nil
        }
    }
}

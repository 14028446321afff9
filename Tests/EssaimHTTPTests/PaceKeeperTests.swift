import EssaimDomain
import EssaimGate
import Synchronization
import Testing

@testable import EssaimHTTP

/// Calls are counted by pace and by caller; who calls too often is told when to come back.
struct PaceKeeperTests {
    private final class Time: Sendable {
        private let instant = Mutex(Instant(milliseconds: 1_800_000_000_000))
        var now: Instant { instant.withLock { $0 } }
        func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
    }

    @Test func `each pace lets its burst through, then one a while, to each caller apart`() {
        for pace in Pace.allCases where pace != .free {
            let time = Time()
            let keeper = PaceKeeper(now: { time.now })
            for _ in 1...pace.limit.burst { #expect(keeper.take(pace, of: "anne") == nil) }
            let pause = Int((60 / pace.limit.perMinute).rounded(.up))
            #expect(keeper.take(pace, of: "anne") == pause, "\(pace)")
            #expect(keeper.take(pace, of: "marc") == nil)
            time.advance(by: .seconds(pause))
            #expect(keeper.take(pace, of: "anne") == nil, "\(pace)")
        }
    }

    @Test func `what is free, and whom nobody knows, is not counted`() {
        let time = Time()
        let keeper = PaceKeeper(now: { time.now })
        for _ in 1...5000 {
            #expect(keeper.take(.free, of: "anne") == nil)
            #expect(keeper.take(.export, of: "") == nil)
        }
        #expect(keeper.count == 0)
    }

    @Test func `one pace used up leaves the others`() {
        let time = Time()
        let keeper = PaceKeeper(now: { time.now })
        for _ in 0...Pace.export.limit.burst { _ = keeper.take(.export, of: "anne") }
        #expect(keeper.take(.export, of: "anne") != nil)
        #expect(keeper.take(.ordinary, of: "anne") == nil)
    }

    @Test func `a setting multiplies the limits`() {
        let time = Time()
        let keeper = PaceKeeper(factor: 3, now: { time.now })
        for _ in 1...(3 * Pace.export.limit.burst) { #expect(keeper.take(.export, of: "anne") == nil) }
        #expect(keeper.take(.export, of: "anne") != nil)
    }

    @Test func `a clock that is set back fills nothing, and takes nothing away`() {
        let time = Time()
        let keeper = PaceKeeper(now: { time.now })
        for _ in 1..<Pace.export.limit.burst { _ = keeper.take(.export, of: "anne") }
        time.advance(by: .hours(-2))
        #expect(keeper.take(.export, of: "anne") == nil)
        #expect(keeper.take(.export, of: "anne") == 3)
        time.advance(by: .hours(2) + .seconds(3))
        #expect(keeper.take(.export, of: "anne") == nil)
    }

    @Test func `a storm of addresses is forgotten, and the table stays small`() {
        let time = Time()
        let keeper = PaceKeeper(now: { time.now })
        for number in 0..<120_000 { _ = keeper.take(.door, of: "\(number)") }
        #expect(keeper.count <= 50_000)
    }
}

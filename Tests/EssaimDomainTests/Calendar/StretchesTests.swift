import EssaimDomain
import Testing

struct StretchesTests {
    private func stretches(_ ranges: [(Int64, Int64)]) -> Stretches { Stretches(ranges.map { range($0.0, $0.1) }) }

    private func range(_ from: Int64, _ to: Int64) -> Range<Instant> {
        Instant(milliseconds: from)..<Instant(milliseconds: to)
    }

    @Test func `what touches becomes one, what is empty is left out, the order does not matter`() {
        #expect(stretches([(8, 9), (3, 5), (1, 3), (4, 6), (7, 7)]) == stretches([(1, 6), (8, 9)]))
        #expect(stretches([(8, 9), (3, 5), (1, 3)]).list == [range(1, 5), range(8, 9)])
        #expect(stretches([]) == .none && Stretches.none.isEmpty && stretches([(4, 4)]).isEmpty)
    }

    @Test func `the end is excluded`() {
        let two = stretches([(1, 5), (8, 9)])
        #expect(
            [0, 1, 4, 5, 7, 8, 9].map { two.contains(Instant(milliseconds: $0)) } == [
                false, true, true, false, false, true, false,
            ])
        #expect(two.overlaps(range(4, 6)) && two.overlaps(range(0, 99)) && !two.overlaps(range(5, 8)))
        #expect(!two.overlaps(range(3, 3)))
        #expect([0, 1, 5, 8].map { two.nextStart(after: Instant(milliseconds: $0))?.milliseconds } == [1, 8, 8, nil])
        #expect(two.duration == .milliseconds(5))
    }

    /// Against sets of single milliseconds.
    @Test(arguments: 1...40) func `stretches behave as the sets of their moments`(seed: UInt64) {
        var random = SeededRandom(seed)
        for _ in 0..<50 {
            let (a, b) = (drawn(&random), drawn(&random))
            let (first, second) = (Stretches(a), Stretches(b))
            let (one, other) = (moments(a), moments(b))
            #expect(moments(first.list) == one, "seed \(seed)")
            #expect(moments(first.union(second).list) == one.union(other), "seed \(seed)")
            #expect(moments(first.intersection(second).list) == one.intersection(other), "seed \(seed)")
            #expect(moments(first.subtracting(second).list) == one.subtracting(other), "seed \(seed)")
            for result in [first, first.union(second), first.intersection(second), first.subtracting(second)] {
                #expect(result == Stretches(result.list), "in order, seed \(seed)")
            }
            for at in Int64(0)..<42 {
                #expect(first.contains(Instant(milliseconds: at)) == one.contains(at), "\(at), seed \(seed)")
            }
        }
    }

    private func drawn(_ random: inout SeededRandom) -> [Range<Instant>] {
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
            let from = Int64.random(in: 0...40, using: &random)
            return range(from, Int64.random(in: from...40, using: &random))
        }
    }

    private func moments(_ ranges: [Range<Instant>]) -> Set<Int64> {
        Set(ranges.flatMap { $0.lowerBound.milliseconds..<$0.upperBound.milliseconds })
    }
}

import EssaimDomain
import Testing

/// Riou keeps Monday morning, Prigent Tuesday afternoon and, with Tanguy, Monday afternoon.
struct DutySwapTests {
    private func duties() throws -> [Duty] {
        [
            try RotaSample.duty("riou", RotaSample.riou, [.monday], "morning"),
            try RotaSample.duty("prigent", RotaSample.prigent, [.tuesday], "afternoon"),
            try RotaSample.duty("both", RotaSample.prigent, [.monday], "afternoon"),
            try RotaSample.duty("tanguy", RotaSample.tanguy, [.monday], "afternoon"),
        ]
    }

    private func swap(
        _ given: String, of proposer: Identifier<Person>, to asked: Identifier<Person>, for taken: String? = nil,
        seen: Int = 1
    ) throws -> DutySwap {
        func turn(_ text: String) throws -> Shift.Seen {
            let halves = text.split(separator: " ").map(String.init)
            return Shift.Seen(key: try RotaSample.key(Identifier(halves[0]), halves[1]), version: seen)
        }
        return DutySwap(
            id: "swap", proposer: proposer, asked: asked, given: try turn(given), taken: try taken.map(turn),
            at: try Wall.paris("2026-11-20T09:00"))
    }

    private func outcome(
        _ swap: DutySwap, at now: String = "2026-11-20T10:00", exceptions: [ShiftException] = [],
        away: [Identifier<Person>: [(String, String)]] = [:]
    ) throws -> (refusal: RotaRefusal?, agreement: DutySwap.Agreement?) {
        let calendar = RotaSample.calendar(try duties(), exceptions)
        let answerers = try RotaSample.answerers(away: away)
        let now = try Wall.paris(now)
        let result = swap.accepted(by: swap.asked, version: swap.version, on: calendar, among: answerers, at: now)
        // What is refused at the end is refused before it is asked.
        let fault = swap.fault(on: calendar, among: answerers, at: now)
        switch result {
        case .success(let agreement):
            #expect(fault == nil)
            return (nil, agreement)
        case .failure(let refusal):
            #expect(fault == refusal)
            return (refusal, nil)
        }
    }

    @Test func `a turn is taken over, or exchanged for another, at once for both`() throws {
        let over = try swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.tanguy)
        let first = try #require(try outcome(over).agreement)
        #expect(first.swap.state == .accepted && first.swap.version == 2)
        let taken = ShiftException(key: over.given.key, person: RotaSample.tanguy, version: 1)
        #expect(first.exceptions == [taken])

        let both = try swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.prigent, for: "prigent 2026-11-24")
        let agreement = try #require(try outcome(both).agreement)
        let after = RotaSample.calendar(try duties(), agreement.exceptions)
        #expect(after.shift(both.given.key)?.person == RotaSample.prigent)
        #expect(after.shift(try RotaSample.key("prigent", "2026-11-24"))?.person == RotaSample.riou)
        // And no other turn of the same duty.
        #expect(after.shift(try RotaSample.key("riou", "2026-11-30"))?.person == RotaSample.riou)
    }

    @Test func `until it is accepted each turn stays with who has it`() throws {
        let swap = try swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.tanguy)
        #expect(swap.state == .proposed)
        #expect(RotaSample.calendar(try duties()).shift(swap.given.key)?.person == RotaSample.riou)
        for end in [swap.declined(by: RotaSample.tanguy, version: 1), swap.withdrawn(by: RotaSample.riou, version: 1)] {
            #expect(try end.get().version == 2)
        }
    }

    @Test func `each side does its own part, on what it read, once`() throws {
        let swap = try swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.tanguy)
        let calendar = RotaSample.calendar(try duties())
        let answerers = try RotaSample.answerers()
        let now = try Wall.paris("2026-11-20T10:00")
        for other in [RotaSample.riou, RotaSample.prigent, RotaSample.stranger] {
            let accepted = swap.accepted(by: other, version: 1, on: calendar, among: answerers, at: now)
            #expect(accepted == .failure(.notFound))
            #expect(swap.declined(by: other, version: 1) == .failure(.notFound))
        }
        for other in [RotaSample.tanguy, RotaSample.prigent] {
            #expect(swap.withdrawn(by: other, version: 1) == .failure(.notFound))
        }
        #expect(swap.declined(by: RotaSample.tanguy, version: 2) == .failure(.stale(current: 1)))
        for state in DutySwap.State.allCases where state != .proposed {
            var over = swap
            over.state = state
            let accepted = over.accepted(by: RotaSample.tanguy, version: 1, on: calendar, among: answerers, at: now)
            #expect(accepted == .failure(.over(state)))
            #expect(over.withdrawn(by: RotaSample.riou, version: 1) == .failure(.over(state)))
        }
    }

    @Test func `no exchange leaves a turn to nobody`() throws {
        let plain = try swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.tanguy)
        let back = try swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.prigent, for: "prigent 2026-11-24")
        // Who takes it is away for a part of it; so is who takes the other.
        let away = [("2026-11-23T12:00", "2026-11-23T12:30")]
        #expect(try outcome(plain, away: [RotaSample.tanguy: away]).refusal == .away)
        #expect(try outcome(plain, away: [RotaSample.riou: away]).refusal == nil)
        let tuesday = [("2026-11-24T19:00", "2026-11-25T00:00")]
        #expect(try outcome(back, away: [RotaSample.riou: tuesday]).refusal == .away)
        // In no pool of the post, or another's.
        for person in [RotaSample.stranger, RotaSample.corre] {
            #expect(try outcome(swap("riou 2026-11-23", of: RotaSample.riou, to: person)).refusal == .stranger)
        }
        // Two turns at once on one post would be one person less.
        let twice = try swap("both 2026-11-23", of: RotaSample.prigent, to: RotaSample.tanguy)
        #expect(try outcome(twice).refusal == .alreadyThere)
        // Exchanged one for the other nothing is lacking.
        let each = try swap("both 2026-11-23", of: RotaSample.prigent, to: RotaSample.tanguy, for: "tanguy 2026-11-23")
        #expect(try outcome(each).refusal == nil)
    }

    @Test func `what changed since is refused, with what it now is`() throws {
        let swap = try swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.tanguy)
        let key = swap.given.key
        #expect(try outcome(swap, at: "2026-11-23T08:00").refusal == .begun)
        #expect(try outcome(swap, at: "2026-11-23T07:59").refusal == nil)
        let handed = ShiftException(key: key, person: RotaSample.prigent, version: 1)
        #expect(try outcome(swap, exceptions: [handed]).refusal == .stale(current: 2))
        let removed = ShiftException(key: key, isRemoved: true, version: 1)
        #expect(try outcome(swap, exceptions: [removed]).refusal == .stale(current: 2))
        let none = try self.swap("riou 2026-11-24", of: RotaSample.riou, to: RotaSample.tanguy)
        #expect(try outcome(none).refusal == .notFound)
    }

    @Test func `nobody gives what is not theirs, or to themselves`() throws {
        let theirs = try swap("prigent 2026-11-24", of: RotaSample.riou, to: RotaSample.tanguy)
        #expect(try outcome(theirs).refusal == .notFound)
        let taken = try swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.tanguy, for: "prigent 2026-11-24")
        #expect(try outcome(taken).refusal == .notFound)
        #expect(try outcome(swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.riou)).refusal == .notFound)
        let same = try swap("riou 2026-11-23", of: RotaSample.riou, to: RotaSample.tanguy, for: "riou 2026-11-23")
        #expect(try outcome(same).refusal == .notFound)
    }

    /// Many proposals about the same turns, accepted in any order: turns stay as many, each with one member of the pool.
    @Test(arguments: 1...12) func `whatever is exchanged, no turn is lost and none is kept twice`(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let people = [RotaSample.riou, RotaSample.prigent, RotaSample.tanguy]
        let answerers = try RotaSample.answerers(away: [
            RotaSample.tanguy: [("2026-12-07T00:00", "2026-12-09T00:00")]
        ])
        let duties = try duties()
        let days = try Wall.day("2026-11-23")...Wall.day("2026-12-20")
        let now = try Wall.paris("2026-11-25T10:00")
        func turns(_ exceptions: [ShiftException]) -> [Shift] {
            let calendar = RotaSample.calendar(duties, exceptions)
            return (0...days.upperBound.days(since: days.lowerBound)).flatMap {
                calendar.shifts(on: days.lowerBound.adding(days: $0), for: .pool(RotaSample.rennes))
            }
        }
        let before = turns([])
        var exceptions: [Shift.Key: ShiftException] = [:]
        var agreed = 0
        var proposals: [DutySwap] = []
        for _ in 0..<400 {
            let current = turns(Array(exceptions.values))
            let (given, taken) = (current.randomElement(using: &random), current.randomElement(using: &random))
            if let given, let taken, let asked = people.randomElement(using: &random) {
                let isPlain = Bool.random(using: &random)
                proposals.append(
                    DutySwap(
                        id: "swap", proposer: given.person, asked: isPlain ? asked : taken.person, given: given.seen,
                        taken: isPlain ? nil : taken.seen, at: now))
            }
            let isNew = Bool.random(using: &random)
            guard let swap = isNew ? proposals.last : proposals.randomElement(using: &random) else { continue }
            let calendar = RotaSample.calendar(duties, Array(exceptions.values))
            if case .success(let agreement) = swap.accepted(
                by: swap.asked, version: 1, on: calendar, among: answerers, at: now)
            {
                agreed += 1
                #expect(agreement.exceptions.count == (swap.taken == nil ? 1 : 2), "seed \(seed)")
                for exception in agreement.exceptions { exceptions[exception.key] = exception }
            }
            let after = turns(Array(exceptions.values))
            #expect(after.map(\.key.day) == before.map(\.key.day), "seed \(seed)")
            #expect(Set(after.map(\.key)) == Set(before.map(\.key)), "seed \(seed)")
            for shift in after {
                #expect(people.contains(shift.person), "seed \(seed)")
                let twice = after.filter { $0.person == shift.person && $0.span.overlaps(shift.span) }
                #expect(twice.count == 1, "\(shift) seed \(seed)")
            }
        }
        #expect(agreed > 5, "seed \(seed)")
    }

    @Test func `a refusal is told in words`() {
        for refusal in [
            RotaRefusal.over(.accepted), .over(.declined), .begun, .stranger, .away, .alreadyThere, .noSuchTime,
            .tooFar,
        ] {
            guard case .faults(let faults) = refusal.refusal else {
                Issue.record("\(refusal)")
                continue
            }
            #expect(faults.count == 1 && faults[0].message.hasSuffix("."))
        }
        #expect(RotaRefusal.notFound.refusal == .notFound)
        #expect(RotaRefusal.stale(current: 3).refusal == .stale(current: 3))
    }
}

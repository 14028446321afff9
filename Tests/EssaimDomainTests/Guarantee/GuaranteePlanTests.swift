import EssaimDomain
import Testing

/// A plan as a team may write it, sense or nonsense: it always ends in something.
struct GuaranteePlanTests {
    private typealias Step = GuaranteePlan.Step

    @Test func `the standard plan is the one that was promised`() {
        let plan = GuaranteePlan.standard
        for urgency in Urgency.allCases {
            #expect(
                plan.answer[urgency] == [Step(25, .remind), Step(50, .widen), Step(75, .alert), Step(100, .escalate)])
        }
        #expect(plan.progress == [Step(25, .remind), Step(50, .handBack)])
        #expect(plan.information == [Step(25, .remind), Step(50, .alert), Step(100, .escalate)])
        #expect(plan.reading == [Step(50, .remind), Step(75, .tellColleagues), Step(100, .alert)])
        #expect(plan.acknowledgement == [Step(50, .remind), Step(100, .alert)])
    }

    @Test(
        arguments: [
            ([], [Step(100, .escalate)]), ([Step(150, .escalate)], [Step(100, .escalate), Step(150, .escalate)]),
            ([Step(50, .escalate)], [Step(50, .escalate)]),
            ([Step(100, .alert)], [Step(100, .alert), Step(100, .escalate)]),
            (
                [Step(80, .widen), Step(20, .remind), Step(20, .remind)],
                [Step(20, .remind), Step(80, .widen), Step(100, .escalate)]
            ),
            // Acts that mean nothing there.
            ([Step(10, .handBack), Step(20, .tellColleagues)], [Step(100, .escalate)]),
            (
                [Step(-5, .remind), Step(9999, .escalate)],
                [Step(1, .remind), Step(100, .escalate), Step(1000, .escalate)]
            ),
        ] as [([GuaranteePlan.Step], [GuaranteePlan.Step])])
    func `steps are put in order, and the last resort is never missing`(
        typed: [GuaranteePlan.Step], kept: [GuaranteePlan.Step]
    ) {
        #expect(GuaranteePlan(answer: [.routine: typed]).answer[.routine] == kept)
        #expect(GuaranteePlan(answer: [.routine: typed]).answer[.urgent] == GuaranteePlan.standardAnswer)
    }

    @Test func `however many steps are written, the last resort is among those kept`() {
        let many = (1...90).map { Step($0, .remind) }
        for plan in [GuaranteePlan(answer: [.urgent: many]), GuaranteePlan(progress: many, reading: many)] {
            #expect(plan.answer[.urgent]?.last == Step(100, .escalate))
            #expect(plan.progress.contains { $0.act == .handBack && $0.share <= 100 })
            #expect(plan.reading.contains { $0.act == .alert && $0.share <= 100 })
            let lists = [plan.answer[.urgent] ?? [], plan.progress, plan.reading]
            #expect(lists.allSatisfy { $0.count <= GuaranteePlan.mostSteps })
        }
    }

    @Test func `shares rise with time, in opening hours and over pauses, and a change of hours loses none`() throws {
        var random = SeededRandom(23)
        for round in 0..<200 {
            let local = try Wall.weekdays()
            let counting = Counting.allCases[round % 2]
            let start = try Wall.paris("2026-01-01T00:00") + .minutes(Int.random(in: 0..<500_000, using: &random))
            let target = AnswerTarget(minutes: Int.random(in: 10...9000, using: &random), counting: counting)
            var clock = AnswerClock.started(at: start, target: target, urgency: .routine, in: local)
            var now = start
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                now = now + .minutes(Int.random(in: 0..<3000, using: &random))
                clock = clock.paused(at: now)
                now = now + .minutes(Int.random(in: 0..<3000, using: &random))
                clock = clock.resumed(at: now, in: local)
            }
            let never = LocalTime(hours: OpeningHours(weekly: [:]))
            for hours in [local, LocalTime(), never] {
                let moments = [1, 10, 25, 50, 75, 99, 100, 150, 1000].map { clock.instant(atShare: $0, in: hours) }
                #expect(moments == moments.sorted() && moments.allSatisfy { $0 >= start }, "round \(round)")
                #expect(moments[6] == clock.dueAt)
            }
            for share in [10, 25, 50, 75] {
                let moment = clock.instant(atShare: share, in: local)
                let error = clock.elapsed(at: moment, in: local) - target.duration * share / 100
                #expect(error <= .milliseconds(1) && error >= .milliseconds(-1), "round \(round), \(share) %")
            }
        }
    }
}

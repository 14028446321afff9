import EssaimDomain
import Foundation
import Testing

struct AnswerClockTests {
    /// Sent on Friday 20 November 2026 at 15 h on a line open Monday to Friday, 9 to 19 h.
    private func clock(
        hours: Int, _ counting: Counting, _ urgency: Urgency = .priority
    ) throws -> (clock: AnswerClock, local: LocalTime) {
        let local = try Wall.weekdays()
        let target = AnswerTarget(hours: hours, counting: counting)
        let start = try Wall.paris("2026-11-20T15:00")
        return (.started(at: start, target: target, urgency: urgency, in: local), local)
    }

    @Test(arguments: [
        // Hours, counting, paused, resumed, due.
        (48, Counting.calendar, "2026-11-21T01:00:00", "2026-11-24T01:00:00", "2026-11-25T15:00:00"),
        (48, .calendar, "2026-11-20T15:00:00", "2026-11-20T16:00:00", "2026-11-22T16:00:00"),
        // Eight opening hours end on Monday at 13 h; paused from Friday 18 h, five are left on Monday at 11 h.
        (8, .opening, "2026-11-20T18:00:00", "2026-11-23T11:00:00", "2026-11-23T16:00:00"),
        // Paused and resumed while the line is closed: nothing changes.
        (8, .opening, "2026-11-21T10:00:00", "2026-11-22T10:00:00", "2026-11-23T13:00:00"),
        // Resumed on Saturday: what is left counts from Monday.
        (8, .opening, "2026-11-20T16:00:00", "2026-11-21T12:00:00", "2026-11-23T16:00:00"),
    ])
    func `information asked pauses, information given leaves what was left`(
        hours: Int, counting: Counting, paused: String, resumed: String, due: String
    ) throws {
        let (clock, local) = try clock(hours: hours, counting)
        let resumedClock = clock.paused(at: try Wall.paris(paused)).resumed(at: try Wall.paris(resumed), in: local)
        #expect(resumedClock.dueAt == (try Wall.paris(due)))
        #expect(resumedClock.startedAt == clock.startedAt)
        #expect(resumedClock.pause == nil)
    }

    @Test func `a paused clock is never overdue, and one that was late is late again`() throws {
        let (clock, local) = try clock(hours: 48, .calendar)
        let late = try Wall.paris("2026-11-23T10:00")
        #expect(clock.isOverdue(at: late))
        let paused = clock.paused(at: late)
        #expect(!paused.isOverdue(at: late + .days(30)))
        let resumed = paused.resumed(at: late + .days(2), in: local)
        #expect(resumed.isOverdue(at: late + .days(2)))
        #expect(resumed.dueAt == clock.dueAt)
    }

    @Test(arguments: [
        // Routine of seven days made urgent: counted from the sending.
        (168, Counting.calendar, 24, Urgency.urgent, "2026-11-21T15:00:00"),
        (8, .opening, 24, .urgent, "2026-11-21T15:00:00"), (24, .calendar, 168, .routine, "2026-11-27T15:00:00"),
    ])
    func `a change of urgency counts from the sending`(
        hours: Int, counting: Counting, newHours: Int, urgency: Urgency, due: String
    ) throws {
        let (clock, local) = try clock(hours: hours, counting)
        let changed = clock.retargeted(AnswerTarget(hours: newHours, counting: counting), urgency: urgency, in: local)
        #expect(changed.dueAt == (try Wall.paris(due)))
        #expect(changed.startedAt == clock.startedAt)
    }

    @Test func `a change of urgency leaves out what was paused, in the new way of counting`() throws {
        // Three hours ran before the pause of the weekend; of 24 calendar hours, 21 are left on Monday at 11 h.
        let (clock, local) = try clock(hours: 8, .opening)
        let resumed = clock.paused(at: try Wall.paris("2026-11-20T18:00"))
            .resumed(at: try Wall.paris("2026-11-23T11:00"), in: local)
        let urgent = resumed.retargeted(AnswerTarget(hours: 24), urgency: .urgent, in: local)
        #expect(urgent.dueAt == (try Wall.paris("2026-11-24T08:00")))
        #expect(urgent.counting == .calendar)
    }

    @Test func `an urgency raised during a pause counts once the pause ends`() throws {
        let (clock, local) = try clock(hours: 168, .calendar)
        let pausedAt = try Wall.paris("2026-11-20T20:00")
        let urgent = clock.paused(at: pausedAt).retargeted(AnswerTarget(hours: 24), urgency: .urgent, in: local)
        #expect(!urgent.isOverdue(at: pausedAt + .days(5)))
        // Five hours ran, nineteen are left.
        #expect(urgent.resumed(at: pausedAt + .days(5), in: local).dueAt == pausedAt + .days(5) + .hours(19))
    }

    @Test func `asking twice or giving unasked changes nothing`() throws {
        let (clock, local) = try clock(hours: 48, .calendar)
        let paused = clock.paused(at: clock.startedAt + .hours(1))
        #expect(paused.paused(at: clock.startedAt + .hours(5)) == paused)
        #expect(clock.resumed(at: clock.startedAt + .hours(5), in: local) == clock)
    }

    @Test func `an answer stops the clock for good, even one given while information is awaited`() throws {
        let (clock, local) = try clock(hours: 48, .calendar)
        let stopped = clock.paused(at: clock.startedAt + .hours(1)).stopped
        #expect(!clock.stopped.isOverdue(at: clock.dueAt + .days(9)))
        #expect(stopped.resumed(at: clock.startedAt + .days(9), in: local) == stopped)
        #expect(stopped.paused(at: clock.startedAt + .days(9)) == stopped)
        #expect(stopped.retargeted(AnswerTarget(hours: 1), urgency: .urgent, in: local) == stopped)
    }

    @Test func `whatever is paused and resumed, what ran and what is left make the delay`() throws {
        var random = SeededRandom(11)
        let local = try Wall.weekdays()
        for round in 0..<300 {
            let counting = round.isMultiple(of: 2) ? Counting.opening : .calendar
            let target = AnswerTarget(hours: Int.random(in: 20...120, using: &random), counting: counting)
            var now = try Wall.paris("2026-01-01T00:00") + .minutes(Int.random(in: 0..<500_000, using: &random))
            var clock = AnswerClock.started(at: now, target: target, urgency: .priority, in: local)
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                now = now + .minutes(Int.random(in: 0..<200, using: &random))
                clock = clock.paused(at: now)
                let left = clock.remaining(at: now, in: local)
                now = now + .minutes(Int.random(in: 0..<9000, using: &random))
                #expect(clock.remaining(at: now, in: local) == left)
                clock = clock.resumed(at: now, in: local)
            }
            #expect(clock.elapsed(at: now, in: local) + clock.remaining(at: now, in: local) == target.duration)
            #expect(clock.elapsed(at: clock.dueAt, in: local) == target.duration)
            #expect(
                clock.retargeted(target, urgency: .priority, in: local).elapsed(at: now, in: local)
                    == clock.elapsed(at: now, in: local))
            #expect(try JSONDecoder().decode(AnswerClock.self, from: JSONEncoder().encode(clock)) == clock)
        }
    }
}

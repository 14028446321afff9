import EssaimDomain
import Testing

struct AnswerTargetTests {
    @Test(arguments: [
        // Sent, urgency, hours, counting, promised.
        ("2026-11-17T18:55:00", Urgency.routine, 168, Counting.calendar, "2026-11-24T18:55:00"),
        ("2026-11-17T18:55:00", .priority, 48, .calendar, "2026-11-19T18:55:00"),
        ("2026-05-22T17:00:00", .priority, 48, .opening, "2026-06-01T15:00:00"),
        ("2026-11-17T18:55:00", .urgent, 24, .calendar, "2026-11-18T18:55:00"),
        // Urgent counts calendar hours, whatever a network says.
        ("2026-11-17T18:55:00", .urgent, 24, .opening, "2026-11-18T18:55:00"),
        // The line opens Monday at nine, one hour before the promise is due.
        ("2026-11-22T10:00:00", .urgent, 24, .calendar, "2026-11-23T10:00:00"),
        // Over the night of 25 October, 24 h end an hour earlier on the wall.
        ("2026-10-25T01:00:00", .routine, 24, .calendar, "2026-10-26T00:00:00"),
    ])
    func `the answer is promised by the end of the delay`(
        sent: String, urgency: Urgency, hours: Int, counting: Counting, promised: String
    ) throws {
        let promise = AnswerTarget(hours: hours, counting: counting)
            .promise(for: urgency, at: try Wall.paris(sent), in: try Wall.weekdays())
        #expect(promise == .by(try Wall.paris(promised)))
    }

    @Test(arguments: [
        ("2026-11-21T08:00:00", 24, "2026-11-23T09:00:00"), ("2026-05-23T08:00:00", 72, "2026-05-26T09:00:00"),
        ("2026-11-17T19:00:00", 1, "2026-11-18T09:00:00"), ("2026-11-22T09:00:00", 24, "2026-11-23T09:00:00"),
    ])
    func `an urgent demand is promised nothing when the line opens too late`(sent: String, hours: Int, opens: String)
        throws
    {
        let promise = AnswerTarget(hours: hours).promise(
            for: .urgent, at: try Wall.paris(sent), in: try Wall.weekdays())
        #expect(promise == .lineOpensTooLate(opensAt: try Wall.paris(opens)))
    }

    @Test(arguments: Urgency.allCases) func `a line that never opens promises nothing`(urgency: Urgency) throws {
        let never = LocalTime(hours: OpeningHours(weekly: [:]))
        let promise = AnswerTarget.standard(for: urgency)
            .promise(for: urgency, at: try Wall.paris("2026-11-17T10:00"), in: never)
        #expect(promise == .lineOpensTooLate(opensAt: nil))
    }

    @Test func `a network that sets nothing promises seven days, 48 hours, 24 hours`() {
        #expect(Urgency.allCases.map { AnswerTarget.standard(for: $0).minutes } == [10_080, 2880, 1440])
    }

    @Test(arguments: [Int.min, -1, 0, 1, Int.max]) func `an absurd delay is brought within a minute and a year`(
        count: Int
    ) {
        #expect((1...366 * 1440).contains(AnswerTarget(minutes: count).minutes))
        #expect((1...366 * 1440).contains(AnswerTarget(hours: count).minutes))
    }
}

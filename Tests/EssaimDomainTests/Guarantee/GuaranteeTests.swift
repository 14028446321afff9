import EssaimDomain
import Testing

/// What is done when nobody answers, and when: the standard plan over real calendars.
struct GuaranteeTests {
    private func watched(
        _ request: AdviceRequest, in local: LocalTime = LocalTime(), _ plan: GuaranteePlan = .standard
    ) -> Guarantee {
        Guarantee(of: request, in: GuaranteeContext(plan: plan, local: local))
    }

    @Test(
        arguments: [
            // Calendar hours: 48 h from a Friday at 15 h, nights and Sunday included.
            (
                "2026-11-20T15:00", Urgency.priority, 48, Counting.calendar,
                ["2026-11-21T03:00", "2026-11-21T15:00", "2026-11-22T03:00", "2026-11-22T15:00"]
            ),
            // A cardiology line open 9 to 19 h on weekdays, five hours of opening, sent on a Friday at 18 h 55.
            (
                "2026-11-20T18:55", .priority, 5, .opening,
                ["2026-11-23T10:10", "2026-11-23T11:25", "2026-11-23T12:40", "2026-11-23T13:55"]
            ),
            // Twenty hours of opening over the weekend of Whit Monday 2026.
            (
                "2026-05-22T17:00", .routine, 20, .opening,
                ["2026-05-26T12:00", "2026-05-26T17:00", "2026-05-27T12:00", "2026-05-27T17:00"]
            ),
            // Due on Ascension Thursday, counted in opening time: it is the day after.
            (
                "2026-05-12T09:00", .routine, 24, .opening,
                ["2026-05-12T15:00", "2026-05-13T11:00", "2026-05-13T17:00", "2026-05-15T13:00"]
            ),
            // Urgent counts every hour, whatever the line says; over the night of spring the wall skips one.
            (
                "2026-03-28T20:00", .urgent, 24, .opening,
                ["2026-03-29T03:00", "2026-03-29T09:00", "2026-03-29T15:00", "2026-03-29T21:00"]
            ),
            // And over the night of autumn it repeats one.
            (
                "2026-10-24T20:00", .urgent, 24, .calendar,
                ["2026-10-25T02:00", "2026-10-25T07:00", "2026-10-25T13:00", "2026-10-25T19:00"]
            ),
        ] as [(String, Urgency, Int, Counting, [String])])
    func `the steps of an answer come at their share of the promised delay`(
        sent: String, urgency: Urgency, hours: Int, counting: Counting, moments: [String]
    ) throws {
        let local = try Wall.weekdays()
        let target = AnswerTarget(hours: hours, counting: counting)
        let request = GuaranteeSample.sent(at: try Wall.paris(sent), urgency, target, in: local)
        let acts = ["remind", "widen", "alert", "escalate"]
        #expect(watched(request, in: local).lines == zip(acts, moments).map { "\($0) answer \($1):00" })
        #expect(watched(request, in: local).steps(of: .answer).last?.at == request.clock?.dueAt)
        let isUrgent = watched(request, in: local).steps(of: .answer).allSatisfy(\.isPressing)
        #expect(isUrgent == (urgency == .urgent))
    }

    @Test(arguments: [
        // The second day of Christmas in Strasbourg; the abolition of slavery in Mayotte, a Monday in 2026.
        ("67", "2025-12-24T18:00", "2025-12-29T10:00"), ("75", "2025-12-24T18:00", "2025-12-26T10:00"),
        ("976", "2026-04-24T18:00", "2026-04-28T10:00"), ("75", "2026-04-24T18:00", "2026-04-27T10:00"),
    ])
    func `the holidays of a territory put the last step off`(departement: String, sent: String, due: String) throws {
        let local = LocalTime(
            holidays: FrenchHolidays(departement: departement), hours: try Wall.weekdays().hours)
        let request = GuaranteeSample.sent(
            at: try Wall.paris(sent), .priority, AnswerTarget(hours: 2, counting: .opening), in: local)
        #expect(watched(request, in: local).steps(of: .answer).last?.at == (try Wall.paris(due)))
    }

    @Test func `a pause moves what is left, and steps that were done stay done`() throws {
        let start = try Wall.paris("2026-11-17T08:00")
        let sent = GuaranteeSample.sent(at: start, .priority, AnswerTarget(hours: 40), in: LocalTime())
        // Asked at the tenth hour, given five hours later: all that was to come is five hours later.
        let taken = try sent.taken(at: start + .hours(9))
        let asked = try taken.after(.askInformation(text: "Depuis quand ?"), as: .holder, at: start + .hours(10))
        #expect(watched(asked).steps(of: .answer).isEmpty)
        let given = try asked.after(.giveInformation(text: "Un mois."), by: "asker", as: .asker, at: start + .hours(15))
            .after(.release(reason: ""), as: .holder, at: start + .hours(15))
        let steps = watched(given).steps(of: .answer)
        #expect(steps.map(\.at) == [10, 25, 35, 45].map { start + .hours($0) })
        let done: Set = [steps[0].key]
        #expect(watched(given).nextAt(after: done) == start + .hours(25))
        #expect(steps[0].key == watched(sent).steps(of: .answer)[0].key)
    }

    @Test func `who took it is reminded, nothing widens; once let go, what was held back is due`() throws {
        let start = try Wall.paris("2026-11-17T08:00")
        let sent = GuaranteeSample.sent(at: start, .priority, AnswerTarget(hours: 40), in: LocalTime())
        let taken = try sent.taken(at: start + .hours(1))
        let steps = watched(taken).steps(of: .answer)
        #expect(steps.map(\.act) == [.remind, .alert, .escalate])
        #expect(
            steps.map(\.audience) == [[.holder], [.coordinator, .dutyExpert], [.fallback, .coordinator, .requester]])
        let trace: Set = [steps[0].key]
        let released = try taken.after(.release(reason: "Absent."), as: .holder, at: start + .hours(25))
        let due = watched(released).due(at: start + .hours(25), after: trace)
        #expect(due.map(\.step.act) == [.widen] && due.map(\.isOvertaken) == [false])
        #expect(due[0].step.audience == [.neighbours])
        #expect(watched(released).nextAt(after: trace) == start + .hours(20))
    }

    @Test func `a server that was away says once what matters most`() throws {
        let start = try Wall.paris("2026-11-17T08:00")
        let sent = GuaranteeSample.sent(at: start, .priority, AnswerTarget(hours: 40), in: LocalTime())
        let due = watched(sent).due(at: start + .days(3), after: [])
        #expect(due.map(\.step.act) == [.remind, .widen, .alert, .escalate])
        #expect(due.map(\.isOvertaken) == [true, false, true, false])
        let trace = Set(due.map(\.step.key))
        #expect(watched(sent).nextAt(after: trace) == nil)
        #expect(watched(sent).due(at: start + .days(9), after: trace) == [])
    }

    @Test func `a pool is waited for until the plan widens, or until the promise where it does not`() throws {
        let (start, local) = (try Wall.paris("2026-11-17T08:00"), LocalTime())
        let target = AnswerTarget(hours: 40)
        let clock = AnswerClock.started(at: start, target: target, urgency: .routine, in: local)
        let plan = GuaranteePlan(answer: [.priority: [.init(30, .alert)], .urgent: [.init(150, .widen)]])
        let hours = [(Urgency.routine, 20), (.priority, 40), (.urgent, 40)]
        for (urgency, wait) in hours {
            #expect(plan.widensAt(urgency, on: clock, in: local) == start + .hours(wait))
        }
    }

    @Test func `a change of urgency repeats no step, and what its new delay passed is due`() throws {
        let start = try Wall.paris("2026-11-17T08:00")
        let sent = GuaranteeSample.sent(at: start, .routine, AnswerTarget(hours: 100), in: LocalTime())
        let trace = Set(watched(sent).due(at: start + .hours(30), after: []).map(\.step.key))
        let raised = try sent.after(
            .raiseUrgency(.urgent, reason: "Il saigne."), as: .coordinator, at: start + .hours(30),
            offer: GuaranteeSample.offer(AnswerTarget(hours: 50)))
        let due = watched(raised).due(at: start + .hours(30), after: trace)
        #expect(due.map(\.step.act) == [.widen] && due[0].step.isPressing)
        #expect(watched(raised).steps(of: .answer).last?.at == start + .hours(50))
    }

    @Test func `an answer, a decline and a cancellation end what was owed`() throws {
        let start = try Wall.paris("2026-11-17T08:00")
        let sent = GuaranteeSample.sent(at: start, .priority, AnswerTarget(hours: 40), in: LocalTime())
        let taken = try sent.taken(at: start)
        let cancelled = try sent.after(.cancel(reason: ""), by: "asker", as: .asker, at: start)
        #expect(watched(cancelled).nextAt(after: []) == nil)
        let answered = try taken.after(
            .answer(AnswerContent(text: "Bénin.", orientation: .managedRemotely)), as: .holder, at: start + .hours(1))
        #expect(watched(answered).obligations.map(\.owed) == [.reading])
        let declined = try taken.after(
            .decline(reason: "Hors de mon champ.", anotherWay: "Le CHU."), as: .holder, at: start + .hours(1))
        #expect(watched(declined).obligations.map(\.owed) == [.reading])
    }

    @Test func `what does not press waits for the reader's own hours, what presses does not`() throws {
        let local = LocalTime()
        let (night, noon) = (try Wall.paris("2026-11-21T03:00"), try Wall.paris("2026-11-21T12:30"))
        for urgency in Urgency.allCases {
            let request = GuaranteeSample.sent(at: night - .hours(6), urgency, AnswerTarget(hours: 24), in: local)
            let step = try #require(watched(request).steps(of: .answer).first)
            #expect(step.at == night)
            let leaves = TellingHours.usual.departure(isPressing: step.isPressing, at: step.at, in: local.offsets)
            #expect(leaves == (urgency == .urgent ? night : noon))
        }
    }
}

import EssaimDomain
import Testing

/// Answers and declines that nobody read, orientations that no line acknowledged.
struct AfterTheAnswerGuaranteeTests {
    private let start = Instant(milliseconds: 1_795_000_000_000)

    private func answered(_ urgency: Urgency, _ orientation: Orientation) throws -> AdviceRequest {
        try GuaranteeSample.sent(at: start, urgency, AnswerTarget(hours: 40), in: LocalTime()).taken(at: start)
            .after(.answer(AnswerContent(text: "Oui.", orientation: orientation)), as: .holder, at: start)
    }

    private func watched(
        _ request: AdviceRequest, _ acknowledgement: GuaranteeContext.Acknowledgement = .notAwaited
    ) -> Guarantee {
        Guarantee(
            of: request,
            in: GuaranteeContext(plan: .standard, local: LocalTime(), acknowledgement: acknowledgement))
    }

    @Test(
        arguments: [
            // Minutes after the answer: requester, colleagues, coordinator and expert.
            (Urgency.urgent, Orientation.managedRemotely, [120, 180, 240], true),
            (.priority, .managedRemotely, [720, 1080, 1440], false),
            (.routine, .managedRemotely, [3600, 5400, 7200], false),
            (.routine, .directAdmission, [120, 180, 240], true),
            (.priority, .quickConsultation, [120, 180, 240], true),
        ] as [(Urgency, Orientation, [Int], Bool)])
    func `an unread answer goes from the requester to their colleagues to the coordinator`(
        urgency: Urgency, orientation: Orientation, minutes: [Int], isPressing: Bool
    ) throws {
        let request = try answered(urgency, orientation)
        let steps = watched(request).steps(of: .reading)
        #expect(steps.map(\.at) == minutes.map { start + .minutes($0) })
        #expect(steps.map(\.audience) == [[.requester], [.colleagues], [.coordinator, .expert]])
        #expect(steps.allSatisfy { $0.isPressing == isPressing } && steps.last?.at == request.readDueAt)
    }

    @Test func `a decline is followed as an answer is, until someone reads it`() throws {
        let declined = try GuaranteeSample.sent(at: start, .urgent, AnswerTarget(hours: 24), in: LocalTime())
            .taken(at: start).after(.decline(reason: "Non.", anotherWay: "Le 15."), as: .holder, at: start + .hours(1))
        #expect(watched(declined).steps(of: .reading).map(\.at) == [180, 240, 300].map { start + .minutes($0) })
        let read = try declined.after(.read, by: "asker", as: .asker, at: start + .hours(2))
        #expect(watched(read).nextAt(after: []) == nil)
    }

    @Test func `an erratum is another answer to read, with steps of its own`() throws {
        let read = try answered(.routine, .managedRemotely).after(.read, by: "asker", as: .asker, at: start + .hours(1))
            .after(.close(nil, remark: ""), by: "asker", as: .asker, at: start + .hours(1))
        let trace = Set(watched(try answered(.routine, .managedRemotely)).steps(of: .reading).map(\.key))
        let corrected = try read.after(.erratum(text: "À gauche."), as: .holder, at: start + .days(2))
        let due = watched(corrected).due(at: start + .days(8), after: trace)
        #expect(due.map(\.step.act) == [.remind, .tellColleagues, .alert])
        #expect(due.map(\.isOvertaken) == [true, false, false])
    }

    @Test(arguments: Orientation.allCases)
    func `an orientation towards a line is acknowledged within hours, or the coordinator knows`(
        orientation: Orientation
    ) throws {
        let request = try answered(.routine, orientation)
        let steps = watched(request, .awaited).steps(of: .acknowledgement)
        let asks: Set<Orientation> = [.quickConsultation, .dayHospital, .directAdmission, .emergencyDepartment]
        #expect(steps.map(\.at) == (asks.contains(orientation) ? [120, 240].map { start + .minutes($0) } : []))
        #expect(
            steps.map(\.audience)
                == (asks.contains(orientation) ? [[.receivingLine], [.coordinator, .expert, .requester]] : []))
        #expect(steps.allSatisfy { $0.isPressing })
        #expect(watched(request, .given).steps(of: .acknowledgement).isEmpty)
        #expect(watched(request).steps(of: .acknowledgement).isEmpty)
    }
}

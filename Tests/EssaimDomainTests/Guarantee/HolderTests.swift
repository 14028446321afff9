import EssaimDomain
import Testing

/// A demand that somebody took: silence, absence, departure, and what happens to the draft.
struct HolderTests {
    private let start = Instant(milliseconds: 1_795_000_000_000)

    private func taken(_ urgency: Urgency = .priority, isJunior: Bool = false) throws -> AdviceRequest {
        try GuaranteeSample.sent(at: start, urgency, AnswerTarget(hours: 40), in: LocalTime())
            .taken(at: start + .hours(2), isJunior: isJunior)
    }

    private func watched(
        _ request: AdviceRequest, _ holder: GuaranteeContext.Holder = .present, sign: Instant? = nil
    ) -> Guarantee {
        Guarantee(
            of: request,
            in: GuaranteeContext(plan: .standard, local: LocalTime(), holder: holder, lastSignAt: sign))
    }

    private func handedBack(_ request: AdviceRequest, at now: Instant) throws -> AdviceRequest {
        try request.after(.handOver, by: nil, as: .engine, at: now)
    }

    @Test func `a quarter of the delay in silence reminds, a half hands back`() throws {
        let steps = watched(try taken()).steps(of: .progress)
        #expect(steps.map(\.act) == [.remind, .handBack])
        #expect(steps.map(\.at) == [start + .hours(12), start + .hours(22)])
        #expect(steps.map(\.audience) == [[.holder], [.pool, .dutyExpert, .holder]])
    }

    @Test func `each sign starts the silence again, and one before taking does not count`() throws {
        let request = try taken()
        for (sign, moments) in [(5, [15, 25]), (0, [12, 22])] {
            let steps = watched(request, sign: start + .hours(sign)).steps(of: .progress)
            #expect(steps.map(\.at) == moments.map { start + .hours($0) })
        }
        let first = watched(request).steps(of: .progress)[0].key
        #expect(watched(request, sign: start + .hours(14)).nextAt(after: [first]) == start + .hours(10))
        let again = watched(request, sign: start + .hours(14)).steps(of: .progress)[0].key
        #expect(again != first)
    }

    @Test func `the time of a question is not silence`() throws {
        let request = try taken().after(.askInformation(text: "Où ?"), as: .holder, at: start + .hours(3))
        #expect(watched(request).obligations.map(\.owed) == [.information])
        let given = try request.after(.giveInformation(text: "Là."), by: "asker", as: .asker, at: start + .hours(100))
        #expect(watched(given).steps(of: .progress).map(\.at) == [110, 120].map { start + .hours($0) })
    }

    @Test func `a demand handed back goes to the pool with its draft, on the clock that never restarts`() throws {
        let draft = AnswerContent(text: "Plutôt bénin, à", orientation: nil)
        let request = try taken().after(.draftAnswer(draft), as: .holder, at: start + .hours(3))
        let back = try handedBack(request, at: start + .hours(23))
        #expect(back.state == .submitted && back.holder == nil && back.draft == draft)
        #expect(back.clock == request.clock)
        let again = try back.taken(at: start + .hours(24), by: GuaranteeSample.colleague)
        #expect(again.holder == GuaranteeSample.colleague && again.draft == draft)
    }

    @Test func `whoever becomes absent loses it at once, and takes it again by their own act`() throws {
        let from = start + .hours(6)
        let request = try taken()
        let guarantee = watched(request, .away(from: from))
        #expect(guarantee.steps(of: .presence).map(\.at) == [from])
        #expect(guarantee.nextAt(after: []) == from && guarantee.due(at: from - .milliseconds(1), after: []) == [])
        let due = guarantee.due(at: from, after: [])
        #expect(due.map(\.step.act) == [.handBack] && due[0].step.audience == [.pool, .dutyExpert])
        let back = try handedBack(request, at: from)
        let again = try back.taken(at: from + .hours(1))
        #expect(watched(again, .away(from: from)).steps(of: .presence).isEmpty)
        #expect(!watched(again, .away(from: from)).steps(of: .progress).isEmpty)
    }

    @Test func `a follow-up question and information that comes find nobody when the holder is away`() throws {
        let (from, late) = (start + .hours(6), start + .hours(60))
        let asked = try taken().after(.askInformation(text: "Où ?"), as: .holder, at: start + .hours(3))
        let given = try asked.after(.giveInformation(text: "Là."), by: "asker", as: .asker, at: late)
        let answered = try taken().after(
            .answer(AnswerContent(text: "Bénin.", orientation: .managedRemotely)), as: .holder, at: start + .hours(3))
        let again = try answered.after(.followUp(question: "Et après ?"), by: "asker", as: .asker, at: late)
        for request in [given, again] {
            #expect(watched(request, .away(from: from)).due(at: late, after: []).contains { $0.step.act == .handBack })
        }
    }

    @Test func `who writes while away is there`() throws {
        let from = start + .hours(6)
        let request = try taken()
        #expect(watched(request, .away(from: from), sign: from + .minutes(1)).steps(of: .presence).isEmpty)
        #expect(watched(request, .away(from: start)).steps(of: .presence).isEmpty)
    }

    @Test func `an expert who left the network holds nothing`() throws {
        let request = try taken()
        let due = watched(request, .gone).due(at: start + .hours(2), after: [])
        #expect(due.map(\.step.act) == [.handBack])
        let trace = Set(due.map(\.step.key))
        let again = try handedBack(request, at: start + .hours(3)).taken(at: start + .hours(4), by: "other")
        // The next holder's departure is another one.
        #expect(watched(again, .gone).due(at: start + .hours(5), after: trace).map(\.step.act) == [.handBack])
    }

    @Test func `late, silent and away is handed back once`() throws {
        let request = try taken()
        let due = watched(request, .away(from: start + .hours(3))).due(at: start + .days(4), after: [])
        #expect(due.count { $0.step.act == .handBack } == 1)
        #expect(due.map(\.step.act).contains(.escalate))
    }

    @Test func `a junior's answer that awaits its senior is not taken from them: seniors are reminded`() throws {
        let content = AnswerContent(text: "Bénin.", orientation: .managedRemotely)
        let request = try taken(isJunior: true).after(
            .submitForValidation(content), as: .juniorHolder, at: start + .hours(3))
        for holder in [GuaranteeContext.Holder.present, .away(from: start + .hours(4)), .gone] {
            let guarantee = watched(request, holder)
            #expect(guarantee.obligations.map(\.owed) == [.answer])
            #expect(guarantee.steps(of: .answer).first?.audience == [.seniors])
        }
    }

    @Test func `a follow-up question has its own silence and its own steps`() throws {
        let answered = try taken().after(
            .answer(AnswerContent(text: "Bénin.", orientation: .managedRemotely)), as: .holder, at: start + .hours(3))
        let asked = try answered.after(
            .followUp(question: "Et si elle grossit ?"), by: "asker", as: .asker, at: start + .days(30))
        let steps = watched(asked).obligations
        #expect(steps.map(\.owed) == [.answer, .progress])
        #expect(steps.allSatisfy { $0.since == start + .days(30) })
    }

    @Test func `an unanswered question reminds the requester, then the coordinator, then says that it waits`() throws {
        let asked = try taken(.urgent).after(.askInformation(text: "Où ?"), as: .holder, at: start + .hours(4))
        let steps = watched(asked).steps(of: .information)
        #expect(steps.map(\.act) == [.remind, .alert, .escalate])
        #expect(steps.map(\.at) == [14, 24, 44].map { start + .hours($0) })
        #expect(steps.map(\.audience) == [[.requester], [.coordinator], [.coordinator, .holder, .requester]])
        #expect(steps.allSatisfy { $0.isPressing })
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

/// A demand that is asked and answered on the telephone.
struct PhoneOpinionTests {
    private let known = PhoneParties(
        expert: Person.senior.id, structure: Structure.practice.id, requester: Person.asker.id, isKnown: true)
    private let stranger = PhoneParties(
        expert: Person.senior.id, structure: Structure.office.id, requester: Person.senior.id, isKnown: false)

    private func typed(
        question: String = "Plaque du coude.", text: String = "Un émollient.", isConsented: Bool = true,
        toldOn: String = "", toldAt: String = "", caller: String = ""
    ) -> TypedPhoneOpinion {
        TypedPhoneOpinion(
            patient: .sample, question: question, answer: AnswerContent(text: text, orientation: .managedRemotely),
            isConsented: isConsented, toldOn: toldOn, toldAt: toldAt, caller: caller)
    }

    private func phoned(_ typed: TypedPhoneOpinion, _ parties: PhoneParties) -> Result<Decision, Refusal> {
        AdviceRequest.phoned(
            typed, id: "phoned", number: .sample(1), network: Network.sample.id, route: .north, parties: parties,
            in: .sample())
    }

    @Test func `it is born answered, with its clock, unread by the structure that asked`() throws {
        let decision = try phoned(typed(), known).get()
        let request = decision.request
        #expect(request.state == .answered && request.isUnread && request.clock?.isStopped == true)
        #expect(request.submittedAt == .sample && request.answeredAt == .sample && request.holder == Person.senior.id)
        #expect(request.requester == Person.asker.id && request.author == Person.senior.id)
        #expect(request.phone == PhoneOpinion(toldAt: .sample) && request.consent?.at == .sample)
        #expect(decision.effects.contains(.answered(version: 1, isFirst: true)))
    }

    @Test func `told some hours ago, its clock says so`() throws {
        let before = Instant.sample - .hours(2)
        let wall = LocalTime().offsets.civil(at: before)
        let request = try phoned(typed(toldAt: "\(wall.hour) h \(wall.minute < 10 ? "0" : "")\(wall.minute)"), known)
            .get()
            .request
        #expect(before - (request.submittedAt ?? .sample) < .minutes(1))
        #expect(request.clock?.startedAt == request.submittedAt && request.phone?.toldAt == request.submittedAt)
    }

    @Test func `a caller whom Essaim does not know is kept as typed, and nobody has it to read`() throws {
        let request = try phoned(typed(caller: " Dr Absent, Carhaix "), stranger).get().request
        #expect(request.phone?.caller == "Dr Absent, Carhaix" && !request.isUnread)
        #expect(request.structure == Structure.office.id)
        #expect(try phoned(typed(caller: "Dr Absent"), known).get().request.phone?.caller == "")
    }

    @Test func `everything that is missing or wrong is said at once`() {
        let empty = TypedPhoneOpinion(
            patient: TypedPatient(), question: " ", answer: AnswerContent(text: "", orientation: nil),
            isConsented: false)
        let fields = Set(phoned(empty, stranger).faultyFields ?? [])
        #expect(
            fields.isSuperset(of: [
                "patient.birthFamilyName", "patient.firstGivenName", "patient.birthDate", "question", "consent", "text",
                "orientation", "caller",
            ]))
        #expect(phoned(typed(toldOn: "30/02/2026", toldAt: "10:00"), known).faultyFields == ["toldOn"])
        #expect(phoned(typed(toldOn: "01/01/2020", toldAt: "10:00"), known).faultyFields == ["toldOn"])
        #expect(phoned(typed(toldOn: "01/01/2050", toldAt: "10:00"), known).faultyFields == ["toldAt"])
        #expect(phoned(typed(toldAt: "vingt"), known).faultyFields == ["toldAt"])
        #expect(phoned(typed(caller: String(repeating: "a", count: 201)), stranger).faultyFields == ["caller"])
    }
}

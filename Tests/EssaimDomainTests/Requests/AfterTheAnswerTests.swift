import EssaimDomain
import EssaimTestSupport
import Testing

/// From the answer to the closed loop, and what comes later.
struct AfterTheAnswerTests {
    private let asker = Actor.only(.asker, as: .asker)

    private func decide(_ request: AdviceRequest, _ action: Action, _ actor: Actor) throws -> Decision {
        try request.decide(.sample(action), by: actor, in: .sample()).get()
    }

    @Test func `an amendment is a new version, unread again, and the old one is kept`() throws {
        let read = AdviceRequest.sample(.answered).with(loop: Loop(readAt: .sample))
        let content = AnswerContent(text: "Plutôt à retirer.", orientation: .plannedConsultation)
        let decision = try read.decide(.amend(content, reason: "Relecture."), by: .only(.holder), in: .sample()).get()
        let amended = decision.request
        #expect(amended.answers.count == 2 && amended.answers.first == read.answers.first)
        #expect(amended.lastAnswer?.version == 2 && amended.lastAnswer?.content == content)
        #expect(amended.lastAnswer?.reason == "Relecture.")
        #expect(amended.isUnread && amended.loop.readAt == nil && amended.state == .answered)
        #expect(decision.effects == [.answered(version: 2, isFirst: false)])
    }

    @Test(arguments: [RequestState.closed, .declined, .cancelled])
    func `an erratum makes the demand unread again without reopening it, and can then be read`(state: RequestState)
        throws
    {
        let request = AdviceRequest.sample(state).with(loop: Loop(readAt: .sample, closedAt: .sample))
        let erratum = try decide(request, .erratum, .only(.holder)).request
        #expect(erratum.state == state && erratum.isUnread && erratum.loop.closedAt == .sample)
        if state == .closed {
            #expect(erratum.answers.count == 2 && erratum.lastAnswer?.content == request.lastAnswer?.content)
        }
        let read = try decide(erratum, .read, asker).request
        #expect(!read.isUnread && read.state == state)
    }

    @Test func `the first answer makes the acts, nothing after it does`() throws {
        let first = try decide(.sample(.taken), .answer, .only(.holder))
        #expect(first.effects == [.answered(version: 1, isFirst: true)])
        let asked = try decide(first.request, .followUp, asker)
        #expect(asked.effects == [])
        let second = try decide(asked.request, .answer, .only(.holder))
        #expect(second.effects == [.answered(version: 2, isFirst: false)])
        let closed = try decide(second.request, .close, asker)
        let erratum = try decide(closed.request, .erratum, .only(.holder))
        #expect(erratum.effects == [.answered(version: 3, isFirst: false)])
    }

    @Test func `reading, telling the patient and closing each leave their time`() throws {
        let unread = AdviceRequest.sample(.answered, isUnread: true)
        let read = try decide(unread, .read, asker).request
        #expect(!read.isUnread && read.loop.readAt == .sample && read.loop.patientToldAt == nil)
        let told = try decide(read, .recordPatientTold, asker).request
        #expect(told.loop.patientToldAt == .sample)
        let closed = try told.decide(.close(.notFollowed, remark: " Refus. "), by: asker, in: .sample()).get().request
        #expect(closed.loop.advice == .notFollowed && closed.loop.remark == "Refus." && closed.loop.closedAt == .sample)
        #expect(closed.state == .closed)
    }

    @Test(arguments: RequestState.allCases.filter { $0 != .draft })
    func `an identity is corrected in every state after sending, by pointing at another patient`(state: RequestState)
        throws
    {
        let request = AdviceRequest.sample(state)
        let decision = try decide(request, .correctIdentity, asker)
        guard case .patientIdentified(let patient) = decision.effects.first else {
            Issue.record("\(decision.effects)")
            return
        }
        #expect(patient.traits.birthFamilyName == "Inventé" && patient.structure == request.structure)
        #expect(decision.request.patient == patient.id && decision.request.content.patient == .another)
        #expect(
            decision.effects == [.patientIdentified(patient), .identityCorrected] && decision.request.state == state)
        let known = try request.decide(
            .sample(.correctIdentity), by: asker, in: .sample(knownPatient: "someone-known")
        ).get()
        #expect(known.request.patient == "someone-known" && known.effects.contains(.identityCorrected))
    }

    @Test func `a correction with faults names them and corrects nothing`() {
        let typed = TypedPatient(birthFamilyName: "", firstGivenName: "Malo", birthDate: "31/02/1971", sex: "")
        let result = AdviceRequest.sample(.taken).decide(
            .correctIdentity(typed, reason: "Erreur."), by: asker, in: .sample())
        #expect(result.faultyFields == ["patient.birthFamilyName", "patient.birthDate", "patient.sex"])
    }

    @Test func `declining says why and where else to ask, and awaits its reading`() throws {
        let decision = try AdviceRequest.sample(.taken).decide(
            .decline(reason: "Hors champ.", anotherWay: "Le CHU."), by: .only(.holder), in: .sample()
        ).get()
        #expect(decision.threadText == "Hors champ.\nLe CHU." && decision.effects == [])
        #expect(decision.request.isUnread && decision.request.lead?.state == .declined)
    }

    @Test func `copying and linking leave the demand as it is`() throws {
        let closed = AdviceRequest.sample(.closed)
        let copied = try decide(closed, .copy, asker)
        #expect(copied.effects == [.copied] && copied.request == closed.with(version: closed.version + 1))
        let taken = AdviceRequest.sample(.taken)
        let linked = try taken.decide(
            .sample(.openLinked), by: .only(.holder), in: .sample(offer: .tumours)
        ).get()
        #expect(linked.effects == [.linked(.south, question: "Faut-il une exérèse ?")])
        #expect(linked.request == taken.with(version: taken.version + 1))
    }
}

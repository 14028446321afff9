import EssaimDomain
import EssaimTestSupport
import Testing

/// Lines that receive patients: their own demands, and those that an answer names them for.
struct ReceptionTests {
    private let south = Actor(person: Person.southern.id, relations: [.receivingLine])
    private let consultation = Offer(
        id: "consultation", title: "Consultation", kind: .orientation, service: .consultation, targets: [:],
        pools: [Zone.north.id: Pool.north.id])

    private func answered(_ orientation: Orientation, receiving: Route?) -> Result<Decision, Refusal> {
        AdviceRequest.sample(.taken).decide(
            .answer(AnswerContent(text: "À voir vite.", orientation: orientation, receiving: receiving)),
            by: .only(.holder), in: .sample())
    }

    @Test func `an answer asks a line to receive the patient, and the guarantee is told until it says`() throws {
        let request = try answered(.quickConsultation, receiving: .south).get().request
        #expect(request.reception?.outcome == .awaited && request.acknowledgement == .awaited)
        let accepted = try request.decide(.acceptOrientation(TypedAcceptance()), by: south, in: .sample()).get()
        #expect(accepted.request.acknowledgement == .given && accepted.request.state == .answered)
        #expect(accepted.request.answers.count == 1, "no opinion, no act")
        #expect(accepted.threadText == "Date à convenir" && accepted.request.loop.newsAt == .sample)
        #expect(accepted.effects.isEmpty)
        #expect(try answered(.quickConsultation, receiving: nil).get().request.acknowledgement == .notAwaited)
    }

    @Test func `a line is named only for what it must acknowledge, and only if it receives`() {
        #expect(answered(.managedRemotely, receiving: .south).faultyFields == ["receiving"])
        let content = AnswerContent(text: "À voir.", orientation: .dayHospital, receiving: .south)
        let result = AdviceRequest.sample(.taken).decide(
            .answer(content), by: .only(.holder), in: .sample(lineReceives: false))
        #expect(result.faultyFields == ["receiving"])
    }

    @Test func `its senior experts see the demand from then on, until they refuse`() throws {
        let request = try answered(.quickConsultation, receiving: .south).get().request
        #expect(Town.caller(.southern).relations(to: request) == [.receivingLine])
        let refused = try request.decide(
            .refuseOrientation(reason: "Complet.", anotherWay: "Les urgences."), by: south, in: .sample()
        ).get()
        #expect(refused.request.state == .answered && refused.threadText == "Complet.\nLes urgences.")
        #expect(Town.caller(.southern).relations(to: refused.request).isEmpty)
    }

    @Test func `an amended answer asks the same line once, and another anew`() throws {
        let request = try answered(.quickConsultation, receiving: .south).get().request
        let accepted = try request.decide(.acceptOrientation(TypedAcceptance()), by: south, in: .sample()).get().request
        func amended(to route: Route?) throws -> Reception? {
            let content = AnswerContent(text: "À voir.", orientation: .dayHospital, receiving: route)
            return try accepted.decide(.amend(content, reason: "Précision."), by: .only(.holder), in: .sample()).get()
                .request.reception
        }
        #expect(try amended(to: .south)?.outcome == .accepted)
        #expect(try amended(to: .tumours)?.outcome == .awaited)
        let none = try amended(to: nil)
        #expect(none == nil)
    }

    @Test func `a line that gives more than an opinion accepts with a day, and the patient is to be seen then`() throws
    {
        let request = AdviceRequest.sample(.submitted).with(kind: .orientation)
        #expect(Town.caller(.senior).relations(to: request) == [.poolExpert, .receivingLine])
        #expect(!Town.caller(.junior).relations(to: request).contains(.receivingLine))
        let appointment = TypedAppointment(day: "04/12/2026", time: "14:30", place: "Brest", with: "Dr Guivarch")
        let decision = try request.decide(
            .acceptOrientation(TypedAcceptance(appointment: appointment, note: "À jeun.")),
            by: Actor(person: Person.senior.id, relations: [.receivingLine]), in: .sample(offer: consultation)
        ).get()
        let next = decision.request
        #expect(next.state == .answered && next.holder == Person.senior.id && next.isUnread)
        #expect(next.lastAnswer?.content.orientation == .plannedConsultation)
        #expect(next.lastAnswer?.content.text.hasSuffix("À jeun.") == true)
        #expect(next.visit?.appointment?.place == "Brest" && next.clock?.isStopped == true)
    }

    @Test func `it accepts without a day, refuses with another way, and half an appointment is none`() throws {
        let request = AdviceRequest.sample(.submitted).with(kind: .orientation)
        let line = Actor(person: Person.senior.id, relations: [.receivingLine])
        let later = request.decide(.acceptOrientation(TypedAcceptance()), by: line, in: .sample(offer: consultation))
        #expect(try later.get().request.visit?.isPending == true, "an appointment is still to be given")
        let refused = try request.decide(
            .refuseOrientation(reason: "Complet.", anotherWay: "Lorient."), by: line, in: .sample(offer: consultation)
        ).get().request
        #expect(refused.state == .declined && refused.isUnread)
        let half = TypedAcceptance(appointment: TypedAppointment(day: "04/12/2026", time: "", place: "", with: ""))
        let result = request.decide(.acceptOrientation(half), by: line, in: .sample(offer: consultation))
        #expect(Set(result.faultyFields ?? []) == ["time", "place", "with"])
    }
}

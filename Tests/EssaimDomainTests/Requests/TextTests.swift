import EssaimDomain
import EssaimTestSupport
import Testing

/// The texts of commands: what must be said, and how long it may be.
struct TextTests {
    /// A command with a text in one field, where it may be given, and whether it may stay empty.
    struct Field: Sendable, CustomTestStringConvertible {
        let action: Action
        let name: String
        let state: RequestState
        let relation: Relation
        let isOptional: Bool
        let make: @Sendable (String) -> Command
        var testDescription: String { "\(action) \(name) \(state)" }

        init(
            _ action: Action, _ name: String, _ state: RequestState, _ relation: Relation, isOptional: Bool = false,
            _ make: @escaping @Sendable (String) -> Command
        ) {
            self.action = action
            self.name = name
            self.state = state
            self.relation = relation
            self.isOptional = isOptional
            self.make = make
        }
    }

    static let fields: [Field] = [
        Field(.add, "text", .submitted, .asker) { .add(text: $0) },
        Field(.addFact, "text", .closed, .asker) { .addFact(text: $0) },
        Field(.giveInformation, "text", .awaitingInformation, .asker) { .giveInformation(text: $0) },
        Field(.cancel, "reason", .submitted, .asker, isOptional: true) { .cancel(reason: $0) },
        Field(.cancel, "reason", .taken, .asker) { .cancel(reason: $0) },
        Field(.cancel, "reason", .awaitingInformation, .asker) { .cancel(reason: $0) },
        Field(.withdrawAttachment, "reason", .taken, .asker) { .withdrawAttachment("attachment-photo-a", reason: $0) },
        Field(.correctIdentity, "reason", .taken, .asker) { .correctIdentity(.another, reason: $0) },
        Field(.followUp, "question", .answered, .asker) { .followUp(question: $0) },
        Field(.close, "remark", .answered, .asker, isOptional: true) { .close(.followed, remark: $0) },
        Field(.setAside, "reason", .submitted, .poolExpert, isOptional: true) { .setAside(reason: $0) },
        Field(.release, "reason", .taken, .holder, isOptional: true) { .release(reason: $0) },
        Field(.askInformation, "text", .taken, .holder) { .askInformation(text: $0) },
        Field(.draftAnswer, "text", .taken, .holder, isOptional: true) {
            .draftAnswer(AnswerContent(text: $0, orientation: nil))
        },
        Field(.draftAnswer, "limits", .taken, .holder, isOptional: true) {
            .draftAnswer(AnswerContent(text: "", orientation: nil, limits: $0))
        },
        Field(.answer, "text", .taken, .holder) { .answer(AnswerContent(text: $0, orientation: .pathway)) },
        Field(.answer, "limits", .taken, .holder, isOptional: true) {
            .answer(AnswerContent(text: "Oui.", orientation: .pathway, limits: $0))
        },
        Field(.submitForValidation, "text", .taken, .juniorHolder) {
            .submitForValidation(AnswerContent(text: $0, orientation: .pathway))
        },
        Field(.amend, "text", .answered, .holder) {
            .amend(AnswerContent(text: $0, orientation: .pathway), reason: "Précision.")
        },
        Field(.amend, "reason", .answered, .holder) { .amend(.sample, reason: $0) },
        Field(.erratum, "text", .closed, .holder) { .erratum(text: $0) },
        Field(.decline, "reason", .taken, .holder) { .decline(reason: $0, anotherWay: "Le centre expert.") },
        Field(.decline, "anotherWay", .taken, .holder) { .decline(reason: "Hors de mon champ.", anotherWay: $0) },
        Field(.openLinked, "question", .taken, .holder) { .openLinked(.south, question: $0) },
        Field(.proposeAppointment, "text", .taken, .holder) { .proposeAppointment(text: $0) },
        Field(.proposeCall, "text", .taken, .holder) { .proposeCall(text: $0) },
        Field(.refuseOrientation, "reason", .answered, .receivingLine) {
            .refuseOrientation(reason: $0, anotherWay: "Les urgences.")
        },
        Field(.refuseOrientation, "anotherWay", .answered, .receivingLine) {
            .refuseOrientation(reason: "Complet.", anotherWay: $0)
        },
        Field(.acceptOrientation, "note", .answered, .receivingLine, isOptional: true) {
            .acceptOrientation(TypedAcceptance(note: $0))
        },
        Field(.askBack, "text", .submitted, .regulator) { .askBack(text: $0) },
        Field(.redirect, "text", .submitted, .regulator) { .redirect(.telephone, text: $0) },
        Field(.reorient, "reason", .submitted, .coordinator) { .reorient(.south, reason: $0) },
        Field(.changeUrgency, "reason", .submitted, .regulator) { .changeUrgency(.urgent, reason: $0) },
        Field(.raiseUrgency, "reason", .submitted, .coordinator) { .raiseUrgency(.urgent, reason: $0) },
    ]

    private func decide(_ field: Field, _ text: String) -> Result<Decision, Refusal> {
        var request = AdviceRequest.sample(field.state, isJunior: field.relation == .juniorHolder)
        if field.relation == .receivingLine {
            request = request.with(reception: Reception(route: .south, askedAt: .sample))
        }
        if field.relation == .regulator { request = request.with(triage: Triage(since: .sample)) }
        return request.decide(field.make(text), by: .only(field.relation), in: .sample(offer: .tumours))
    }

    @Test(arguments: fields, ["", " ", "\n\t\u{A0}\u{2028} "])
    func `what must be said is said, under its field`(field: Field, blank: String) throws {
        let result = decide(field, blank)
        if field.isOptional {
            #expect(try result.get().request.id == "request")
        } else {
            #expect(result.faultyFields == [field.name])
        }
    }

    @Test(arguments: fields)
    func `a text of 8 000 characters is kept whole, one of 8 001 is refused under its field`(field: Field) throws {
        let longest = String(repeating: "é", count: 8000)
        #expect(throws: Never.self) { try decide(field, longest).get() }
        #expect(decide(field, longest + "x").faultyFields == [field.name])
        // What is said is trimmed first; a draft is kept as it is typed.
        if !field.isOptional { #expect(throws: Never.self) { try decide(field, "  " + longest + "\n").get() } }
    }

    @Test func `an answer asks for words and an orientation, and names both when both are missing`() {
        let request = AdviceRequest.sample(.taken)
        let nothing = AnswerContent(text: " ", orientation: nil)
        #expect(
            request.decide(.answer(nothing), by: .only(.holder), in: .sample()).faultyFields == ["text", "orientation"])
        let words = AnswerContent(text: "Rien à faire.", orientation: nil)
        #expect(request.decide(.answer(words), by: .only(.holder), in: .sample()).faultyFields == ["orientation"])
        // A draft asks for nothing.
        #expect(throws: Never.self) {
            try request.decide(.draftAnswer(nothing), by: .only(.holder), in: .sample()).get()
        }
    }

    @Test(arguments: hostileTexts.filter { !$0.trimmed.isEmpty && $0.count <= 8000 })
    func `what people type reaches the thread as they typed it`(text: String) throws {
        let decision = try AdviceRequest.sample(.submitted).decide(.add(text: text), by: .only(.asker), in: .sample())
            .get()
        #expect(decision.threadText == text.trimmed)
    }
}

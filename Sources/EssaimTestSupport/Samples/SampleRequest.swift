import EssaimDomain

extension TypedPatient {
    public static let sample = TypedPatient(
        birthFamilyName: "Fictive", firstGivenName: "Rozenn", birthDate: "12/08/1958", sex: "female")
    /// Someone else, whom the structure may also know.
    public static let another = TypedPatient(
        birthFamilyName: "Inventé", firstGivenName: "Malo", birthDate: "03/02/1971", sex: "male")
}

extension RequestContent {
    /// Complete, but for the photograph, which is joined apart (`Attachment.sample`).
    public static let sample = RequestContent(
        patient: .sample, question: "Cette lésion du dos doit-elle être retirée ?",
        context: "Suivie depuis trois mois.",
        treatments: "Aucun", form: ["site": ["back"], "size": ["9,5"]], consentGiver: .patient)
}

extension AnswerContent {
    public static let sample = AnswerContent(
        text: "Kératose séborrhéique : rien à retirer.", orientation: .managedRemotely)
}

extension Attachment {
    /// A photograph of a demand; its id and its stored name come from `name`.
    public static func sample(
        _ name: String = "photo-a", slot: String = "centered", of request: Identifier<AdviceRequest>,
        withdrawnAt: Instant? = nil
    ) -> Attachment {
        Attachment(
            id: Identifier("attachment-" + name), request: request, slot: slot, name: name + ".jpg",
            file: KeptFile(
                storedAs: name, mediaType: "image/jpeg", byteCount: 1234, width: 640, height: 480,
                capturedAt: "2026-11-22T10:14:03"), addedBy: Person.asker.id, addedAt: .sample,
            withdrawnAt: withdrawnAt)
    }
}

extension Patient {
    public static let sample = Patient(
        id: "patient", structure: Structure.practice.id,
        traits: PatientTraits(
            birthFamilyName: "Fictive", firstGivenName: "Rozenn", birthDate: CivilDate(dayNumber: -4160), sex: .female))
}

extension RequestNumber {
    /// The number of that rank in the samples: the same each time, and no two alike.
    public static func sample(_ rank: UInt64) -> RequestNumber {
        var random = SeededGenerator(seed: rank)
        return .random(using: &random)
    }
}

extension AdviceRequest {
    /// A demand of the asking practice on the northern line, in that state, as the rules would have made it: held by
    /// the senior where someone holds it, its clock started at `sentAt`.
    public static func sample(
        _ state: RequestState, id: Identifier<AdviceRequest> = "request", rank: UInt64 = 1,
        structure: Identifier<Structure> = Structure.practice.id, route: Route = .north, sentAt: Instant = .sample,
        holder: Identifier<Person>? = nil, isJunior: Bool = false, held: Assignment.State? = nil,
        urgency: Urgency = .routine, isUnread: Bool = false, patient: Identifier<Patient>? = Patient.sample.id,
        requester: Identifier<Person> = Person.asker.id, content: RequestContent = .sample,
        answer: AnswerContent = .sample, visit: Visit? = nil, kind: RequestKind = .teleexpertise,
        setAsideBy: Set<Identifier<Person>> = [], reached: Set<Identifier<Pool>> = [], triage: Triage? = nil,
        reception: Reception? = nil
    ) -> AdviceRequest {
        var content = content
        content.urgency = urgency
        let isSent = state != .draft
        let expert = holder ?? Person.senior.id
        var clock = AnswerClock.started(
            at: sentAt, target: .standard(for: urgency), urgency: urgency, in: LocalTime())
        var assignments: [Assignment] = []
        if let held = held ?? Self.held(in: state) {
            assignments = [
                Assignment(
                    id: Identifier("assignment-\(id)"), expert: expert, isJunior: isJunior, state: held, since: sentAt)
            ]
        }
        var answers: [Answer] = []
        if state == .answered || state == .closed {
            clock = clock.stopped
            answers = [Answer(version: 1, content: answer, expert: expert, sentAt: sentAt + .hours(1))]
        }
        if state == .awaitingInformation { clock = clock.paused(at: sentAt + .hours(1)) }
        let isOver = state == .answered || state == .closed || state == .declined
        return AdviceRequest(
            id: id, number: .sample(rank), kind: kind, network: Network.sample.id, structure: structure,
            version: 3, state: state, requester: requester, author: requester, route: route,
            patient: isSent ? patient : nil, content: content,
            consent: isSent ? Consent(collectedBy: requester, at: sentAt) : nil, createdAt: sentAt,
            submittedAt: isSent ? sentAt : nil,
            clock: isSent ? clock : nil, takenAt: assignments.isEmpty ? nil : sentAt + .minutes(30),
            answeredAt: isOver ? sentAt + .hours(1) : nil, assignments: assignments, answers: answers,
            setAsideBy: setAsideBy, isUnread: isUnread, visit: visit, reached: reached, triage: triage,
            reception: reception)
    }

    private static func held(in state: RequestState) -> Assignment.State? {
        switch state {
        case .draft, .submitted: nil
        case .taken, .awaitingInformation, .cancelled: .taken
        case .answered, .closed: .answered
        case .declined: .declined
        }
    }
}

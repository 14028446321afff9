/// An opinion given on the telephone and entered afterwards by who gave it: the same demand, answered as it is born.
public struct PhoneOpinion: Sendable, Equatable, Codable {
    public let toldAt: Instant
    /// Who called, as typed, when no structure of Essaim asked; empty otherwise.
    public let caller: String

    public init(toldAt: Instant, caller: String = "") {
        self.toldAt = toldAt
        self.caller = caller
    }

    /// How far back a call is entered.
    public static let furthest = Duration.days(7)
    public static let longestCaller = 200
}

/// What an expert types after a call.
public struct TypedPhoneOpinion: Sendable, Equatable {
    public var patient: TypedPatient
    public var question: String
    public var answer: AnswerContent
    /// The patient agreed, says who called.
    public var isConsented: Bool
    /// The time of the call, `14:30`; empty for now.
    public var toldAt: String
    /// The day of the call; empty for today.
    public var toldOn: String
    /// Who called, when nobody known was chosen.
    public var caller: String

    public init(
        patient: TypedPatient, question: String, answer: AnswerContent, isConsented: Bool, toldOn: String = "",
        toldAt: String = "", caller: String = ""
    ) {
        self.patient = patient
        self.question = question
        self.answer = answer
        self.isConsented = isConsented
        self.toldOn = toldOn
        self.toldAt = toldAt
        self.caller = caller
    }

    /// When it was said: now unless typed, not in the future, not before `PhoneOpinion.furthest`.
    func told(in context: DecisionContext) -> Result<Instant, Refusal> {
        let local = context.localTime
        if toldAt.trimmed.isEmpty && toldOn.trimmed.isEmpty { return .success(context.now) }
        let day = toldOn.trimmed.isEmpty ? local.date(at: context.now) : CivilDate.parse(toldOn)
        guard let day else {
            return .failure(.fault(field: "toldOn", message: "Écrivez un jour qui existe\u{A0}: 04/12/2026."))
        }
        guard let time = TypedAppointment.timeOfDay(toldAt),
            let wall = CivilDateTime(day, hour: time.hour, minute: time.minute)
        else {
            return .failure(.fault(field: "toldAt", message: "Écrivez une heure\u{A0}: 14\u{A0}h\u{A0}30."))
        }
        let at = local.offsets.instant(of: wall)
        if at > context.now {
            return .failure(.fault(field: "toldAt", message: "Cette heure est dans le futur."))
        }
        if at < context.now - PhoneOpinion.furthest {
            return .failure(.fault(field: "toldOn", message: "Un appel se note dans les sept jours."))
        }
        return .success(at)
    }
}

/// Of whom an opinion was asked on the telephone, and for whom.
public struct PhoneParties: Sendable, Equatable {
    public let expert: Identifier<Person>
    /// The asking structure; the expert's own when the caller is none of Essaim's.
    public let structure: Identifier<Structure>
    public let requester: Identifier<Person>
    /// The asking structure is one of Essaim's: it has something to read.
    public let isKnown: Bool

    public init(
        expert: Identifier<Person>, structure: Identifier<Structure>, requester: Identifier<Person>, isKnown: Bool
    ) {
        self.expert = expert
        self.structure = structure
        self.requester = requester
        self.isKnown = isKnown
    }
}

extension Refusal {
    fileprivate static func fault(field: String, message: String) -> Refusal {
        .faults([FieldFault(field: field, message: message)])
    }
}

extension AdviceRequest {
    /// The demand that a call makes: asked and answered when it was told, of the line named. Everything wrong is said at once.
    public static func phoned(
        _ typed: TypedPhoneOpinion, id: Identifier<AdviceRequest>, number: RequestNumber,
        network: Identifier<Network>, route: Route, parties: PhoneParties, in context: DecisionContext
    ) -> Result<Decision, Refusal> {
        var faults: [FieldFault] = []
        var content = RequestContent(patient: typed.patient, question: typed.question.trimmed)
        if typed.isConsented { content.consentGiver = .patient }
        let check = RequestCheck(content, form: nil, attachments: [], today: context.localTime.date(at: context.now))
        faults += check.faults
        let caller = typed.caller.trimmed
        if !parties.isKnown, caller.isEmpty {
            faults.append(FieldFault(field: "caller", message: "Choisissez qui a appelé, ou écrivez-le."))
        }
        if caller.unicodeScalars.count > PhoneOpinion.longestCaller { faults.append(.tooLong("caller")) }
        let told = typed.told(in: context)
        if case .failure(.faults(let wrong)) = told { faults += wrong }
        let checked = Self.checked(typed.answer, in: context)
        if case .failure(.faults(let wrong)) = checked { faults += wrong }
        guard case .success(let toldAt) = told, case .success(let answer) = checked, faults.isEmpty,
            let traits = check.traits
        else { return .failure(.faults(faults)) }

        let patient = Patient(
            id: context.knownPatient ?? context.newPatient, structure: parties.structure, traits: traits)
        let request = AdviceRequest(
            id: id, number: number, kind: .teleexpertise, network: network, structure: parties.structure,
            state: .answered, requester: parties.requester, author: parties.expert, route: route, patient: patient.id,
            content: content, consent: Consent(collectedBy: parties.requester, at: toldAt), createdAt: context.now,
            submittedAt: toldAt,
            clock: AnswerClock.started(
                at: toldAt, target: context.offer.target(for: .routine), urgency: .routine, in: context.localTime),
            takenAt: toldAt, answeredAt: toldAt,
            assignments: [
                Assignment(id: context.newAssignment, expert: parties.expert, state: .taken, since: toldAt)
            ], phone: PhoneOpinion(toldAt: toldAt, caller: parties.isKnown ? "" : caller))
        var decision = request.sending(answer, validatedBy: nil, reason: "", at: context.now)
        // Nobody of Essaim asked: there is nobody to read it here, and the report is handed over by other means.
        if !parties.isKnown { decision.request.becomeRead(at: context.now) }
        if context.knownPatient == nil { decision.effects.insert(.patientIdentified(patient), at: 0) }
        return .success(decision)
    }
}

import EssaimDomain
import EssaimGate

extension RequestContent {
    /// What the draft's form carried, as typed: nothing is lost, right or wrong. Texts beyond what may ever be sent are cut
    /// far above the limit that the page says, so that the fault is told and the text kept.
    init(_ form: FormFields) {
        let isAgreed = form.first(DraftField.consent) != nil
        let giver = Consent.Giver(rawValue: form.typed(DraftField.consentGiver)) ?? .patient
        self.init(
            patient: TypedPatient(
                birthFamilyName: form.typed(DraftField.birthFamilyName),
                usedFamilyName: form.typed(DraftField.usedFamilyName),
                firstGivenName: form.typed(DraftField.firstGivenName), birthDate: form.typed(DraftField.birthDate),
                sex: form.typed(DraftField.sex), claimNumber: String(form.typed(DraftField.claimNumber).prefix(100)),
                birthRank: String(form.typed(DraftField.birthRank).prefix(1))),
            question: form.typed(DraftField.question), context: form.typed(DraftField.context),
            treatments: form.typed(DraftField.treatments),
            urgency: Urgency(rawValue: form.typed(DraftField.urgency)) ?? .routine,
            wish: Wish(rawValue: form.typed(DraftField.wish)) ?? .opinion, treatingDoctor: TreatingDoctor(form),
            residence: form.residence,
            form: FormAnswers(
                Dictionary(
                    form.names.filter { $0.hasPrefix(DraftField.formPrefix) }.map { name in
                        (
                            String(name.dropFirst(DraftField.formPrefix.count)),
                            form.all(name).map { String($0.prefix(FormFields.longestKept)) }
                        )
                    }, uniquingKeysWith: { first, _ in first })),
            photographsImpossible: form.typed(DraftField.photographsImpossible), consentGiver: isAgreed ? giver : nil,
            consentMeans: Consent.Means(rawValue: form.typed(DraftField.consentMeans)) ?? .orally,
            isOpposedToSharing: form.first(DraftField.opposition) != nil,
            isInpatient: form.first(DraftField.inpatient) != nil,
            wishedExpert: form.identifier(DraftField.wishedExpert),
            subSpecialty: form.identifier(DraftField.subSpecialty),
            inNameOf: form.filled(DraftField.inNameOf).map { Identifier(String($0.prefix(100))) },
            origin: form.first(DraftField.origin).flatMap(RequestOrigin.init))
    }
}

extension TreatingDoctor {
    init(_ form: FormFields) {
        switch form.first(DraftField.treatingDoctor) {
        case "requester": self = .requester
        case "none": self = .none
        case "named": self = .named(String((form.trimmed(DraftField.treatingDoctorName) ?? "").prefix(200)))
        case nil:
            // Typed, and nothing ticked.
            let name = String((form.trimmed(DraftField.treatingDoctorName) ?? "").prefix(200))
            self = name.isEmpty ? .unsaid : .named(name)
        default: self = .unsaid
        }
    }

    var words: String {
        switch self {
        case .unsaid: ""
        case .named(let name) where !name.isEmpty: name
        default: kind.word
        }
    }
}

extension TreatingDoctor.Kind {
    /// « le demandeur ».
    var word: String {
        switch self {
        case .requester: "le demandeur"
        case .named: "un autre médecin"
        case .none: "sans médecin traitant"
        case .unsaid: "non précisé"
        }
    }
}

extension FormFields {
    /// A thing that was chosen in a list; nil for none.
    fileprivate func identifier<Subject>(_ name: String) -> Identifier<Subject>? {
        let chosen = typed(name)
        return chosen.isEmpty || chosen.utf8.count > 128 ? nil : Identifier(chosen)
    }

    /// The commune that was ticked, or typed beside it; nil when neither says anything.
    fileprivate var residence: String? {
        let ticked = first(DraftField.residence) ?? DraftField.elsewhere
        if ticked == DraftField.unsaid { return nil }
        let typed = ticked == DraftField.elsewhere ? trimmed(DraftField.residenceElsewhere) ?? "" : ticked
        return typed.isEmpty ? nil : String(typed.prefix(Residence.longest))
    }
}

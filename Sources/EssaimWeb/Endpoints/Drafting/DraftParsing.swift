import EssaimDomain
import EssaimGate

extension RequestContent {
    /// What the draft's form carried, as typed: nothing is lost, right or wrong. Texts beyond what may ever be sent are cut
    /// far above the limit that the page says, so that the fault is told and the text kept.
    init(_ form: FormFields) {
        func typed(_ name: String) -> String {
            String((form.first(name) ?? "").replacing("\r\n", with: "\n").prefix(Self.longestKept))
        }
        let isAgreed = form.first(DraftField.consent) != nil
        let giver = Consent.Giver(rawValue: typed(DraftField.consentGiver)) ?? .patient
        self.init(
            patient: TypedPatient(
                birthFamilyName: typed(DraftField.birthFamilyName), usedFamilyName: typed(DraftField.usedFamilyName),
                firstGivenName: typed(DraftField.firstGivenName), birthDate: typed(DraftField.birthDate),
                sex: typed(DraftField.sex)),
            question: typed(DraftField.question), context: typed(DraftField.context),
            treatments: typed(DraftField.treatments),
            urgency: Urgency(rawValue: typed(DraftField.urgency)) ?? .routine,
            wish: Wish(rawValue: typed(DraftField.wish)) ?? .opinion, treatingDoctor: TreatingDoctor(form),
            form: FormAnswers(
                Dictionary(
                    form.names.filter { $0.hasPrefix(DraftField.formPrefix) }.map { name in
                        (
                            String(name.dropFirst(DraftField.formPrefix.count)),
                            form.all(name).map { String($0.prefix(Self.longestKept)) }
                        )
                    }, uniquingKeysWith: { first, _ in first })),
            photographsImpossible: typed(DraftField.photographsImpossible), consentGiver: isAgreed ? giver : nil,
            consentMeans: Consent.Means(rawValue: typed(DraftField.consentMeans)) ?? .orally)
    }

    private static let longestKept = 20_000
}

extension TreatingDoctor {
    init(_ form: FormFields) {
        switch form.first(DraftField.treatingDoctor) {
        case "requester": self = .requester
        case "none": self = .none
        case "named": self = .named(String((form.trimmed(DraftField.treatingDoctorName) ?? "").prefix(200)))
        default: self = .unsaid
        }
    }

    var words: String {
        switch self {
        case .unsaid: ""
        case .requester: "le demandeur"
        case .named(let name): name
        case .none: "sans médecin traitant"
        }
    }
}

import EssaimDomain

/// *Avis téléphonique*: what an expert enters after a call, on one page, in less than a minute.
struct PhoneModel: Sendable {
    static let search = "demandeur"
    static let line = "ligne"
    /// `<person> <structure>`, or `autre`.
    static let asker = "caller"
    static let other = "autre"
    static let callerName = "caller.name"
    static let toldOn = "toldOn"
    static let toldAt = "toldAt"

    struct Asker: Sendable {
        var value: String
        /// « Claire Morvan, médecin ».
        var name: String
        /// « Cabinet du Port, Lannion ».
        var place: String
    }

    var seal: FormSeal
    var lines: [ChoiceGroup.Option]
    var chosenLine: String
    var searched: String = ""
    var askers: [Asker]
    var chosenAsker: String = ""
    var mayBeTyped: Bool = true
    var typed: TypedPhoneOpinion = TypedPhoneOpinion(
        patient: TypedPatient(), question: "", answer: AnswerContent(text: "", orientation: nil), isConsented: false)
    var faults: [FieldFault] = []

    static let sample = PhoneModel(
        seal: .sample,
        lines: [
            .init(value: "dermatologie", label: "Dermatologie"), .init(value: "tumeurs", label: "Tumeurs de la peau"),
        ], chosenLine: "dermatologie",
        askers: [
            Asker(value: "p1 s1", name: "Claire Morvan, médecin", place: "Cabinet du Port, Lannion"),
            Asker(value: "p2 s2", name: "Maëlle Tanguy, infirmier", place: "EHPAD Les Genêts, Perros-Guirec"),
        ])

    static let faultySample: PhoneModel = {
        var model = sample
        model.searched = "morvan"
        model.typed.question = "Plaque du coude, depuis trois semaines."
        model.faults = [
            FieldFault(field: asker, message: "Choisissez qui a appelé, ou écrivez-le."),
            FieldFault(field: DraftField.birthDate, message: "Écrivez la date de naissance."),
        ]
        return model
    }()
}

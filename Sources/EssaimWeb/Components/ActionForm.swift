/// An act that is allowed now, as a form: one button when it asks nothing, unfolding when it does.
struct ActionForm: Sendable {
    enum Kind: String, Sendable, CaseIterable { case primary, secondary, danger }

    /// Unique in the page, and the name of the act: `prendre`, `preciser`.
    var id: String
    /// The act and its object, on the button: « Prendre cette demande ».
    var title: String
    var path: SitePath
    var seal: FormSeal
    var kind: Kind = .secondary
    /// What it does and whether it can be undone; shown in the unfolded form.
    var explanation: String = ""
    var fields: [ActionField] = []
    /// The button inside an unfolded form; the title when nil.
    var submit: String?
    /// Shown unfolded: it came back with an error.
    var isOpen: Bool = false

    static let take = ActionForm(
        id: "prendre", title: "Prendre cette demande", path: .act("sample", "prendre"), seal: .sample, kind: .primary)
    static let askInformation = ActionForm(
        id: "demander-precision", title: "Demander une précision", path: .act("sample", "demander-precision"),
        seal: .sample,
        explanation: "Le délai s’arrête jusqu’à la réponse du demandeur, qui est prévenu tout de suite.",
        fields: [
            ActionField(
                name: "manque", label: "Que manque-t-il\u{A0}?",
                kind: .sentences(
                    MissingPiece.allCases.map { .init(value: $0.rawValue, label: $0.word, text: $0.sentence) },
                    into: "texte")),
            ActionField(name: "texte", label: "Votre question", kind: .longText(limit: 8000)),
        ],
        submit: "Envoyer la question")
    static let decline = ActionForm(
        id: "decliner", title: "Décliner avec un motif", path: .act("sample", "decliner"), seal: .sample, kind: .danger,
        explanation: "La demande se termine sans avis. Le demandeur lit votre motif et l’autre voie que vous indiquez.",
        fields: [
            ActionField(name: "motif", label: "Motif", kind: .longText(limit: 8000), isRequired: true),
            ActionField(
                name: "autre_voie", label: "Autre voie", help: "Ligne, service ou numéro à joindre.",
                kind: .shortText, isRequired: true),
        ],
        submit: "Décliner la demande")
}

/// A field of such a form.
struct ActionField: Sendable {
    struct Option: Sendable {
        var value: String
        var label: String
    }

    enum Kind: Sendable {
        case shortText
        case longText(limit: Int)
        case date
        /// One of several, all visible.
        case choice([Option])
        /// One of many, in a list.
        case list([Option])
        case tick
        /// Sentences that fill the form's text, one key each: any of them. `value` holds the ticked, between spaces.
        case sentences([Sentence], into: String)
        case hidden
    }

    struct Sentence: Sendable {
        var value: String
        var label: String
        /// Empty when there is nothing ready to say.
        var text: String
    }

    var name: String
    var label: String
    var help: String = ""
    var kind: Kind
    var value: String = ""
    var error: String?
    var isRequired: Bool = false
}

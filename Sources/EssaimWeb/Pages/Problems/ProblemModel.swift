import EssaimDomain

/// *Signaler un problème*: a short form, and what the reader told before.
struct ProblemModel: Sendable {
    struct Told: Sendable {
        var kind: String
        var at: Instant
        /// « 7K3M-QX2P »; empty when it was about none.
        var number: String
        var words: String
        var isHandled: Bool
        var reply: String = ""
    }

    /// The demand that it is about.
    var number: String = ""
    var path: SitePath
    var back: SitePath
    var backTitle: String
    var seal: FormSeal
    var kind: String = ""
    var words: String = ""
    /// Asked only where there are several.
    var networks: [ChoiceGroup.Option] = []
    var network: String = ""
    var faults: [FieldFault] = []
    var told: [Told] = []

    static let sample = ProblemModel(
        number: "7K3M-QX2P", path: .problem("sample"), back: .request("sample"), backTitle: "Demande 7K3M-QX2P",
        seal: .sample)

    static let faultySample = ProblemModel(
        path: .tellProblem, back: .worklist, backTitle: "Mes demandes", seal: .sample,
        networks: [.init(value: "a", label: "OncoBreizh"), .init(value: "b", label: "Réseau voisin")],
        faults: [
            FieldFault(field: ProblemField.kind, message: "Choisissez de quoi il s’agit."),
            FieldFault(field: ProblemField.words, message: "Dites en quelques mots ce qui s’est passé."),
        ],
        told: [
            Told(
                kind: "Panne technique", at: PageClock.sample.now - .days(1), number: "7K3M-QX2P",
                words: "La photo n’est pas partie du téléphone.", isHandled: true,
                reply: "Corrigé ce matin, merci."),
            Told(
                kind: "Réponse inadaptée ou en retard", at: PageClock.sample.now - .days(4), number: "",
                words: "Pas de réponse le samedi.", isHandled: false),
        ])
}

/// Names of the fields: those of the domain's `FieldFault`.
enum ProblemField {
    static let kind = "quoi"
    static let words = "texte"
    static let network = "reseau"
    static let handled = "vue"
    static let before = "avant"
}

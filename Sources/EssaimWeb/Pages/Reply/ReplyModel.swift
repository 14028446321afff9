import EssaimDomain

/// The page where the advice is written: photographs on one side, the demand and the answer on the other.
struct ReplyModel: Sendable {
    static let textName = "text"
    /// Raw value of `Orientation`.
    static let orientationName = "orientation"
    static let limitsName = "limits"
    /// `2026-12-04`.
    static let seeBeforeName = "seeBefore"
    /// The same, chosen among a few; it wins.
    static let seeWithinName = "seeWithin"
    /// Raw value of `Gravity`.
    static let gravityName = "gravity"
    /// The line asked to receive the patient: `<line> <zone>`.
    static let receivingName = "receiving"
    /// The phrase chosen in the list, by its id.
    static let phraseName = "phrase"
    /// Ids of those that the script put into the text, between spaces.
    static let usedPhrasesName = "phrases"
    static let insertWord = "inserer"
    /// Which button was used: `envoyer`, `envoyer-suivante`, `enregistrer` or `inserer`.
    static let nextName = "_suite"

    var id: String
    var seal: FormSeal
    var content: RequestModel.Content
    var text: String = ""
    var orientation: Orientation?
    var limits: String = ""
    /// `2026-12-04`, or empty.
    var seeBefore: String = ""
    var gravity: Gravity?
    /// Lines of the network that receive patients, as a list shows them; none: nothing is asked.
    var receivers: [ChoiceGroup.Option] = []
    var receiving: String = ""
    /// By the names above.
    var faults: [FieldFault] = []
    var savedAt: Instant?
    /// Shown in this order, numbered from 1; the tenth and following have no key.
    var orientations: [Orientation] = Orientation.allCases
    /// A junior: the answer goes to a senior first.
    var isJunior: Bool = false
    /// A senior who validates a junior's draft: it is sent, or left as it is.
    var isValidator: Bool = false
    /// The writer's own, those used most.
    var phrases: [Phrase] = []
    /// Those that the team offers, beside them.
    var teamPhrases: [Phrase] = []
    /// Ids of those that stand in the text and are not counted yet, between spaces.
    var usedPhrases: String = ""
    /// There is a next demand to answer.
    var hasNext: Bool = false
    /// Where its first images are asked for meanwhile.
    var preparation: SitePath?
    /// Ask for information, release, decline: folded beside.
    var otherActions: [ActionForm] = []

    static let sample = ReplyModel(
        id: "sample", seal: .sample, content: .sample,
        text: "Lésion asymétrique, à bords irréguliers, de deux couleurs\u{A0}: suspecte. À retirer en entier.",
        orientation: .quickConsultation, seeBefore: "2026-12-04", gravity: .suspectedCancer,
        receivers: [.init(value: "onco north", label: "Onco-dermatologie, hôpital de jour, Brest-Lannion")],
        savedAt: PageClock.sample.now - .minutes(1),
        phrases: [
            Phrase(
                id: "p1",
                content: .init(shortcut: "limite", title: "Limites", text: "Avis donné sur photographies seules."))
        ],
        teamPhrases: [
            .ofNetwork(
                .init(
                    shortcut: "surveiller", title: "Surveillance",
                    text: "Revoir la lésion à trois mois, avec de nouvelles photographies."))
        ], hasNext: true, preparation: .preparation("sample"),
        otherActions: [.askInformation, .decline])

    /// A senior reads a junior's draft.
    static let validatorSample: ReplyModel = {
        var model = sample
        model.isValidator = true
        model.savedAt = nil
        model.otherActions = []
        return model
    }()

    static let faultySample = ReplyModel(
        id: "sample", seal: .sample, content: .sample,
        faults: [
            FieldFault(field: textName, message: "Votre avis manque."),
            FieldFault(field: orientationName, message: "Choisissez une orientation."),
        ], otherActions: [.askInformation])
}

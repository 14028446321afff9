import EssaimDomain

/// The page where the advice is written: photographs on one side, the demand and the answer on the other.
struct ReplyModel: Sendable {
    static let textName = "text"
    /// Raw value of `Orientation`.
    static let orientationName = "orientation"
    static let limitsName = "limits"
    /// `2026-12-04`.
    static let seeBeforeName = "seeBefore"
    /// Which button was used: `envoyer`, `envoyer-suivante` or `enregistrer`.
    static let nextName = "_suite"

    var id: String
    var seal: FormSeal
    var content: RequestModel.Content
    var text: String = ""
    var orientation: Orientation?
    var limits: String = ""
    /// `2026-12-04`, or empty.
    var seeBefore: String = ""
    /// By the names above.
    var faults: [FieldFault] = []
    var savedAt: Instant?
    /// Shown in this order, numbered from 1; the tenth and following have no key.
    var orientations: [Orientation] = Orientation.allCases
    /// A junior: the answer goes to a senior first.
    var isJunior: Bool = false
    /// There is a next demand to answer.
    var hasNext: Bool = false
    /// Ask for information, release, decline: folded beside.
    var otherActions: [ActionForm] = []

    static let sample = ReplyModel(
        id: "sample", seal: .sample, content: .sample,
        text: "Lésion asymétrique, à bords irréguliers, de deux couleurs\u{A0}: suspecte. À retirer en entier.",
        orientation: .quickConsultation, savedAt: PageClock.sample.now - .minutes(1), hasNext: true,
        otherActions: [.askInformation, .decline])

    static let faultySample = ReplyModel(
        id: "sample", seal: .sample, content: .sample,
        faults: [
            FieldFault(field: textName, message: "Votre avis manque."),
            FieldFault(field: orientationName, message: "Choisissez une orientation."),
        ], otherActions: [.askInformation])
}

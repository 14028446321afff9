import EssaimDomain

/// Someone changed the demand while this form was being filled: both are shown, nothing is lost.
struct ConflictModel: Sendable {
    struct Text: Sendable {
        var label: String
        var value: String
    }

    /// « Dr Paul Abgrall a pris cette demande », without a full stop: the time follows.
    var what: String
    var at: Instant?
    /// What was being sent, kept to be copied.
    var mine: [Text]
    /// What stands now, beside.
    var theirs: [Text]
    /// To go on from the present state.
    var back: SitePath
    var backTitle: String = "Rouvrir la demande"
    /// The demand went on: what was written can no longer be sent.
    var isOver = false
    /// Sends mine over theirs, with the present version in its seal; nil when that is no longer possible.
    var again: ActionForm?

    static let sample = ConflictModel(
        what: "Dr Paul Abgrall a enregistré ce brouillon",
        at: PageClock.sample.now - .minutes(3),
        mine: [Text(label: "Question", value: "Lésion du dos\u{A0}: faut-il la retirer\u{A0}?")],
        theirs: [Text(label: "Question", value: "Lésion pigmentée du dos, change depuis six semaines.")],
        back: .draft("sample"), backTitle: "Rouvrir le brouillon",
        again: ActionForm(
            id: "remplacer", title: "Enregistrer ma version à la place", path: .draft("sample"), seal: .sample,
            fields: [ActionField(name: "question", label: "", kind: .hidden, value: "Lésion du dos")]))
}

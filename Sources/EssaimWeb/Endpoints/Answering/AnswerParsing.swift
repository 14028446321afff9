import EssaimDomain
import EssaimGate

extension AnswerContent {
    /// What the form of the answer carried.
    init(_ form: FormFields) {
        self.init(
            text: form.typed(ReplyModel.textName),
            orientation: Orientation(rawValue: form.typed(ReplyModel.orientationName)),
            limits: form.typed(ReplyModel.limitsName), seeBefore: CivilDate.parse(Self.seeBefore(form)),
            gravity: Gravity(rawValue: form.typed(ReplyModel.gravityName)))
    }

    /// The day as asked for: a delay that was chosen wins over the date beside it.
    static func seeBefore(_ form: FormFields) -> String {
        form.filled(ReplyModel.seeWithinName) ?? form.trimmed(ReplyModel.seeBeforeName) ?? ""
    }

    /// A date that was typed and is none.
    static func dateFault(_ form: FormFields) -> FieldFault? {
        dateFault(in: seeBefore(form))
    }

    static func dateFault(in typed: String) -> FieldFault? {
        guard !typed.isEmpty, CivilDate.parse(typed) == nil else { return nil }
        return FieldFault(
            field: ReplyModel.seeBeforeName, message: "Ce jour n’existe pas\u{A0}: écrivez-le ainsi, 04/12/2026.")
    }

    /// The opinion in words, as its author left it.
    var texts: [ConflictModel.Text] {
        [
            ("Votre avis", text), ("Orientation", orientation?.word ?? ""),
            ("À voir avant le", seeBefore.map(French.date) ?? ""), ("Gravité", gravity?.word ?? ""),
            ("Limites", limits),
        ].filter { !$0.1.isEmpty }.map { ConflictModel.Text(label: $0.0, value: $0.1) }
    }

    /// The same, to be sent again.
    var hiddenFields: [ActionField] {
        [
            (ReplyModel.textName, text), (ReplyModel.orientationName, orientation?.rawValue ?? ""),
            (ReplyModel.limitsName, limits), (ReplyModel.seeBeforeName, seeBefore?.description ?? ""),
            (ReplyModel.gravityName, gravity?.rawValue ?? ""),
            (ReplyModel.receivingName, receiving.map { Route.text($0.offer, $0.zone) } ?? ""),
            (ReplyModel.nextName, "envoyer"),
        ].map { ActionField(name: $0.0, label: "", kind: .hidden, value: $0.1) }
    }
}

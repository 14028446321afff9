import EssaimDomain
import HTML

/// Where the advice is written: words, one orientation, and if need be its limits and a day.
struct ReplyForm {
    var model: ReplyModel

    func markup(_ clock: PageClock) -> Markup {
        form(
            .id("avis"), .method(.post), .action(SitePath.reply(model.id).text), .class("part reply-form"),
            .data("once"), .data("keep", "avis-\(model.id)"), .data("autosave"), .data("answer"), .novalidate()
        ) {
            h2 { "Votre avis" }
            SealFields(seal: model.seal).markup
            FaultSummary(faults: model.faults).markup
            TextArea(
                field: Field(
                    name: ReplyModel.textName, label: "Avis et conduite à tenir",
                    error: model.faults.message(for: ReplyModel.textName), isRequired: true),
                value: model.text, rowCount: 7, isProminent: true
            ).markup
            OrientationKeys(
                orientations: model.orientations, chosen: model.orientation,
                error: model.faults.message(for: ReplyModel.orientationName)
            ).markup
            details(.class("optional"), .open(hasOptions)) {
                summary { "Limites de l’avis, date de consultation" }
                TextInput(
                    field: Field(
                        name: ReplyModel.limitsName, label: "Limites de l’avis",
                        help: "Qualité des photos, donnée qui manque.",
                        error: model.faults.message(for: ReplyModel.limitsName)),
                    value: model.limits
                ).markup
                TextInput(
                    field: Field(
                        name: ReplyModel.seeBeforeName, label: "À voir avant le",
                        error: model.faults.message(for: ReplyModel.seeBeforeName)),
                    value: model.seeBefore, type: .date, size: .medium
                ).markup
            }
            bar(clock)
        }
    }

    private var hasOptions: Bool {
        !model.limits.isEmpty || !model.seeBefore.isEmpty
            || model.faults.contains { $0.field == ReplyModel.limitsName || $0.field == ReplyModel.seeBeforeName }
    }

    private func bar(_ clock: PageClock) -> Markup {
        div(.class("send-bar")) {
            p(.class("saved"), .data("saved"), .role("status")) {
                if let savedAt = model.savedAt {
                    "Enregistré "
                    Moment(clock.ago(savedAt), at: savedAt).markup(clock)
                }
            }
            send("enregistrer", "Enregistrer", "quiet")
            if model.hasNext { send("envoyer-suivante", "Envoyer et suivante", "secondary") }
            send("envoyer", model.isJunior ? "Soumettre au sénior" : "Envoyer l’avis", "primary")
        }
    }

    private func send(_ value: String, _ title: String, _ kind: String) -> Markup {
        button(
            .type(button: .submit), .name(ReplyModel.nextName), .value(value), .class("button \(kind)"),
            .data("send", value)
        ) { title }
    }
}

import EssaimDomain
import HTML

/// Where the advice is written: words, one orientation, and if need be its limits and a day.
struct ReplyForm {
    var model: ReplyModel

    func markup(_ clock: PageClock) -> Markup {
        form(
            .id("avis"), .method(.post), .action(SitePath.reply(model.id).text), .class("part reply-form"),
            .data("once"), .data("keep", "avis-\(model.id)"), model.isValidator ? nil : .data("autosave"),
            .data("answer"), model.preparation.map { .data("prepare", $0.text) },
            model.preparation.map { _ in .data("worker", SitePath.imageWorker.text) }, .novalidate()
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
            PhrasePicker(
                phrases: model.phrases, teamPhrases: model.teamPhrases, textID: ReplyModel.textName,
                used: model.usedPhrases
            ).markup
            OrientationKeys(
                orientations: model.orientations, chosen: model.orientation,
                error: model.faults.message(for: ReplyModel.orientationName)
            ).markup
            SeeBeforeField(
                value: model.seeBefore, error: model.faults.message(for: ReplyModel.seeBeforeName), today: clock.today
            ).markup
            GravityKeys(chosen: model.gravity).markup
            receivers
            details(.class("optional"), .open(hasOptions)) {
                summary { "Limites de l’avis" }
                TextInput(
                    field: Field(
                        name: ReplyModel.limitsName, label: "Limites de l’avis",
                        help: "Qualité des photos, donnée qui manque.",
                        error: model.faults.message(for: ReplyModel.limitsName)),
                    value: model.limits
                ).markup
            }
            bar(clock)
        }
    }

    @MarkupBuilder private var receivers: Markup {
        if !model.receivers.isEmpty {
            let error = model.faults.message(for: ReplyModel.receivingName)
            details(.class("optional"), .open(!model.receiving.isEmpty || error != nil)) {
                summary { "Ligne qui reçoit le patient" }
                SelectList(
                    field: Field(
                        name: ReplyModel.receivingName, label: "Ligne qui reçoit le patient",
                        help: "Elle dit si elle le prend. D’ici là, le demandeur garde la main.", error: error),
                    options: model.receivers, chosen: model.receiving, none: "Aucune"
                ).markup
            }
        }
    }

    private var hasOptions: Bool {
        !model.limits.isEmpty || model.faults.contains { $0.field == ReplyModel.limitsName }
    }

    private func bar(_ clock: PageClock) -> Markup {
        div(.class("send-bar")) {
            p(.class("saved"), .data("saved"), .role("status")) {
                if let savedAt = model.savedAt {
                    "Enregistré "
                    Moment(clock.ago(savedAt), at: savedAt).markup(clock)
                }
            }
            if !model.isValidator { send("enregistrer", "Enregistrer", "quiet") }
            if model.hasNext { send("envoyer-suivante", "Envoyer et suivante", "secondary") }
            send("envoyer", sendTitle, "primary")
        }
    }

    private var sendTitle: String {
        if model.isJunior { return "Soumettre au sénior" }
        return model.isValidator ? "Valider et envoyer" : "Envoyer l’avis"
    }

    private func send(_ value: String, _ title: String, _ kind: String) -> Markup {
        button(
            .type(button: .submit), .name(ReplyModel.nextName), .value(value), .class("button \(kind)"),
            .data("send", value)
        ) { title }
    }
}

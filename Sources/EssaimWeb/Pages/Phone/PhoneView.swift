import EssaimDomain
import HTML

struct PhoneView: PageView {
    let model: PhoneModel
    let frame: PageFrame

    init(_ model: PhoneModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Avis téléphonique", width: .narrow, page: "avis-telephonique").document {
            div(.class("intro")) {
                h1 { "Avis téléphonique" }
                p {
                    "Notez un avis que vous venez de donner\u{A0}: la structure le lit ici, le compte rendu part, "
                        + "les actes se préparent."
                }
            }
            if model.lines.isEmpty {
                NoticeView(model: Notice(.information, "Seul un sénior d’une ligne d’avis note un avis téléphonique."))
                    .markup
            } else {
                FaultSummary(faults: model.faults).markup
                search
                entry
            }
        }
    }

    private var search: Markup {
        form(.method(.get), .action(SitePath.phone.text), .class("part")) {
            TextInput(
                field: Field(
                    name: PhoneModel.search, label: "Chercher qui a appelé",
                    help: "Nom, structure ou RPPS. Sinon, les derniers à qui vous avez répondu."),
                value: model.searched
            ).markup
            button(.type(button: .submit), .class("button secondary")) { "Chercher" }
        }
    }

    private var entry: Markup {
        form(.method(.post), .action(SitePath.phone.text), .class("part"), .data("once"), .novalidate()) {
            SealFields(seal: model.seal).markup
            askers
            if model.lines.count > 1 {
                SelectList(
                    field: field(PhoneModel.line, "Ligne", isRequired: true), options: model.lines,
                    chosen: model.chosenLine, isRequired: true
                ).markup
            } else {
                input(.type(.hidden), .name(PhoneModel.line), .value(model.chosenLine))
            }
            patient
            TextInput(
                field: field(DraftField.question, "Question posée", isRequired: true), value: model.typed.question
            ).markup
            TextArea(
                field: field(ReplyModel.textName, "Votre avis", isRequired: true), value: model.typed.answer.text,
                rowCount: 3
            ).markup
            OrientationKeys(
                orientations: Orientation.allCases, chosen: model.typed.answer.orientation,
                error: model.faults.message(for: ReplyModel.orientationName), hasNumbers: false
            ).markup
            told
            Tick(
                field: field(DraftField.consent, "Le patient est d’accord, dit la personne qui a appelé."),
                isTicked: model.typed.isConsented
            ).markup
            button(.type(button: .submit), .class("button primary wide"), .data("primary")) { "Noter l’avis" }
        }
    }

    @MarkupBuilder private var askers: Markup {
        let known = model.askers.map { ChoiceGroup.Option(value: $0.value, label: $0.name, note: $0.place) }
        let other = ChoiceGroup.Option(value: PhoneModel.other, label: "Quelqu’un d’autre", note: "À écrire")
        if !model.searched.isEmpty, model.askers.isEmpty {
            p(.class("quiet")) { "Personne de ce nom dans Essaim." }
        }
        ChoiceGroup(
            field: field(PhoneModel.asker, "Qui a appelé", isRequired: true),
            options: known + (model.mayBeTyped ? [other] : []), chosen: [model.chosenAsker]
        ).markup
        if model.mayBeTyped {
            TextInput(
                field: field(
                    PhoneModel.callerName, "Quelqu’un d’autre\u{A0}: nom et structure",
                    help: "L’avis reste alors dans votre structure\u{A0}; remettez le compte rendu vous-même."),
                value: model.typed.caller
            ).markup
        }
    }

    @MarkupBuilder private var patient: Markup {
        div(.class("columns")) {
            TextInput(
                field: field(DraftField.birthFamilyName, "Nom de naissance", isRequired: true),
                value: model.typed.patient.birthFamilyName
            ).markup
            TextInput(
                field: field(DraftField.firstGivenName, "Premier prénom", isRequired: true),
                value: model.typed.patient.firstGivenName
            ).markup
        }
        div(.class("columns uneven")) {
            TextInput(
                field: field(DraftField.birthDate, "Date de naissance", isRequired: true),
                value: model.typed.patient.birthDate, mode: .numeric, placeholder: "jj/mm/aaaa", size: .medium
            ).markup
            ChoiceGroup(
                field: field(DraftField.sex, "Sexe", isRequired: true),
                options: [
                    .init(value: "female", label: "Femme"), .init(value: "male", label: "Homme"),
                    .init(value: "unknown", label: "Inconnu"),
                ], chosen: [model.typed.patient.sex]
            ).markup
        }
    }

    private var told: Markup {
        details(.class("optional"), .open(!model.typed.toldAt.isEmpty || !model.typed.toldOn.isEmpty)) {
            summary { "L’appel n’était pas à l’instant" }
            div(.class("columns")) {
                TextInput(
                    field: field(PhoneModel.toldOn, "Jour de l’appel", help: "Aujourd’hui si rien n’est écrit."),
                    value: model.typed.toldOn, type: .date, size: .medium
                ).markup
                TextInput(
                    field: field(PhoneModel.toldAt, "Heure de l’appel"), value: model.typed.toldAt,
                    placeholder: "14\u{A0}h\u{A0}30", size: .medium
                ).markup
            }
        }
    }

    private func field(_ name: String, _ label: String, help: String = "", isRequired: Bool = false) -> Field {
        Field(name: name, label: label, help: help, error: model.faults.message(for: name), isRequired: isRequired)
    }
}

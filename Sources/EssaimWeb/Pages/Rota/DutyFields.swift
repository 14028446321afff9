import EssaimDomain
import HTML

/// The fields of a duty that comes back.
struct DutyFields {
    let model: DutyFormModel
    let faults: [FieldFault]

    @MarkupBuilder var markup: Markup {
        SelectList(field: field("poste", "Équipe ou ligne"), options: model.posts, chosen: model.typed.post).markup
        SelectList(field: field("personne", "Qui"), options: model.people, chosen: model.typed.person).markup
        ChoiceGroup(
            field: field("jours", "Jours"),
            options: Weekday.allCases.map { ChoiceGroup.Option(value: $0.rawValue, label: $0.french) },
            chosen: model.typed.weekdays, isMultiple: true
        ).markup
        ChoiceGroup(
            field: field("moment", "Moment", isRequired: false), options: Self.times, chosen: [model.typed.time]
        ).markup
        TextInput(
            field: field(
                "heures", "Heures", help: "Ainsi\u{A0}: 20:00-08:00. Seulement avec «\u{A0}d’autres heures\u{A0}».",
                isRequired: false), value: model.typed.hours, size: .medium
        ).markup
        div(.class("columns")) {
            TextInput(field: field("du", "À partir du"), value: model.typed.from, type: .date, size: .medium).markup
            TextInput(
                field: field("au", "Jusqu’au", help: "Inclus. Rien\u{A0}: sans fin.", isRequired: false),
                value: model.typed.through, type: .date, size: .medium
            ).markup
        }
        TextInput(
            field: field("semaines", "Toutes les … semaines", help: "1\u{A0}: chaque semaine.", isRequired: false),
            value: model.typed.everyWeeks, mode: .numeric, size: .short
        ).markup
        ChoiceGroup(
            field: field("feries", "Jours fériés", isRequired: false), options: Self.holidays,
            chosen: [model.typed.onHolidays]
        ).markup
    }

    private static let times = [
        ChoiceGroup.Option(value: "morning", label: "Matin", note: "8\u{A0}h à 13\u{A0}h"),
        ChoiceGroup.Option(value: "afternoon", label: "Après-midi", note: "13\u{A0}h à 20\u{A0}h"),
        ChoiceGroup.Option(value: "day", label: "Journée", note: "8\u{A0}h à 20\u{A0}h"),
        ChoiceGroup.Option(value: "hours", label: "D’autres heures"),
    ]

    private static let holidays = [
        ChoiceGroup.Option(value: "dropped", label: "Pas de garde"),
        ChoiceGroup.Option(value: "kept", label: "Garde tenue"),
        ChoiceGroup.Option(value: "only", label: "Ces jours seulement"),
    ]

    private func field(_ name: String, _ label: String, help: String = "", isRequired: Bool = true) -> Field {
        Field(name: name, label: label, help: help, error: faults.message(for: name), isRequired: isRequired)
    }
}

struct DutyView: PageView {
    let model: DutyModel
    let frame: PageFrame

    init(_ model: DutyModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Une garde", width: .narrow, page: "garde").document {
            div(.class("intro")) {
                p(.class("way-back")) { a(.href(model.rota.text)) { "Le planning" } }
                h1 { "Une garde" }
                p { model.title }
            }
            FaultSummary(faults: model.faults).markup
            form(.method(.post), .action(model.save.text), .class("part stack"), .data("once"), .novalidate()) {
                SealFields(seal: model.seal).markup
                h2 { "Changer" }
                DutyFields(model: model.form, faults: model.faults).markup
                button(.type(button: .submit), .class("button primary")) { "Enregistrer" }
            }
            form(.method(.post), .action(model.end.text), .class("part stack"), .data("once"), .novalidate()) {
                SealFields(seal: model.seal).markup
                h2 { "Terminer" }
                TextInput(
                    field: Field(
                        name: "dernier", label: "Dernier jour",
                        help: "Inclus. Avant le premier tour, la garde est supprimée.",
                        error: model.faults.message(for: "dernier"), isRequired: true), value: model.lastDay,
                    type: .date, size: .medium
                ).markup
                button(.type(button: .submit), .class("button secondary")) { "Terminer cette garde" }
            }
        }
    }
}

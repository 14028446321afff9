import EssaimDomain
import EssaimGate
import HTML

struct AvailabilityView: PageView {
    let model: AvailabilityModel
    let frame: PageFrame

    init(_ model: AvailabilityModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Mes disponibilités", width: .narrow, page: "disponibilites").document {
            div(.class("intro")) {
                h1 { "Mes disponibilités" }
                p {
                    "La coordination et la régulation les voient quand elles proposent une demande. Rien n’est bloqué."
                }
            }
            if let warning = model.warning { NoticeView(model: Notice(.warning, warning)).markup }
            if model.isStale { NoticeView(model: Self.stale).markup }
            FaultSummary(faults: model.faults).markup
            week
            absences
            calendar
        }
    }

    private var week: Markup {
        form(
            .method(.post), .action(SitePath.availability.text), .class("part"), .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Jours et heures" }
            p(.class("help")) {
                "Ainsi\u{A0}: 9:00-12:30, 14:00-18:00. Rien, c’est fermé. Rien du tout, c’est à toute heure."
            }
            div(.class("week")) {
                for day in Weekday.allCases {
                    TextInput(
                        field: field(day.rawValue, day.french.prefix(1).uppercased() + day.french.dropFirst()),
                        value: model.typed.week[day] ?? ""
                    ).markup
                }
            }
            TextInput(
                field: field(
                    AvailabilityModel.mostName, "Demandes par jour, au plus",
                    help: "\(French.count(model.taken, "prise", "prises")) aujourd’hui. Rien\u{A0}: sans limite."),
                value: model.typed.mostADay, mode: .numeric, size: .short
            ).markup
            button(.type(button: .submit), .class("button primary")) { "Enregistrer" }
        }
    }

    private var absences: Markup {
        section(.class("part"), .id("absences")) {
            h2 { "Absences" }
            if !model.absences.isEmpty {
                ul(.class("absences")) { for absence in model.absences { line(absence) } }
            }
            form(.method(.post), .action(SitePath.absences.text), .class("stack"), .data("once"), .novalidate()) {
                SealFields(seal: model.seal).markup
                div(.class("columns")) {
                    TextInput(
                        field: field(AvailabilityModel.fromName, "Du", isRequired: true), value: model.from,
                        type: .date,
                        size: .medium
                    ).markup
                    TextInput(
                        field: field(AvailabilityModel.throughName, "Au", help: "Inclus. Rien\u{A0}: un seul jour."),
                        value: model.through, type: .date, size: .medium
                    ).markup
                }
                ChoiceGroup(
                    field: field(AvailabilityModel.halfName, "Moment", help: "Une demi-journée se dit d’un seul jour."),
                    options: [
                        ChoiceGroup.Option(value: "", label: "Journée"),
                        ChoiceGroup.Option(value: HalfDay.morning.rawValue, label: "Matin"),
                        ChoiceGroup.Option(value: HalfDay.afternoon.rawValue, label: "Après-midi"),
                    ], chosen: [model.half]
                ).markup
                TextInput(
                    field: field(
                        AvailabilityModel.colleagueName, "Qui demander pendant ce temps",
                        help: "Un collègue, une équipe. Facultatif."),
                    value: model.colleague
                ).markup
                button(.type(button: .submit), .class("button secondary")) { "Ajouter cette absence" }
            }
        }
    }

    private var calendar: Markup {
        section(.class("part"), .id("mon-agenda")) {
            h2 { "Absences de mon agenda" }
            p(.class("help")) {
                "Un fichier iCalendar (.ics). Seules les heures occupées sont gardées, sans titre ni lieu. Un nouveau fichier "
                "remplace l’ancien."
            }
            if let calendar = model.calendar { p { "En service\u{A0}: \(calendar)." } }
            form(
                .method(.post), .action(SitePath.absenceCalendar.text), .enctype(.multipart), .class("stack"),
                .data("once")
            ) {
                SealFields(seal: model.seal).markup
                field(AbsencesRead.fieldName, "Fichier").around(
                    input(
                        attributes: field(AbsencesRead.fieldName, "Fichier").ties + [
                            .type(.file), .accept(".ics,text/calendar"), .class("input file"), .required(),
                        ]))
                button(.type(button: .submit), .class("button secondary")) { "Lire ce fichier" }
            }
            if model.calendar != nil {
                form(.method(.post), .action(SitePath.removeAbsenceCalendar.text), .data("once")) {
                    SealFields(seal: model.seal).markup
                    button(.type(button: .submit), .class("button quiet")) { "Retirer cet agenda" }
                }
            }
        }
    }

    private func line(_ absence: AvailabilityModel.Away) -> Markup {
        li {
            p {
                strong { absence.days }
                if !absence.colleague.isEmpty { " · voir \(absence.colleague)" }
            }
            form(.method(.post), .action(absence.removal.text), .data("once")) {
                SealFields(seal: model.seal).markup
                button(.type(button: .submit), .class("button quiet small")) {
                    "Retirer"
                    span(.class("visually-hidden")) { " l’absence \(absence.days)" }
                }
            }
        }
    }

    private func field(_ name: String, _ label: String, help: String = "", isRequired: Bool = false) -> Field {
        Field(name: name, label: label, help: help, error: model.faults.message(for: name), isRequired: isRequired)
    }

    private static let stale = Notice(
        .warning,
        "Vos disponibilités ont été enregistrées ailleurs pendant que vous écriviez. Ce que vous avez écrit est gardé "
            + "ici\u{A0}: enregistrez pour le garder à la place.")
}

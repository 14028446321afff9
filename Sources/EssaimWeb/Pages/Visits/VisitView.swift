import EssaimDomain
import HTML

/// One patient to be seen: who, before when, what was agreed, what can be done now.
struct VisitView: PageView {
    let model: VisitModel
    let frame: PageFrame

    init(_ model: VisitModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Patient à voir, demande \(model.number)", width: .narrow, page: "a-voir").document
        {
            if model.isConflict { NoticeView(model: Self.conflict).markup }
            div(.class("intro")) {
                h1 { model.row.patient.name }
                p {
                    if !model.row.patient.birthName.isEmpty { "\(model.row.patient.birthName) · " }
                    "date de naissance \(model.row.patient.birthDate)"
                }
                p { VisitMark(mark: model.row.mark).markup }
            }
            section(.class("part"), .aria("label", "Ce qui est demandé")) { facts }
            if !model.actions.isEmpty {
                section(.class("part acts"), .aria("label", "Ce que vous pouvez faire")) {
                    for action in model.actions { ActionFormView(model: action).markup }
                }
            }
            p(.class("ways")) {
                a(.href(SitePath.visits.text)) { "Tous les patients à voir" }
                if let request = model.request { a(.href(request.text)) { "Ouvrir la demande" } }
            }
        }
    }

    private var facts: Markup {
        dl(.class("facts")) {
            fact("Demande", .text(model.number))
            fact("À voir", .text(model.row.before.isEmpty ? "sans date limite" : "avant le \(model.row.before)"))
            fact("Depuis", Moment(frame.clock.words(model.since), at: model.since).markup(frame.clock))
            fact("Ligne", .text(model.row.line))
            fact("Demandé par", .text(model.row.asker))
            if let appointment = model.row.appointment {
                fact("Rendez-vous", Moment(frame.clock.exact(appointment.at), at: appointment.at).markup(frame.clock))
                fact("Lieu", .text(appointment.place))
                fact("Avec", .text(appointment.with))
            }
            if !model.row.trouble.isEmpty { fact("Dernier essai", .text(model.row.trouble)) }
            if !model.seenOn.isEmpty { fact("Vu", .text("le \(model.seenOn)")) }
        }
    }

    private func fact(_ label: String, _ value: Markup) -> Markup {
        div(.class("fact")) {
            dt { label }
            dd { value }
        }
    }

    private static let conflict = Notice(
        .warning,
        "Quelqu’un d’autre a agi entre-temps. Ce qui vaut maintenant est affiché\u{A0}; ce que vous aviez saisi est "
            + "gardé dans le formulaire.")
}

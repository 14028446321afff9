import EssaimDomain
import HTML

/// The list of patients to be seen, the earliest day first.
struct VisitsView: PageView {
    let model: VisitsModel
    let frame: PageFrame

    init(_ model: VisitsModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Patients à voir", page: "a-voir").document {
            div(.class("page-head")) {
                h1 {
                    "Patients à voir "
                    span(.class("count")) { model.count }
                }
            }
            if !model.tabs.isEmpty { tabs }
            if model.rows.isEmpty {
                EmptyView(
                    model: EmptyModel(
                        title: "Personne à voir",
                        text: "Un patient arrive ici quand une réponse demande une consultation ou fixe un délai.")
                ).markup
            } else {
                ol(.class("rows"), .data("worklist")) { for row in model.rows { line(row) } }
            }
            Pager(first: model.first, next: model.next).markup
        }
    }

    private var tabs: Markup {
        nav(.class("tabs"), .aria("label", "Vues")) {
            ul {
                for tab in model.tabs {
                    li {
                        a(.href(tab.path.text), tab.isCurrent ? .aria("current", "page") : nil) { tab.title }
                    }
                }
            }
        }
    }

    private func line(_ row: VisitsModel.Row) -> Markup {
        li(.class("row"), .data("row")) {
            div(.class("row-deadline")) { VisitMark(mark: row.mark).markup }
            div(.class("row-main")) {
                a(.class("row-title"), .href(row.path.text), .data("row-link")) { row.patient.name }
                p(.class("row-facts")) { for fact in row.facts { span { fact } } }
            }
            div(.class("row-status")) {
                p { row.before.isEmpty ? "sans date limite" : "avant le \(row.before)" }
                p(.class("row-who")) {
                    if let appointment = row.appointment {
                        Moment(frame.clock.words(appointment.at), at: appointment.at).markup(frame.clock)
                    }
                    if !row.trouble.isEmpty { span { row.trouble } }
                }
            }
        }
    }
}

extension VisitsModel.Row {
    fileprivate var facts: [String] {
        [patient.birthName, patient.birthDate, line, asker].filter { !$0.isEmpty }
    }
}

/// Where a visit stands, in words and a shape.
struct VisitMark {
    var mark: Visit.Mark

    var markup: Markup {
        span(.class("chip \(tone)")) {
            icon?.markup
            mark.word
        }
    }

    private var tone: String {
        switch mark {
        case .late: "stopped"
        case .halfway, .toConfirm: "waiting"
        case .toBook: "open"
        case .booked, .over: "done"
        }
    }

    private var icon: Icon? {
        switch mark {
        case .late, .halfway: .alert
        case .booked, .over: .check
        default: nil
        }
    }
}

import EssaimDomain
import HTML

/// One demand in a list: how pressing, what is asked, for whom, where it stands. The whole row leads to it.
struct WorklistRowView {
    var row: WorklistModel.Row

    func markup(_ clock: PageClock) -> Markup {
        li(.class(row.status.isUnread ? "row unread" : "row"), .data("row")) {
            div(.class("row-deadline")) { DeadlineView(model: row.deadline).markup(clock) }
            div(.class("row-main")) {
                a(.class("row-title"), .href(row.path.text), .data("row-link")) {
                    row.title.isEmpty ? "Sans question pour l’instant" : row.title
                }
                p(.class("row-facts")) {
                    if let name = row.patientName { strong { name } }
                    for fact in facts { span { fact } }
                }
            }
            div(.class("row-status")) {
                StatusView(model: row.status).markup(clock)
                if let since = row.unreadSince {
                    p(.class("row-late")) {
                        Moment("Non lue depuis \(French.duration(clock.now - since))", at: since).markup(clock)
                    }
                }
                p(.class("row-who")) {
                    if !row.who.isEmpty { span { row.who } }
                    if let at = row.at { Moment(clock.ago(at), at: at).markup(clock) }
                }
                if let tap = row.tap { div(.class("row-tap")) { ActionFormView(model: tap).markup } }
            }
        }
    }

    private var facts: [String] {
        let photos = row.photoCount == 0 ? "" : French.count(row.photoCount, "photo", "photos")
        return row.facts + [photos].filter { !$0.isEmpty }
    }
}

extension WorklistModel.Row {
    /// For whom, on which line, where.
    var facts: [String] { [patient, line, zone].filter { !$0.isEmpty } }
}

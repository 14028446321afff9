import EssaimDomain
import HTML

/// The state in one word; on the page of one demand, also who has the next step and until when.
struct StatusView {
    var model: StatusModel
    var isLong = false

    func markup(_ clock: PageClock) -> Markup {
        span(.class("status")) {
            span(.class(chip)) {
                if model.state == .closed || model.state == .answered { Icon.check.markup }
                model.isUnread ? "Réponse à lire" : model.state.word
            }
            if isLong, let since = model.unreadSince {
                " "
                span(.class("chip stopped")) {
                    Moment("non lue depuis \(French.duration(clock.now - since))", at: since).markup(clock)
                }
            }
            if isLong, !model.next.isEmpty {
                " "
                span(.class(model.isYours ? "next yours" : "next")) {
                    strong { model.next }
                    " "
                    model.step
                    if let until = model.until {
                        " "
                        Moment(clock.before(until), at: until).markup(clock)
                    }
                }
            }
        }
    }

    private var chip: String {
        let tone =
            switch model.state {
            case .draft, .cancelled, .closed: "quiet"
            case .submitted, .taken: "open"
            case .awaitingInformation: "waiting"
            case .answered: model.isUnread ? "unread" : "done"
            case .declined: "stopped"
            }
        return model.isYours ? "chip \(tone) yours" : "chip \(tone)"
    }
}

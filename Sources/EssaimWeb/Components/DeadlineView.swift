import EssaimDomain
import HTML

/// The time left or late, in words, with the urgency's shape. `isLong` says until when, for the page of one demand.
struct DeadlineView {
    var model: DeadlineModel
    var isLong = false

    func markup(_ clock: PageClock) -> Markup {
        span(.class(isLate(clock) ? "deadline late" : "deadline")) {
            UrgencyBadge(urgency: model.urgency).markup
            time(clock)
        }
    }

    private func isLate(_ clock: PageClock) -> Bool {
        if case .running(let due) = model.clock { due < clock.now } else { false }
    }

    @MarkupBuilder private func time(_ clock: PageClock) -> Markup {
        switch model.clock {
        case .running(let due):
            " "
            span(.class("left")) { Moment(clock.remaining(until: due), at: due).markup(clock) }
            if isLong {
                " "
                span(.class("until")) {
                    due < clock.now ? "réponse promise " : "réponse attendue "
                    Moment(clock.before(due), at: due).markup(clock)
                }
            }
        case .paused(let left):
            " "
            span(.class("left")) {
                Icon.pause.markup
                isLong ? " en pause, \(French.duration(left)) à courir" : " en pause"
            }
        case .stopped(let at, let due):
            " "
            span(.class("left")) {
                "réponse "
                Moment(clock.words(at), at: at).markup(clock)
                if isLong, let due {
                    at <= due ? ", dans le délai" : ", \(French.duration(at - due)) après le délai"
                }
            }
        case .none: Markup.empty
        }
    }
}

import EssaimDomain
import HTML

/// The advice as sent: what to do first, then the words.
struct AdviceView {
    var advice: RequestModel.Advice

    func markup(_ clock: PageClock) -> Markup {
        section(.class("part advice")) {
            h2 { "Avis" }
            p(.class("orientation-word"), .title(advice.orientation.explanation)) {
                Icon.flag.markup
                " \(advice.orientation.word)"
                if !advice.seeBefore.isEmpty {
                    span(.class("see-before")) { "à voir avant le \(advice.seeBefore)" }
                }
            }
            if let gravity = advice.gravity {
                p(.class("gravity-word \(gravity.rawValue)")) {
                    Icon.alert.markup
                    " Gravité\u{A0}: "
                    strong { gravity.word.lowercased() }
                }
            }
            div(.class("prose advice-text")) { advice.text }
            if !advice.limits.isEmpty {
                p(.class("limits")) {
                    strong { "Limites" }
                    "\u{A0}: \(advice.limits)"
                }
            }
            p(.class("quiet")) {
                "\(advice.expert), "
                Moment(clock.words(advice.at), at: advice.at).markup(clock)
                if advice.version > 1 { " · version \(advice.version), annule et remplace la précédente" }
            }
            if !advice.reason.isEmpty { p(.class("quiet")) { "Motif\u{A0}: \(advice.reason)".frenchSpaced } }
        }
    }
}

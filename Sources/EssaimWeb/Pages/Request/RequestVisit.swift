import EssaimDomain
import HTML

/// The same fact on both sides of a demand: the patient is to be seen, and what was agreed.
struct RequestVisit {
    var visit: Visit
    var path: SitePath?

    func markup(_ clock: PageClock) -> Markup {
        section(.class("part")) {
            h2 { "Patient à voir" }
            p { VisitMark(mark: visit.mark(at: clock.now, in: clock.rules)).markup }
            dl(.class("facts")) {
                if visit.isPending, let before = visit.before { fact("Avant le", .text(French.date(before))) }
                if let appointment = visit.appointment {
                    fact("Rendez-vous", Moment(clock.exact(appointment.at), at: appointment.at).markup(clock))
                    fact("Lieu", .text(appointment.place))
                    fact("Avec", .text(appointment.with))
                }
                if !visit.troubleWords.isEmpty { fact("Dernier essai", .text(visit.troubleWords)) }
                if let day = visit.seenOn { fact("Vu le", .text(French.date(day))) }
                if visit.end == .notNeeded { fact("Visite", .text("n’est plus nécessaire")) }
            }
            if let path { p { a(.href(path.text)) { "Rendez-vous et suite" } } }
        }
    }

    private func fact(_ label: String, _ value: Markup) -> Markup {
        div(.class("fact")) {
            dt { label }
            dd { value }
        }
    }
}

import EssaimDomain
import HTML

/// On the page of a demand that was opened in an emergency: what that allows, and until when.
struct EmergencyBanner {
    var until: Instant

    func markup(_ clock: PageClock) -> Markup {
        div(.class("notice problem emergency"), .role("status")) {
            Icon.alert.markup
            div {
                p(.class("strong")) {
                    "Accès d’urgence, en lecture seule, "
                    Moment("jusqu’à \(clock.timeOfDay(until))", at: until).markup(clock)
                }
                p { "Votre nom, l’heure et votre motif sont inscrits. Ceux qui suivent ce dossier les voient." }
            }
        }
    }
}

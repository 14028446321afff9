import EssaimDomain
import HTML

/// What needs the referent's attention, newest first.
struct AlarmsView {
    var alarms: [JournalModel.Alarm]

    func markup(_ clock: PageClock) -> Markup {
        section(.class("part"), .aria("labelledby", "alarmes")) {
            h2(.id("alarmes")) { "Alarmes" }
            if alarms.isEmpty {
                p(.class("quiet")) { "Rien à signaler. Un accès d’urgence ou des lectures arrêtées s’affichent ici." }
            } else {
                ul(.class("alarms")) { for alarm in alarms { line(alarm, clock) } }
            }
        }
    }

    private func line(_ alarm: JournalModel.Alarm, _ clock: PageClock) -> Markup {
        li(.class(alarm.lifting == nil ? "alarm" : "alarm pressing")) {
            div(.class("alarm-text")) {
                p {
                    Icon.alert.markup
                    " "
                    strong { alarm.kind }
                    if !alarm.who.isEmpty { "\u{A0}: \(alarm.who)" }
                    if !alarm.number.isEmpty {
                        ", demande "
                        span(.class("number-code")) { alarm.number }
                    }
                }
                p(.class("quiet")) {
                    "\(alarm.detail) · "
                    Moment(clock.words(alarm.at), at: alarm.at).markup(clock)
                    if let lifted = alarm.liftedAt {
                        " · levée "
                        Moment(clock.words(lifted), at: lifted).markup(clock)
                    }
                }
            }
            if let lifting = alarm.lifting {
                form(.method(.post), .action(lifting.path.text), .data("once")) {
                    SealFields(seal: lifting.seal).markup
                    button(.type(button: .submit), .class("button secondary")) {
                        "Lever la limite"
                        span(.class("visually-hidden")) { " de \(alarm.who)" }
                    }
                }
            }
        }
    }
}

import HTML

/// The head of a demand's page: number, patient, deadline, who has the next step.
struct RequestHead {
    var content: RequestModel.Content

    func markup(_ clock: PageClock) -> Markup {
        div(.class("request-head")) {
            div(.class("request-title")) {
                h1 {
                    span(.class("quiet")) { "Demande " }
                    span(.class("number-code")) { content.number }
                }
                p(.class("quiet")) {
                    [content.line, content.zone].filter { !$0.isEmpty }.joined(separator: " · ")
                }
            }
            if !content.archivedOn.isEmpty {
                p(.class("quiet")) {
                    "Archivée le \(content.archivedOn)\u{A0}: hors des listes et de la recherche, sauf par son numéro."
                }
            }
            PatientBanner(model: content.patient).markup
            div(.class("request-state")) {
                DeadlineView(model: content.deadline, isLong: true).markup(clock)
                StatusView(model: content.status, isLong: true).markup(clock)
            }
        }
    }
}

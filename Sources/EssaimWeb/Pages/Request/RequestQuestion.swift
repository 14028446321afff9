import EssaimDomain
import HTML

/// What was asked: photographs, the question in full, the answers that matter, context and treatments.
struct RequestQuestion {
    var content: RequestModel.Content
    /// The photographs stand here, and every line is open. Otherwise a viewer shows them large beside, and what does
    /// not bear on the answer is folded.
    var hasPhotos: Bool

    var markup: Markup {
        section(.class("part question")) {
            h2 { "Question" }
            p(.class("asked prose")) { content.question }
            if hasPhotos {
                if content.photos.isEmpty, !content.photographsImpossible.isEmpty {
                    p(.class("no-photo")) {
                        Icon.camera.markup
                        " Photographie impossible\u{A0}: \(content.photographsImpossible)"
                    }
                }
                div(.class("joined"), .data("joined"), .data("files", content.id), .data("trace", content.trace)) {
                    PhotoStrip(photos: content.photos).markup
                }
                p(.class("visually-hidden"), .role("status"), .data("files-said"))
            }
            AnsweredItems(items: content.answers).markup
            dl(.class("lines")) {
                line("Contexte", content.context)
                line("Traitements", content.treatments)
                line("Souhait", content.wish.word)
                if hasPhotos { circumstances }
            }
            if !hasPhotos {
                details(.class("circumstances")) {
                    summary { "Demandeur, médecin traitant, accord" }
                    dl(.class("lines")) { circumstances }
                }
            }
        }
    }

    @MarkupBuilder private var circumstances: Markup {
        line("De", content.asker)
        line("Médecin traitant", content.treatingDoctor)
        line("Habite", content.residence)
        line("Accord", content.consent)
        if content.isInpatient { line("Situation", "Hospitalisé à l’envoi de la demande") }
    }

    @MarkupBuilder private func line(_ label: String, _ value: String) -> Markup {
        if !value.isEmpty {
            div {
                dt { label }
                dd(.class("prose")) { value }
            }
        }
    }
}

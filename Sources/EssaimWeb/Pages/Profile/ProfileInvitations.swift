import EssaimDomain
import HTML

/// Places that one is offered, each with its two answers.
struct ProfileInvitations {
    struct Offer: Sendable {
        var id: String
        /// « Cabinet du Port, Lannion ».
        var structure: String
        /// « Membre\u{A0}: demande, lit et clôt pour la structure ».
        var place: String
        var by: String
    }

    var model: ProfileModel

    @MarkupBuilder var markup: Markup {
        if !model.invitations.isEmpty {
            section(.class("part"), .id("invitations")) {
                h2 { "Invitations" }
                ul(.class("absences")) {
                    for offer in model.invitations {
                        li {
                            p {
                                strong { offer.structure }
                                " · \(offer.place)"
                                span(.class("help")) { " Invitation de \(offer.by)." }
                            }
                            div(.class("button-row")) {
                                answer(offer, "accepter", "Accepter", "button primary small")
                                answer(offer, "refuser", "Refuser", "button quiet small")
                            }
                        }
                    }
                }
            }
        }
    }

    private func answer(_ offer: Offer, _ word: String, _ title: String, _ look: String) -> Markup {
        form(.method(.post), .action(SitePath.answerInvitation(offer.id, word).text), .data("once")) {
            SealFields(seal: model.seal).markup
            button(.type(button: .submit), .class(look)) {
                title
                span(.class("visually-hidden")) { " l’invitation de \(offer.structure)" }
            }
        }
    }
}

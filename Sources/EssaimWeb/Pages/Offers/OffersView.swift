import EssaimDomain
import HTML

struct OffersView: PageView {
    let model: OffersModel
    let frame: PageFrame

    init(_ model: OffersModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Nouvelle demande", page: "nouvelle").document {
            div(.class("intro")) {
                h1 { "À qui demandez-vous\u{A0}?" }
                p { "Choisissez une ligne. Un brouillon s’ouvre, rien ne part sans votre relecture." }
            }
            form(.method(.get), .action(SitePath.lines().text), .class("part search-form"), .role("search")) {
                TextInput(
                    field: Field(
                        name: LinesModel.needName, label: "Vous ne savez pas à qui\u{A0}?",
                        help: "Dites de quoi il s’agit en quelques mots\u{A0}: grain de beauté, plaie, thyroïde. "
                            + "Aucun nom de patient."), type: .search
                ).markup
                div(.class("filters-end")) {
                    button(.type(button: .submit), .class("button secondary")) { "Chercher la bonne ligne" }
                }
            }
            if model.cards.isEmpty { EmptyView(model: model.empty).markup }
            ul(.class("cards offers")) { for card in model.cards { item(card) } }
        }
    }

    private func item(_ card: OffersModel.Card) -> Markup {
        li(.id("ligne-\(card.id)")) {
            switch card.availability {
            case .open:
                form(.method(.post), .action(SitePath.worklist.text), .class("card offer"), .data("once")) {
                    SealFields(seal: card.seal).markup
                    description(card)
                    promises(card)
                    button(
                        .type(button: .submit), .name(OffersModel.lineName), .value(card.id), .class("button primary")
                    ) {
                        card.kind == .orientation ? "Demander une orientation" : "Demander un avis"
                        span(.class("visually-hidden")) { ", \(card.title)" }
                    }
                }
            case .closed(let reason, let otherWay):
                div(.class("card offer closed")) {
                    description(card)
                    div(.class("closed-reason")) {
                        p(.class("strong")) { reason }
                        p { otherWay }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func description(_ card: OffersModel.Card) -> Markup {
        h2 { card.title }
        p { card.summary }
        p(.class("quiet")) { [card.network, card.pool].filter { !$0.isEmpty }.joined(separator: " · ") }
    }

    private func promises(_ card: OffersModel.Card) -> Markup {
        ul(.class("promises")) {
            for promise in card.promises {
                li {
                    UrgencyBadge(urgency: promise.urgency).markup
                    " réponse \(promise.delay)"
                }
            }
        }
    }
}

import EssaimDomain
import HTML

struct DutiesView: PageView {
    let model: DutiesModel
    let frame: PageFrame

    init(_ model: DutiesModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Mes gardes", width: .narrow, page: "gardes").document {
            div(.class("intro")) {
                h1 { "Mes gardes" }
                p {
                    "Vos tours des huit semaines à venir. "
                    a(.href(SitePath.rotas.text)) { "Le planning de l’équipe" }
                }
            }
            FaultSummary(faults: model.faults).markup
            if !model.waiting.isEmpty { waiting }
            turns
            if !model.turns.isEmpty, !model.colleagues.isEmpty { proposal }
            feed
            if !model.past.isEmpty { past }
        }
    }

    private var waiting: Markup {
        section(.class("part"), .id("echanges")) {
            h2 { "Échanges en attente" }
            ul(.class("absences")) {
                for swap in model.waiting {
                    li {
                        p { swap.text }
                        div(.class("button-row")) {
                            if let path = swap.accept { button(swap, path, "Accepter", "primary") }
                            if let path = swap.decline { button(swap, path, "Décliner", "quiet") }
                            if let path = swap.withdraw { button(swap, path, "Retirer ma proposition", "quiet") }
                        }
                    }
                }
            }
        }
    }

    private func button(_ swap: DutiesModel.Swap, _ path: SitePath, _ word: String, _ look: String) -> Markup {
        var seal = model.seal
        seal.version = swap.version
        return form(.method(.post), .action(path.text), .data("once")) {
            SealFields(seal: seal).markup
            HTML.button(.type(button: .submit), .class("button \(look) small")) {
                word
                span(.class("visually-hidden")) { "\u{A0}: \(swap.text)" }
            }
        }
    }

    private var turns: Markup {
        section(.class("part"), .id("tours")) {
            h2 { "Mes tours" }
            if model.turns.isEmpty {
                p(.class("help")) { "Aucun tour dans les huit semaines. L’administrateur du planning les inscrit." }
            } else {
                ul(.class("absences")) {
                    for turn in model.turns {
                        li {
                            p {
                                strong { turn.when }
                                " · \(turn.post)"
                                if turn.isNow { " · en cours" }
                                if turn.isAway { " · vous êtes noté absent\u{A0}: proposez ce tour" }
                            }
                        }
                    }
                }
            }
        }
    }

    private var proposal: Markup {
        form(
            .method(.post), .action(SitePath.swaps.text), .class("part stack"), .id("proposer"), .data("once"),
            .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Proposer un échange" }
            p(.class("help")) { "Votre tour reste à vous tant que votre collègue n’a pas accepté." }
            SelectList(
                field: field(DutiesModel.givenName, "Mon tour", isRequired: true),
                options: model.turns.filter { !$0.isNow }.map {
                    ChoiceGroup.Option(value: $0.value, label: "\($0.when), \($0.post)")
                }, chosen: model.given
            ).markup
            SelectList(
                field: field(DutiesModel.askedName, "À qui", isRequired: true), options: model.colleagues,
                chosen: model.asked
            ).markup
            SelectList(
                field: field(
                    DutiesModel.takenName, "Contre", help: "Un tour de cette personne, ou rien\u{A0}: vous le donnez."),
                options: model.others, chosen: model.taken, none: "Rien en échange"
            ).markup
            HTML.button(.type(button: .submit), .class("button secondary")) { "Proposer" }
        }
    }

    private var feed: Markup {
        section(.class("part"), .id("agenda")) {
            h2 { "Dans mon agenda" }
            p(.class("help")) {
                "Un lien secret que votre agenda suit de lui-même. Il ne dit ni patient ni demande. Qui a ce lien voit vos "
                "gardes\u{A0}: ne le donnez à personne."
            }
            if let link = model.feed {
                p {
                    "Copiez-le maintenant, il ne sera plus montré\u{A0}:"
                }
                p { code(.class("copy-line")) { link } }
            } else if let made = model.feedMade {
                p { "Un lien est en service depuis le \(made)." }
            }
            div(.class("button-row")) {
                act(.calendarFeed, model.feedMade == nil ? "Créer le lien" : "Changer de lien", "secondary")
                if model.feedMade != nil { act(.stopCalendarFeed, "Arrêter le lien", "quiet") }
            }
        }
    }

    private func act(_ path: SitePath, _ word: String, _ look: String) -> Markup {
        form(.method(.post), .action(path.text), .data("once")) {
            SealFields(seal: model.seal).markup
            HTML.button(.type(button: .submit), .class("button \(look)")) { word }
        }
    }

    private var past: Markup {
        details(.class("part")) {
            summary { "Échanges des trois derniers mois" }
            ul { for line in model.past { li { line } } }
        }
    }

    private func field(_ name: String, _ label: String, help: String = "", isRequired: Bool = false) -> Field {
        Field(name: name, label: label, help: help, error: model.faults.message(for: name), isRequired: isRequired)
    }
}

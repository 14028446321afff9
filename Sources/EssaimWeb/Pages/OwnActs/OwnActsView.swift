import EssaimDomain
import HTML

/// One's own acts: cards to bill, then what was marked, and the list of a day to print.
struct OwnActsView: PageView {
    let model: OwnActsModel
    let frame: PageFrame

    init(_ model: OwnActsModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "\(model.tab.title), cotation", page: "a-coter").document {
            div(.class("page-head")) {
                h1 { "À coter" }
                if model.tab == .day {
                    button(.type(button: .button), .class("button secondary"), .data("print"), .hidden()) { "Imprimer" }
                }
            }
            tabs
            switch model.tab {
            case .open: cards
            case .marked: marking
            case .day: dayList
            }
            Pager(first: model.first, next: model.next).markup
        }
    }

    private var tabs: Markup {
        nav(.class("tabs"), .aria("label", "Vues")) {
            ul {
                for tab in OwnActsModel.Tab.allCases {
                    li {
                        a(
                            .href(SitePath.ownActs(tab == .open ? [] : [(OwnActField.view, tab.rawValue)]).text),
                            tab == model.tab ? .aria("current", "page") : nil
                        ) { tab.title }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var cards: Markup {
        p(.class("quiet")) {
            "Vos actes, du plus ancien au plus récent. Essaim ne transmet rien\u{A0}: recopiez chaque valeur dans votre "
            "logiciel, puis marquez l’acte."
        }
        if model.cards.isEmpty {
            EmptyView(
                model: EmptyModel(
                    title: "Tout est coté",
                    text: "Un acte arrive ici avec la réponse à une demande, la vôtre ou celle que vous avez posée.",
                    link: PageFrame.Link(title: "Voir mes demandes", path: .worklist))
            ).markup
        } else {
            div(.class("acts-to-bill"), .data("acts")) {
                for card in model.cards { ActCard(card: card).markup(frame.clock) }
            }
            p(.class("visually-hidden"), .role("status"), .data("copied")) {}
        }
    }

    @MarkupBuilder private var marking: Markup {
        if model.rows.isEmpty {
            EmptyView(
                model: EmptyModel(
                    title: "Aucun acte marqué", text: "Un acte coté, ou écarté avec son motif, se retrouve ici.",
                    link: PageFrame.Link(title: "Voir les actes à coter", path: .ownActs))
            ).markup
        } else {
            table("Actes marqués, le dernier d’abord", isUndone: true)
        }
    }

    @MarkupBuilder private var dayList: Markup {
        form(.method(.get), .action(SitePath.ownActs.text), .class("filters"), .aria("label", "Jour")) {
            input(.type(.hidden), .name(OwnActField.view), .value(OwnActsModel.Tab.day.rawValue))
            TextInput(
                field: Field(name: OwnActField.day, label: "Jour", help: "jj/mm/aaaa", error: model.dayFault),
                value: model.day, mode: .numeric
            ).markup
            div(.class("filters-end")) {
                button(.type(button: .submit), .class("button primary")) { "Voir la liste" }
            }
        }
        h2(.class("print-only")) { "Actes du \(model.day)" }
        if model.rows.isEmpty {
            EmptyView(model: EmptyModel(title: "Aucun acte ce jour-là", text: "Choisissez un autre jour.")).markup
        } else {
            table("Actes du \(model.day)", isUndone: false)
        }
    }

    private func table(_ caption: String, isUndone: Bool) -> Markup {
        LedgerTable(
            caption: caption,
            columns: ["Date", "Acte", "Montant", "Patient", "Confrère", "État"] + (isUndone ? [""] : []),
            rows: model.rows.map { row in
                LedgerTable.Row(
                    cells: [
                        Moment(frame.clock.stamp(row.at), at: row.at).markup(frame.clock), strong { row.code },
                        .text(row.amount), .text(row.patient), .text(row.counterpart), .text(row.state),
                    ] + (isUndone ? [undo(row)] : []))
            }
        ).markup
    }

    @MarkupBuilder private func undo(_ row: OwnActsModel.Row) -> Markup {
        if let seal = row.undo {
            form(.method(.post), .action(SitePath.ownAct(row.id, "annuler").text), .data("once")) {
                SealFields(seal: seal).markup
                button(.type(button: .submit), .class("button quiet small")) {
                    "Remettre à coter"
                    span(.class("visually-hidden")) { " \(row.code), \(row.patient)" }
                }
            }
        }
    }
}

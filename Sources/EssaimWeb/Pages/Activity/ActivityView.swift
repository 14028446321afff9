import HTML

/// The figures of a month: filters in the address, then the tables. Nobody is named.
struct ActivityView: PageView {
    let model: ActivityModel
    let frame: PageFrame

    init(_ model: ActivityModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Suivi, \(model.month)", page: "suivi").document {
            div(.class("intro")) {
                h1 { "Suivi" }
                p { "Les demandes envoyées en \(model.month), et ce qu’elles sont devenues. Aucune identité." }
            }
            filters
            div(.class("figures-grid")) {
                for (number, table) in model.tables.enumerated() { part(table, number) }
            }
            p(.class("ways")) {
                a(.href(SitePath.activity("chiffres.csv", model.query).text)) {
                    Icon.document.markup
                    " Ces chiffres en CSV"
                }
                a(.href(SitePath.activity("demandes.csv", model.query).text)) {
                    Icon.document.markup
                    " Une ligne par demande, sans identité, en CSV"
                }
            }
        }
    }

    private var filters: Markup {
        form(.method(.get), .action(SitePath.activity.text), .class("filters"), .aria("label", "Filtres")) {
            if model.networks.count > 1 { list(ActivityModel.networkName, "Réseau", model.networks, none: nil) }
            list(ActivityModel.monthName, "Mois", model.months, none: nil)
            list(ActivityModel.offerName, "Ligne", model.offers, none: "Toutes")
            div(.class("filters-end")) {
                button(.type(button: .submit), .class("button primary")) { "Voir ce mois" }
            }
        }
    }

    private func list(
        _ name: String, _ label: String, _ options: [ActivityModel.Option], none: String?
    ) -> Markup {
        let shown = options.map { ChoiceGroup.Option(value: $0.value, label: $0.label) }
        return SelectList(
            field: Field(name: name, label: label), options: shown, chosen: model.chosen(name),
            none: none ?? "Ce mois-ci"
        ).markup
    }

    private func part(_ table: ActivityModel.Table, _ number: Int) -> Markup {
        section(.class(table.isWide ? "part wide" : "part"), .aria("labelledby", "tableau-\(number)")) {
            h2(.id("tableau-\(number)")) { table.title }
            if !table.note.isEmpty { p(.class("quiet")) { table.note } }
            if table.isWide {
                // It scrolls on a narrow page: whoever has no mouse must reach it too.
                div(
                    .class("figures-room"), .role("region"), .aria("label", "\(table.title), à faire défiler"),
                    .tabindex(0)
                ) { rows(table) }
            } else {
                rows(table)
            }
        }
    }

    private func rows(_ table: ActivityModel.Table) -> Markup {
        HTML.table(.class("figures")) {
            caption(.class("visually-hidden")) { table.title }
            thead {
                tr { for column in table.columns { th(.scope("col")) { column } } }
            }
            tbody {
                for row in table.rows {
                    tr {
                        th(.scope("row")) { row.first ?? "" }
                        for cell in row.dropFirst() { td { cell } }
                    }
                }
            }
        }
    }
}

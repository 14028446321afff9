import EssaimWorkflow
import HTML

struct SearchView: PageView {
    let model: SearchModel
    let frame: PageFrame

    init(_ model: SearchModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Rechercher une demande", page: "recherche").document {
            h1 { "Rechercher une demande" }
            form(
                .method(.post), .action(SitePath.search.text), .class("part search-form"), .role("search"),
                .novalidate()
            ) {
                SealFields(seal: model.seal).markup
                TextInput(
                    field: Field(
                        name: SearchFilter.wordsName, label: "Mots, nom ou numéro",
                        help: "Le nom du patient ou du demandeur, le numéro de la demande, des mots de la question.",
                        error: model.faults.message(for: SearchFilter.wordsName)),
                    value: model.filter.words, type: .search, isFocused: model.rows == nil
                ).markup
                div(.class("filters")) {
                    SelectList(
                        field: Field(name: SearchFilter.standingName, label: "État"),
                        options: SearchFilter.standings, chosen: model.filter.standing?.address ?? "", none: "Tous"
                    ).markup
                    SelectList(
                        field: Field(name: SearchFilter.offerName, label: "Ligne"),
                        options: model.offers.map { .init(value: $0.id, label: $0.title) }, chosen: model.filter.offer,
                        none: "Toutes"
                    ).markup
                    SelectList(
                        field: Field(name: SearchFilter.sinceName, label: "Envoyées"),
                        options: SearchFilter.Since.allCases.map { .init(value: $0.rawValue, label: $0.title) },
                        chosen: model.filter.since?.rawValue ?? "", none: "Quelle que soit la date"
                    ).markup
                    div(.class("filters-end")) {
                        button(.type(button: .submit), .class("button primary")) { "Rechercher" }
                    }
                }
            }
            if model.hasExpired { expired }
            if let rows = model.rows { results(rows) }
        }
    }

    @MarkupBuilder private func results(_ rows: [WorklistModel.Row]) -> Markup {
        h2(.class("visually-hidden")) { "Résultats" }
        if rows.isEmpty {
            EmptyView(
                model: EmptyModel(
                    title: "Aucune demande ne contient tous ces mots",
                    text: "Essayez un seul mot, le début d’un nom, ou le numéro de la demande. "
                        + "Seules les demandes que vous pouvez voir sont cherchées.")
            ).markup
        } else {
            ol(.class("rows"), .data("worklist")) {
                for row in rows { WorklistRowView(row: row).markup(frame.clock) }
            }
        }
        if model.isTooWide {
            div(.class("notice warning"), .role("status")) {
                Icon.alert.markup
                p { "Plus de mille demandes répondent. Ajoutez un mot, un nom ou une période." }
            }
        }
        Pager(first: model.first, next: model.next).markup
    }

    private var expired: Markup {
        div(.class("notice warning"), .role("status")) {
            Icon.alert.markup
            p { "Cette recherche est trop ancienne pour être retrouvée. Tapez-la de nouveau." }
        }
    }
}

extension SearchFilter {
    fileprivate static var standings: [ChoiceGroup.Option] {
        SearchStanding.allCases.map { .init(value: $0.address, label: $0.title) }
    }
}

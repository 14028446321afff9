import HTML

/// The filters, kept in the address: a search can be sent to a colleague, or kept.
struct JournalFilterForm {
    var filter: JournalFilter

    var markup: Markup {
        form(.method(.get), .action(SitePath.journal.text), .class("filters"), .aria("label", "Filtres")) {
            TextInput(
                field: Field(name: JournalFilter.whoName, label: "Qui", help: "Identifiant de connexion."),
                value: filter.who
            ).markup
            TextInput(
                field: Field(name: JournalFilter.numberName, label: "Demande", help: "Son numéro\u{A0}: 7K3M-QX2P."),
                value: filter.number
            ).markup
            SelectList(
                field: Field(name: JournalFilter.familyName, label: "Famille"),
                options: JournalFilter.Family.allCases.map { .init(value: $0.rawValue, label: $0.title) },
                chosen: filter.family?.rawValue ?? "", none: "Toutes"
            ).markup
            SelectList(
                field: Field(name: JournalFilter.outcomeName, label: "Résultat"),
                options: JournalFilter.Outcome.allCases.map { .init(value: $0.rawValue, label: $0.title) },
                chosen: filter.outcome?.rawValue ?? "", none: "Tous"
            ).markup
            day(JournalFilter.fromName, "Du", filter.from)
            day(JournalFilter.untilName, "Au", filter.until)
            div(.class("filters-end")) {
                button(.type(button: .submit), .class("button primary")) { "Chercher dans le journal" }
                if !filter.isEmpty { a(.href(SitePath.journal.text), .class("button quiet")) { "Tout effacer" } }
            }
        }
    }

    private func day(_ name: String, _ label: String, _ text: String) -> Markup {
        TextInput(
            field: Field(
                name: name, label: label, help: "jj/mm/aaaa", error: filter.faults.message(for: name)),
            value: text, mode: .numeric
        ).markup
    }
}

import EssaimDomain
import HTML

/// Makes a batch, marks pasted lines, and leads to the batches that were made.
struct OfficeTools {
    var model: OfficeModel

    @MarkupBuilder func markup(_ clock: PageClock) -> Markup {
        making
        pasting
        batches(clock)
    }

    private var making: Markup {
        section(.class("part"), .aria("labelledby", "nouveau-lot")) {
            h2(.id("nouveau-lot")) { "Faire un lot" }
            p(.class("quiet")) {
                "Les actes à facturer de \(PeriodWords.month(model.filter.period))\(unit), et ce qui reprend des lignes "
                "déjà parties. Un acte ne part qu’une fois\u{A0}; le lot est figé dès qu’il est fait."
            }
            form(.method(.post), .action(SitePath.batches.text), .data("once")) {
                SealFields(seal: model.seal).markup
                for field in model.filter.query where field.name != OfficeFilter.stateName {
                    input(.type(.hidden), .name(field.name), .value(field.value))
                }
                button(.type(button: .submit), .class("button primary")) { "Faire le lot" }
            }
        }
    }

    private var unit: String {
        model.units.first { $0.value == model.filter.unit }.map { ", \($0.label)" } ?? ""
    }

    private var pasting: Markup {
        section(.class("part"), .aria("labelledby", "marquer")) {
            h2(.id("marquer")) { "Marquer des lignes" }
            form(.method(.post), .action(SitePath.claimLines.text), .class("stack"), .data("once"), .novalidate()) {
                SealFields(seal: model.seal).markup
                input(
                    .type(.hidden), .name(OfficeFilter.establishmentName), .value(model.filter.establishment))
                TextArea(
                    field: Field(
                        name: OfficeField.lines, label: "Numéros de ligne",
                        help: "Un par ligne, comme L12-3. 500 au plus.",
                        error: model.faults.message(for: OfficeField.lines)), value: model.pasted, limit: 8_000
                ).markup
                ChoiceGroup(
                    field: Field(name: OfficeField.outcome, label: "Issue"),
                    options: [
                        .init(value: "facture", label: "Facturées"), .init(value: "rejete", label: "Rejetées"),
                    ], chosen: ["facture"]
                ).markup
                TextInput(
                    field: Field(
                        name: OfficeField.reason, label: "Motif du rejet",
                        error: model.faults.message(for: OfficeField.reason)), value: model.pastedReason
                ).markup
                button(.type(button: .submit), .class("button secondary")) { "Marquer ces lignes" }
            }
        }
    }

    private func batches(_ clock: PageClock) -> Markup {
        section(.class("part"), .aria("labelledby", "lots")) {
            h2(.id("lots")) { "Lots" }
            if model.batches.isEmpty { p(.class("quiet")) { "Le premier lot que vous ferez se retrouvera ici." } }
            ul(.class("reports")) {
                for batch in model.batches {
                    li {
                        a(.href(batch.path.text)) { batch.title }
                        span(.class("quiet")) {
                            "\(French.count(batch.lineCount, "ligne", "lignes")) · "
                            Moment(clock.words(batch.at), at: batch.at).markup(clock)
                        }
                    }
                }
            }
        }
    }
}

/// The filters, kept in the address.
struct OfficeFilterForm {
    var model: OfficeModel

    var markup: Markup {
        form(.method(.get), .action(SitePath.claims.text), .class("filters"), .aria("label", "Filtres")) {
            if model.establishments.count > 1 {
                SelectList(
                    field: Field(name: OfficeFilter.establishmentName, label: "Établissement"),
                    options: model.establishments.map { .init(value: $0.value, label: $0.label) },
                    chosen: model.filter.establishment, none: "Le premier"
                ).markup
            }
            TextInput(
                field: Field(
                    name: OfficeFilter.periodName, label: "Mois", help: "mm/aaaa",
                    error: model.faults.message(for: OfficeFilter.periodName)),
                value: PeriodField.shown(model.filter.period),
                mode: .numeric
            ).markup
            SelectList(
                field: Field(name: OfficeFilter.unitName, label: "Unité"),
                options: model.units.map { .init(value: $0.value, label: $0.label) }, chosen: model.filter.unit,
                none: "Toutes"
            ).markup
            SelectList(
                field: Field(name: OfficeFilter.stateName, label: "État"),
                options: ActState.allCases.map { .init(value: $0.rawValue, label: $0.claimWord) },
                chosen: model.filter.state, none: "Tous"
            ).markup
            div(.class("filters-end")) {
                button(.type(button: .submit), .class("button primary")) { "Voir ces actes" }
            }
        }
    }
}

/// A month as it is typed: `11/2026`, or `2026-11` as the address writes it.
enum PeriodField {
    static func parse(_ typed: String) -> CivilDate? {
        let parts = typed.split { "/- .".contains($0) }
        guard parts.count == 2, typed.utf8.count <= 10 else { return nil }
        let isYearFirst = parts[0].utf8.count == 4
        return CivilDate.parse(isYearFirst ? "\(parts[0])-\(parts[1])-01" : "01/\(parts[0])/\(parts[1])")
    }

    static func shown(_ period: String) -> String {
        parse(period).map { "\($0.month < 10 ? "0" : "")\($0.month)/\($0.year)" } ?? period
    }
}

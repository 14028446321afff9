import EssaimDomain
import HTML

/// How the journal is sealed, what needs attention, then the entries that were asked for.
struct JournalView: PageView {
    let model: JournalModel
    let frame: PageFrame

    init(_ model: JournalModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Journal", page: "journal").document {
            div(.class("intro")) {
                h1 { "Journal" }
                p { "Qui a lu et fait quoi dans votre réseau. Rien de clinique n’y est écrit." }
            }
            // Read again by itself when an alarm is raised or lifted (`live.js`).
            div(.data("follows")) { AlarmsView(alarms: model.alarms).markup(frame.clock) }
            p(.class("visually-hidden"), .role("status"), .data("followed", "Alarmes mises à jour.")) {}
            JournalSealView(seal: model.seal).markup(frame.clock)
            section(.class("part"), .aria("labelledby", "entrees")) {
                div(.class("part-head")) {
                    h2(.id("entrees")) { "Entrées" }
                    a(.href(SitePath.journal(model.filter.query, isExport: true).text)) {
                        Icon.document.markup
                        " Exporter en CSV"
                    }
                }
                JournalFilterForm(filter: model.filter).markup
                if model.lines.isEmpty { EmptyView(model: empty).markup } else { entries }
                Pager(first: model.first, next: model.next, nextTitle: "Plus ancien").markup
            }
        }
    }

    private var empty: EmptyModel {
        EmptyModel(
            title: "Aucune entrée ne répond à cette recherche",
            text: "Vérifiez l’identifiant et le numéro, ou élargissez les dates.",
            link: model.filter.isEmpty ? nil : PageFrame.Link(title: "Voir tout le journal", path: .journal))
    }

    private var entries: Markup {
        LedgerTable(
            caption: "Entrées du journal, de la plus récente à la plus ancienne",
            columns: ["Quand", "Qui", "À quel titre", "Quoi", "Demande", "D’où", "Journal"],
            rows: model.lines.map { line in
                LedgerTable.Row(
                    cells: [
                        Moment(frame.clock.stamp(line.at), at: line.at).markup(frame.clock), person(line),
                        .text(line.role), .text(line.what), code(line.number), .text(line.place),
                        span(.class(line.seal.number == nil ? "unsealed" : "sealed")) { line.seal.words },
                    ], isRefused: line.isRefused)
            }
        ).markup
    }

    private func code(_ number: String) -> Markup {
        number.isEmpty ? .empty : span(.class("number-code")) { number }
    }

    private func person(_ line: JournalModel.Line) -> Markup {
        Markup.group {
            strong { line.who }
            if !line.nationalId.isEmpty { span(.class("profession")) { line.nationalId } }
        }
    }
}

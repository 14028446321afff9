import EssaimDomain
import HTML

/// The lines of one batch, in the order of its file.
struct BatchView: PageView {
    let model: BatchModel
    let frame: PageFrame

    init(_ model: BatchModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: model.title, page: "lot").document {
            p(.class("way-back")) { a(.href(SitePath.claims.text)) { "Revenir à la facturation" } }
            div(.class("page-head")) {
                h1 { model.title }
                a(.href(SitePath.batchFile(model.id).text), .class("button primary")) {
                    Icon.document.markup
                    " Télécharger en CSV"
                }
            }
            p(.class("quiet")) {
                "\(model.establishment)\(model.unit.isEmpty ? "" : " · \(model.unit)") · "
                "\(French.count(model.lineCount, "ligne", "lignes")), fait par \(model.maker) "
                Moment(frame.clock.words(model.at), at: model.at).markup(frame.clock)
                ". Le fichier est le même à chaque téléchargement."
            }
            LedgerTable(
                caption: "Lignes du lot, dans l’ordre du fichier",
                columns: ["Ligne", "Nature", "Date", "Acte", "Montant", "Praticien", "Patient", "État"],
                rows: model.lines.map { line in
                    LedgerTable.Row(
                        cells: [
                            span(.class("number-code")) { line.name },
                            .text(line.origin.isEmpty ? line.kind : "\(line.kind), \(line.origin)"), .text(line.day),
                            strong { line.code }, .text(line.amount), .text(line.practitioner), .text(line.patient),
                            .text(line.state),
                        ], isRefused: line.isRejected)
                }
            ).markup
            Pager(first: model.first, next: model.next).markup
        }
    }
}

import EssaimDomain
import HTML

/// The lines of one network, for whoever comes: delays and states, nobody's name.
struct CatalogueModel: Sendable {
    var network: String
    var phone: String
    var rows: [LineRow]

    static let sample = CatalogueModel(network: "Seine-et-Marne", phone: "01 60 00 00 00", rows: LineRow.samples)
}

struct CatalogueView: PageView {
    let model: CatalogueModel
    let frame: PageFrame

    init(_ model: CatalogueModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: model.network, page: "catalogue").document {
            div(.class("intro")) {
                h1 { model.network }
                p { "Les lignes de ce réseau, pour les professionnels. Une demande se fait connecté à Essaim." }
                if !model.phone.isEmpty { p { "Coordination\u{A0}: \(model.phone)" } }
            }
            if model.rows.isEmpty { p { "Ce réseau ne déclare encore aucune ligne." } }
            ol(.class("rows"), .data("lines")) { for row in model.rows { row.markup } }
        }
    }
}

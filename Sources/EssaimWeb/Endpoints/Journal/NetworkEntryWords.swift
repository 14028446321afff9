import EssaimDomain
import EssaimWorkflow

extension HistoryEntry {
    /// What was changed of a network on its pages.
    static func network(_ name: String, _ detail: [String: String], _ isDone: Bool) -> String {
        let section = SheetSection(rawValue: detail["section"] ?? "")
        let what = section.map(\.partWithArticle) ?? "une partie"
        let part = (detail["part"] ?? "").isEmpty ? "" : " «\u{A0}\(detail["part"] ?? "")\u{A0}»"
        let (done, wanted) =
            switch name {
            case "add": ("a ajouté", "ajouter")
            case "retire": ("a retiré", "retirer")
            default: ("a changé", "changer")
            }
        return "\(isDone ? done : "n’a pas pu \(wanted)") \(what) du réseau\(part)"
    }
}

extension SheetSection {
    /// « une ligne ».
    fileprivate var partWithArticle: String {
        switch self {
        case .identity: "l’identité"
        case .partners: "un partenaire"
        case .zones: "un secteur"
        case .teams: "une équipe"
        case .lines: "une ligne"
        }
    }
}

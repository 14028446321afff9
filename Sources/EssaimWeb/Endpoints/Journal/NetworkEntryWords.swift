import EssaimDomain
import EssaimWorkflow

extension HistoryEntry {
    /// What was changed of a network on its pages, or by its file.
    static func network(_ name: String, _ detail: [String: String], _ isDone: Bool) -> String {
        if name == "apply" {
            let changes = Int(detail["changes"] ?? "") ?? 0
            return "a appliqué un fichier au réseau, \(French.count(changes, "changement", "changements"))"
        }
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

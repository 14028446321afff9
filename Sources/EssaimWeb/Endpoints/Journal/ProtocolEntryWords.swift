import EssaimWorkflow

extension HistoryEntry {
    /// What was done to a form of the network.
    static func protocols(_ name: String, _ isDone: Bool) -> String {
        let (done, wanted) =
            switch name {
            case "create": ("a commencé un formulaire", "commencer un formulaire")
            case "import": ("a importé un formulaire", "importer un formulaire")
            case "publish": ("a publié une version d’un formulaire", "publier un formulaire")
            case "line": ("a changé le formulaire d’une ligne", "changer le formulaire d’une ligne")
            default: ("a changé un formulaire en préparation", "changer un formulaire")
            }
        return isDone ? done : "n’a pas pu \(wanted)"
    }
}

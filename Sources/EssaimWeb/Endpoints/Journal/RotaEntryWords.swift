import EssaimDomain
import EssaimWorkflow

extension HistoryEntry {
    /// What was done to a rota, after the name of who did it.
    static func rota(_ name: String, _ isDone: Bool) -> String {
        let (done, wanted) =
            switch name {
            case "add": ("a ajouté une garde", "ajouter une garde")
            case "change": ("a changé une garde", "changer une garde")
            case "end": ("a terminé une garde", "terminer une garde")
            case "turn": ("a changé un tour de garde", "changer un tour de garde")
            case "propose": ("a proposé un échange de garde", "proposer un échange de garde")
            case "accept": ("a accepté un échange de garde", "accepter un échange de garde")
            case "decline": ("a décliné un échange de garde", "décliner un échange de garde")
            case "withdraw": ("a retiré un échange de garde", "retirer un échange de garde")
            case "feed": ("a créé un lien d’agenda", "créer un lien d’agenda")
            case "feedStop": ("a arrêté son lien d’agenda", "arrêter son lien d’agenda")
            default: ("jours sans réponse possible\u{A0}: planning relu", "relire le planning")
            }
        return isDone ? done : "n’a pas pu \(wanted)"
    }
}

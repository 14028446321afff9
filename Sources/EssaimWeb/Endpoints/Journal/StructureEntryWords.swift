import EssaimWorkflow

extension HistoryEntry {
    /// What an administrator did to a structure, or its days by themselves: no name.
    static func structure(_ name: String, _ isDone: Bool) -> String {
        let (done, wanted) =
            switch name {
            case "facts": ("a changé la fiche de sa structure", "changer la fiche de sa structure")
            case "invite": ("a offert une place dans sa structure", "offrir une place dans sa structure")
            case "withdraw": ("a retiré une invitation à sa structure", "retirer une invitation")
            case "place": ("a changé la place d’un membre de sa structure", "changer la place d’un membre")
            case "suspend": ("a suspendu un membre de sa structure", "suspendre un membre de sa structure")
            case "resume": ("a rendu son accès à un membre de sa structure", "rendre son accès à un membre")
            case "end": ("a mis fin à la place d’un membre de sa structure", "mettre fin à la place d’un membre")
            case "accept": ("a accepté une place dans une structure", "accepter une place")
            case "refuse": ("a refusé une place dans une structure", "refuser une place")
            case "begin": ("a commencé un remplacement, à son premier jour", "commencer un remplacement")
            case "over": ("a fini un remplacement, après son dernier jour", "finir un remplacement")
            default: ("a changé une structure", "changer une structure")
            }
        return isDone ? done : "n’a pas pu \(wanted)"
    }
}

import EssaimDomain
import EssaimGate
import EssaimWorkflow

/// The lists of the board, by their name in the address.
enum TriageTab: String, CaseIterable {
    case toTriage = "a-trier"
    case waiting = "complement"
    case urgent = "urgentes"
    case late = "en-retard"

    var view: WorklistKind {
        switch self {
        case .toTriage: .toTriage
        case .waiting: .triageWaiting
        case .urgent: .triageUrgent
        case .late: .triageLate
        }
    }

    var title: String {
        switch self {
        case .toTriage: "À trier"
        case .waiting: "Complément attendu"
        case .urgent: "Urgentes"
        case .late: "En retard"
        }
    }

    var empty: EmptyModel {
        switch self {
        case .toTriage:
            EmptyModel(title: "Rien à trier", text: "Les demandes des lignes régulées arrivent ici avant leur équipe.")
        case .waiting:
            EmptyModel(
                title: "Aucun complément attendu",
                text: "Une demande renvoyée à son demandeur reste ici\u{A0}; son délai est arrêté.")
        case .urgent:
            EmptyModel(
                title: "Aucune urgence à prendre",
                text:
                    "Une demande urgente part aussitôt à son équipe\u{A0}; elle se voit ici jusqu’à ce qu’on la prenne."
            )
        case .late: EmptyModel(title: "Rien en retard")
        }
    }

    func model(_ page: TriagePage, isCurrent: Bool) -> WorklistModel.Tab {
        WorklistModel.Tab(
            title: title, path: .triage(view: rawValue), count: page.counts[view], isCurrent: isCurrent,
            isPressing: self != .waiting)
    }
}

import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension ActivityModel {
    /// What the network means to reach, beside what it does; of the whole network, so none of one line.
    static func goals(_ activity: Activity) -> [Table] {
        guard activity.offer == nil, !activity.network.goals.isEmpty else { return [] }
        return [
            Table(
                title: "Objectifs",
                note: "Ceux que le réseau s’est donnés\u{A0}; sur \(activity.month.words), sauf dit.",
                columns: ["Objectif", "Visé", "Atteint"],
                rows: activity.network.goals.map { goal in
                    [
                        goal.measure.word(in: activity.month.year), goal.shown,
                        goal.measure.reached(activity) ?? "non mesuré ici",
                    ]
                })
        ]
    }
}

extension IndicatorGoal {
    fileprivate var shown: String {
        if measure.isShare { return "\(value)\u{A0}%" }
        return measure == .medianHours ? "\(value)\u{A0}h" : French.grouped(value)
    }
}

extension IndicatorGoal.Measure {
    fileprivate func word(in year: Int) -> String {
        switch self {
        case .opinionsAYear: "Avis donnés en \(year), à la fin du mois"
        case .answeredWithin48Hours: "Réponses sous 48 h"
        case .answeredWithin7Days: "Réponses sous 7 jours"
        case .medianHours: "Délai médian, au plus"
        case .closedLoops: "Boucles fermées"
        case .members: "Médecins dans l’équipe, aujourd’hui"
        case .membersShare: "Part des spécialistes du territoire"
        }
    }

    /// Nil for what the server has no figure of: how many specialists a territory has.
    fileprivate func reached(_ activity: Activity) -> String? {
        let counts = activity.counts
        switch self {
        case .opinionsAYear:
            let year = activity.months.filter { $0.month.year == activity.month.year }
            return French.grouped(year.reduce(0) { $0 + $1.counts.answered })
        case .answeredWithin48Hours: return ActivityModel.Table.share(counts.within48Hours, of: counts.answered)
        case .answeredWithin7Days: return ActivityModel.Table.share(counts.within7Days, of: counts.answered)
        case .medianHours: return activity.median.map(French.duration) ?? "–"
        case .closedLoops: return ActivityModel.Table.share(counts.closed, of: counts.answered)
        case .members: return French.grouped(activity.doctors)
        case .membersShare: return nil
        }
    }
}

import EssaimDomain
import HTML

/// How pressing, by a shape, a word and a colour: ▲ urgent, ◆ priorité, ● simple.
struct UrgencyBadge {
    var urgency: Urgency

    var markup: Markup {
        span(.class("urgency \(urgency.rawValue)")) {
            urgency.icon.markup
            span(.class("word")) { urgency.word }
        }
    }
}

extension Urgency {
    var icon: Icon {
        switch self {
        case .routine: .routine
        case .priority: .priority
        case .urgent: .urgent
        }
    }
}

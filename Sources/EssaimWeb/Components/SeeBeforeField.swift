import EssaimDomain
import HTML

/// The day before which the patient must be seen: a delay in one click, or any date. A delay that is chosen wins over the
/// date that stands beside it, so that both work without script.
struct SeeBeforeField {
    /// As typed: `2026-12-04`, or empty. No delay is chosen for it: without script it would win over a date that is
    /// corrected.
    var value: String
    var error: String?
    var today: CivilDate

    var markup: Markup {
        let date = TextInput(
            field: Field(name: ReplyModel.seeBeforeName, label: "À voir avant le", error: error), value: value,
            type: .date, size: .medium)
        return div(.class("see-before-field"), .data("see-before"), value.isEmpty ? nil : .data("dated")) {
            date.markup
            Field(name: ReplyModel.seeWithinName, label: "ou dans").aroundGroup(
                div(.class("choices")) {
                    for delay in Delay.allCases {
                        HTML.label(.class("choice")) {
                            input(
                                .type(.radio), .name(ReplyModel.seeWithinName),
                                .value(delay.day(from: today).description))
                            span(.class("choice-face"), .title(French.date(delay.day(from: today)))) { delay.word }
                        }
                    }
                }, role: "delays")
            p(.class("see-before-ask")) {
                Icon.clock.markup
                " Le patient est à voir\u{A0}: dites avant quand."
            }
        }
    }

    enum Delay: CaseIterable {
        case week, fortnight, month, quarter

        var word: String {
            switch self {
            case .week: "7\u{A0}jours"
            case .fortnight: "15\u{A0}jours"
            case .month: "1\u{A0}mois"
            case .quarter: "3\u{A0}mois"
            }
        }

        func day(from today: CivilDate) -> CivilDate {
            switch self {
            case .week: today.adding(days: 7)
            case .fortnight: today.adding(days: 15)
            case .month: today.adding(months: 1)
            case .quarter: today.adding(months: 3)
            }
        }
    }
}

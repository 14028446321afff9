import EssaimDomain
import HTML

/// How serious the expert finds it: one letter each, none of which the viewer uses; or nothing said.
struct GravityKeys {
    var chosen: Gravity?

    var markup: Markup {
        Field(name: ReplyModel.gravityName, label: "Gravité").aroundGroup(
            div(.class("keys gravity")) {
                for gravity in Gravity.allCases { key(gravity) }
                HTML.label(.class("key")) {
                    input(.type(.radio), .name(ReplyModel.gravityName), .value(""), .checked(chosen == nil))
                    span(.class("key-face")) { "Non précisée" }
                }
            }, role: "gravity-field")
    }

    private func key(_ gravity: Gravity) -> Markup {
        HTML.label(.class("key \(gravity.rawValue)")) {
            input(
                .type(.radio), .name(ReplyModel.gravityName), .value(gravity.rawValue), .checked(gravity == chosen),
                .data("letter", gravity.letter))
            span(.class("key-face")) {
                kbd(.aria("hidden", "true")) { gravity.letter.uppercased() }
                span { gravity.word }
            }
        }
    }
}

extension Gravity {
    /// K stands for cancer in the notes of physicians.
    fileprivate var letter: String {
        switch self {
        case .benign: "n"
        case .watch: "u"
        case .serious: "e"
        case .suspectedCancer: "k"
        }
    }
}

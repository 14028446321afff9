import EssaimDomain
import HTML

/// The coded part of an answer, one key each; the chosen one stands out and says what it means.
struct OrientationKeys {
    var orientations: [Orientation]
    var chosen: Orientation?
    var error: String?

    var markup: Markup {
        let field = Field(
            name: ReplyModel.orientationName, label: "Orientation", error: error, isRequired: true)
        return field.aroundGroup(
            Markup.group {
                div(.class("keys"), .data("orientation-keys")) {
                    for (index, orientation) in orientations.enumerated() { key(orientation, number: index + 1) }
                }
            }, role: "orientation")
    }

    private func key(_ orientation: Orientation, number: Int) -> Markup {
        HTML.label(.class("key"), .title(orientation.explanation)) {
            input(
                .type(.radio), .name(ReplyModel.orientationName), .value(orientation.rawValue),
                .checked(orientation == chosen), number <= 9 ? .data("key", String(number)) : nil,
                orientation.isVisit ? .data("visit") : nil)
            span(.class("key-face")) {
                if number <= 9 { kbd(.aria("hidden", "true")) { number } }
                span { orientation.word }
            }
            span(.class("key-note")) { orientation.explanation }
        }
    }
}

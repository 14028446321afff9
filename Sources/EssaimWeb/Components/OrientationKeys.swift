import EssaimDomain
import HTML

/// The coded part of an answer, one key each; the chosen one stands out and says what it means.
struct OrientationKeys {
    var orientations: [Orientation]
    var chosen: Orientation?
    var error: String?
    /// A script of the page gives each its number.
    var hasNumbers = true

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

    private func isNumbered(_ number: Int) -> Bool { hasNumbers && number <= 9 }

    private func key(_ orientation: Orientation, number: Int) -> Markup {
        HTML.label(.class("key"), .title(orientation.explanation)) {
            input(
                .type(.radio), .name(ReplyModel.orientationName), .value(orientation.rawValue),
                .checked(orientation == chosen), isNumbered(number) ? .data("key", String(number)) : nil,
                orientation.isVisit ? .data("visit") : nil)
            span(.class("key-face")) {
                if isNumbered(number) { kbd(.aria("hidden", "true")) { number } }
                span { orientation.word }
            }
            span(.class("key-note")) { orientation.explanation }
        }
    }
}

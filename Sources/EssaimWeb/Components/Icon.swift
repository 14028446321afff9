import HTML

/// The drawings of the pages, in the colour of the text around them, hidden from screen readers: a word stands
/// beside each.
enum Icon: CaseIterable {
    case urgent, priority, routine
    case shield, shieldHalf, shieldFull
    case camera, document, clock, pause, check, cross, alert, information, phone
    case chevronLeft, chevronRight, zoom, rotate, contrast, arrowLeft, plus, pencil, person, flag
    case minus, sideBySide, tie, fullScreen

    var markup: Markup {
        Markup.group {
            Markup.trusted(isFilled ? Self.filled : Self.line)
            Markup.trusted(drawing)
            Markup.trusted("</svg>")
        }
    }

    private static let filled: StaticString = "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">"
    private static let line: StaticString = "<svg class=\"icon line\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">"

    private var isFilled: Bool {
        switch self {
        case .urgent, .priority, .routine, .pause: true
        default: false
        }
    }
}

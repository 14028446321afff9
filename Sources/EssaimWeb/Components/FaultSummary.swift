import EssaimDomain
import HTML

/// What is wrong in a form, at its head, each leading to its field.
struct FaultSummary {
    var faults: [FieldFault]

    @MarkupBuilder var markup: Markup {
        if !faults.isEmpty {
            section(.class("notice problem fault-summary"), .role("alert"), .tabindex(-1), .data("faults")) {
                Icon.alert.markup
                div {
                    p(.class("strong")) {
                        faults.count == 1
                            ? "Un point est à revoir."
                            : "\(French.count(faults.count, "point", "points")) sont à revoir."
                    }
                    ul {
                        for fault in faults { li { a(.href("#\(SitePath.encoded(fault.field))")) { fault.message } } }
                    }
                }
            }
        }
    }
}

extension [FieldFault] {
    /// What is wrong with one field.
    func message(for field: String) -> String? { first { $0.field == field }?.message }
}

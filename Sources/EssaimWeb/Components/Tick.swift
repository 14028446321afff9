import HTML

/// One box to tick, with the whole sentence as its label.
struct Tick {
    var field: Field
    var isTicked: Bool
    var value = "oui"
    var isRequired = false

    var markup: Markup {
        div(.class(field.error == nil ? "field tick" : "field tick faulty")) {
            HTML.label(.class("tick-line"), .for(field.controlID)) {
                input(
                    attributes: field.ties + [
                        .type(.checkbox), .value(value), .checked(isTicked), .required(isRequired),
                    ])
                span { field.label }
            }
            field.notes
        }
    }
}

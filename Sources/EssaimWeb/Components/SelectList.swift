import HTML

/// One of many, in a list; the first line chooses nothing.
struct SelectList {
    var field: Field
    var options: [ChoiceGroup.Option]
    var chosen: String
    var isRequired = false
    /// The first line.
    var none = "Choisir"

    var markup: Markup {
        field.around(
            select(attributes: field.ties + [.class("input"), .required(isRequired)]) {
                option(.value(""), .selected(chosen.isEmpty)) { none }
                for choice in options {
                    option(
                        .value(choice.value), .selected(choice.value == chosen), .disabled(choice.isDisabled)
                    ) { choice.label }
                }
            })
    }
}

import HTML

/// One line of text, with what was typed kept.
struct TextInput {
    enum Size: String { case full, medium, short }

    var field: Field
    var value = ""
    var type: Attribute.InputType = .text
    var mode: Attribute.InputMode?
    var autocomplete: StaticString = "off"
    var placeholder = ""
    /// « mm », after the field.
    var unit = ""
    var size: Size = .full
    var isRequired = false
    var isFocused = false

    var markup: Markup {
        let control = input(
            attributes: field.ties + [
                .type(type), type == .password ? nil : .value(value), .class("input \(size.rawValue)"),
                mode.map { .inputmode($0) }, .autocomplete(autocomplete), .spellcheck(false),
                placeholder.isEmpty ? nil : .placeholder(placeholder), .required(isRequired), .autofocus(isFocused),
            ])
        if unit.isEmpty { return field.around(control) }
        return field.around(
            span(.class("with-unit")) {
                control
                span(.class("unit"), .aria("hidden", "true")) { unit }
            })
    }
}

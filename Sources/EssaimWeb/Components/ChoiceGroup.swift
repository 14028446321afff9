import HTML

/// Options side by side, all visible: one of several (radio), or any of them (checkbox).
struct ChoiceGroup {
    struct Option {
        var value: String
        var label: String
        /// A second line: what the option means.
        var note = ""
        var isDisabled = false
    }

    var field: Field
    var options: [Option]
    var chosen: Set<String>
    var isMultiple = false
    var isRequired = false

    var markup: Markup {
        field.aroundGroup(
            div(.class("choices")) {
                for option in options {
                    HTML.label(.class(option.isDisabled ? "choice disabled" : "choice")) {
                        input(
                            .type(isMultiple ? .checkbox : .radio), .name(field.name), .value(option.value),
                            field.form.map { .form($0) }, .checked(chosen.contains(option.value)),
                            .disabled(option.isDisabled), .required(isRequired && !isMultiple))
                        span(.class("choice-face")) {
                            span(.class("choice-label")) { option.label }
                            if !option.note.isEmpty { span(.class("choice-note")) { option.note } }
                        }
                    }
                }
            })
    }
}

import HTML

/// Several lines of text with their limit said, and counted by a script.
struct TextArea {
    var field: Field
    var value = ""
    var limit = 8000
    var rowCount = 4
    var isRequired = false
    /// Taller and larger: the question, the opinion.
    var isProminent = false

    var markup: Markup {
        field.around(
            Markup.group {
                textarea(
                    attributes: field.ties + [
                        .class(isProminent ? "input area prominent" : "input area"), .rows(rowCount), .spellcheck(true),
                        .data("limit", String(limit)), .required(isRequired),
                    ]
                ) { value }
                p(.class("counter"), .data("counter", field.controlID)) {
                    "\(French.grouped(limit)) caractères au plus"
                }
            })
    }
}

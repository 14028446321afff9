import HTML

/// Ready sentences, one key and one click each. A script writes them into the text, where they can be edited; without it
/// those that are ticked leave before the text.
struct SentenceKeys {
    var field: Field
    var sentences: [ActionField.Sentence]
    var ticked: Set<String>
    /// Id of the text that they fill.
    var textID: String

    var markup: Markup {
        field.aroundGroup(
            div(.class("choices sentences"), .data("sentences", textID)) {
                for (index, sentence) in sentences.enumerated() {
                    label(.class("choice"), sentence.text.isEmpty ? nil : .title(sentence.text.frenchSpaced)) {
                        input(
                            .type(.checkbox), .name(field.name), .value(sentence.value),
                            .checked(ticked.contains(sentence.value)),
                            .data("sentence", sentence.text.frenchSpaced), .data("place", String(index + 1)))
                        kbd(.aria("hidden", "true")) { index + 1 }
                        span(.class("choice-face")) { sentence.label }
                    }
                }
            }, role: "ready")
    }
}

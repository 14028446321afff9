import EssaimDomain
import HTML

/// The writer's phrases, then their team's, beside their text. A script makes them appear at `/`; without it one is chosen in a list, and the
/// draft comes back with it.
struct PhrasePicker {
    var phrases: [Phrase]
    var teamPhrases: [Phrase] = []
    /// Id of the text.
    var textID: String
    /// Ids of those already put into it, between spaces.
    var used = ""

    var markup: Markup {
        div(.class("phrase-picker"), .data("phrases", textID)) {
            // What was put into the text: counted when it is saved or sent.
            input(.type(.hidden), .name(ReplyModel.usedPhrasesName), .value(used), .data("used-phrases"))
            if !phrases.isEmpty || !teamPhrases.isEmpty {
                label(.class("visually-hidden"), .for("phrase")) { Self.title }
                select(.id("phrase"), .name(ReplyModel.phraseName), .class("input")) {
                    option(.value("")) { Self.title }
                    group("Les vôtres", phrases)
                    group("De l’équipe", teamPhrases)
                }
                button(
                    .type(button: .submit), .name(ReplyModel.nextName), .value(ReplyModel.insertWord),
                    .class("button quiet small"), .data("insert-phrase")
                ) { "Insérer" }
            }
            a(.href(SitePath.phrases.text), .class("quiet")) { phrases.isEmpty ? "Créer des phrases" : "Mes phrases" }
        }
    }

    private static let title = "Phrases"

    @MarkupBuilder private func group(_ title: String, _ phrases: [Phrase]) -> Markup {
        if !phrases.isEmpty {
            optgroup(.label(title)) {
                for phrase in phrases {
                    option(
                        .value(phrase.id.rawValue), .data("shortcut", phrase.content.shortcut),
                        .data("title", phrase.content.title), .data("text", phrase.content.text)
                    ) { "/\(phrase.content.shortcut) · \(phrase.content.title)" }
                }
            }
        }
    }
}

import EssaimDomain
import HTML

/// One phrase as a form, to add or to change.
struct PhraseForm {
    var item: PhrasesModel.Item
    var seal: FormSeal

    var markup: Markup {
        let isNew = item.id.isEmpty
        return form(
            .method(.post), .action((isNew ? SitePath.phrases : .phrase(item.id)).text), .class("stack"), .data("once"),
            .novalidate()
        ) {
            SealFields(seal: seal).markup
            div(.class("columns uneven")) {
                TextInput(
                    field: field(
                        PhrasesModel.shortcutName, "Raccourci", help: "Lettres, chiffres, tirets\u{A0}; 20 au plus."),
                    value: item.shortcut, size: .medium
                ).markup
                TextInput(
                    field: field(PhrasesModel.titleName, "Titre", isRequired: false, help: "Sinon, ses premiers mots."),
                    value: item.title
                ).markup
            }
            TextArea(
                field: field(PhrasesModel.textName, "Phrase"), value: item.text, limit: Phrase.longestText, rowCount: 3
            ).markup
            button(.type(button: .submit), .class(isNew ? "button primary" : "button secondary")) {
                isNew ? "Ajouter cette phrase" : "Enregistrer"
            }
        }
    }

    private func field(_ name: String, _ label: String, isRequired: Bool = true, help: String = "") -> Field {
        Field(
            name: name, label: label, help: help, error: item.faults.message(for: name), isRequired: isRequired,
            id: item.id.isEmpty ? nil : "\(name)-\(item.id)")
    }
}

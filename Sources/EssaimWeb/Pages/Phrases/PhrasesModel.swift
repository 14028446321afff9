import EssaimDomain

/// An expert's phrases, each with its form; one to add; those of the house to copy.
struct PhrasesModel: Sendable {
    static let shortcutName = "shortcut"
    static let titleName = "title"
    static let textName = "text"

    /// A phrase as typed, right or wrong.
    struct Item: Sendable {
        /// Empty for the one to be added.
        var id: String = ""
        var shortcut: String = ""
        var title: String = ""
        var text: String = ""
        var faults: [FieldFault] = []

        init(_ phrase: Phrase) {
            self.init(
                id: phrase.id.rawValue, shortcut: phrase.content.shortcut, title: phrase.content.title,
                text: phrase.content.text)
        }

        init(
            id: String = "", shortcut: String = "", title: String = "", text: String = "", faults: [FieldFault] = []
        ) {
            self.id = id
            self.shortcut = shortcut
            self.title = title
            self.text = text
            self.faults = faults
        }
    }

    var seal: FormSeal
    var new = Item()
    var items: [Item] = []
    var count = 0
    /// Those of the house that are not yet among the reader's own.
    var house: [Phrase.Content] = []
    var first: SitePath?
    var next: SitePath?

    var isFull: Bool { count >= Phrase.mostKept }

    static let sample = PhrasesModel(
        seal: .sample,
        items: [
            Item(
                id: "p1", shortcut: "ks", title: "Kératose séborrhéique",
                text: "Aspect typique de kératose séborrhéique\u{A0}: lésion bénigne, aucun traitement nécessaire."),
            Item(
                id: "p2", shortcut: "suivi-an", title: "Suivi annuel",
                text: "Examen de toute la peau une fois par an, à la lumière du jour."),
        ], count: 2, house: HousePhrases.all)

    static let faultySample = PhrasesModel(
        seal: .sample,
        new: Item(
            shortcut: "mon raccourci", text: "Rien à retirer.",
            faults: [
                FieldFault(
                    field: shortcutName,
                    message: "Un raccourci a de 1 à 20 lettres, chiffres ou tirets, sans espace.")
            ]), items: sample.items, count: 500, next: .phrases(after: "suivi-an"))
}

/// What an expert most often misses, and the sentence that asks for it: one key each, to be edited before it leaves.
enum MissingPiece: String, CaseIterable, Sendable {
    case sharper = "nette"
    case wider = "large"
    case scale = "repere"
    case since = "depuis"
    case treatments = "traitements"
    case touch = "toucher"
    /// Said in the expert's own words.
    case other = "autre"

    var word: String {
        switch self {
        case .sharper: "Photo plus nette"
        case .wider: "Vue plus large"
        case .scale: "Avec un repère de taille"
        case .since: "Depuis quand"
        case .treatments: "Traitements et allergies"
        case .touch: "Examen au toucher"
        case .other: "Autre"
        }
    }

    /// Empty for what only the expert can say.
    var sentence: String {
        switch self {
        case .sharper:
            "Pouvez-vous reprendre la photo, plus nette : à 10 cm, à la lumière du jour, sans flash, la lésion au centre ?"
        case .wider: "Pouvez-vous ajouter une vue plus large, qui montre la région entière ?"
        case .scale:
            "Pouvez-vous ajouter une photo avec un repère de taille (règle, pièce de monnaie) à côté de la lésion ?"
        case .since: "Depuis quand la lésion existe-t-elle, et comment a-t-elle changé ?"
        case .treatments: "Quels sont les traitements en cours et les allergies connues ?"
        case .touch:
            "Au toucher : est-ce mobile ou fixé, souple ou dur, douloureux ? Y a-t-il des ganglions palpables ?"
        case .other: ""
        }
    }

    /// What leaves: the sentence of each piece that was ticked, then what was written. With a script the sentences are
    /// already in the text, edited or not, and no tick is sent.
    static func question(_ ticked: [String], and text: String) -> String {
        let sentences = allCases.filter { ticked.contains($0.rawValue) }.map(\.sentence.frenchSpaced)
        return (sentences + [text]).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

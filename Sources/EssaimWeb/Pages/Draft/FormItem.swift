/// One item of a specialty's form, with what was typed in it. The form is data: a page only draws it.
struct FormItem: Sendable {
    struct Option: Sendable {
        var code: String
        var label: String
    }

    enum Kind: Sendable {
        /// The numbers of a measure stand side by side.
        case group([FormItem], isMeasure: Bool = false)
        /// One of several.
        case choice([Option])
        case multipleChoice([Option])
        /// Yes or no, neither chosen at first.
        case boolean
        case integer
        case decimal
        case text(isLong: Bool)
        case date
    }

    /// Shown only when another item has one of these values; without script it is always shown.
    struct Condition: Sendable {
        /// Link id of the other item.
        var item: String
        var values: [String]
    }

    /// FHIR link id; the field is named `form.<id>`.
    var id: String
    var label: String
    var kind: Kind
    var help: String = ""
    var unit: String = ""
    var isRequired: Bool = false
    /// As typed; options by their code, booleans `true` and `false`.
    var values: [String] = []
    /// An answer here may stop the sending and show the 15.
    var isRedFlag: Bool = false
    var condition: Condition?

    var name: String { "form.\(id)" }
}

extension FormItem {
    static let samples: [FormItem] = [
        FormItem(
            id: "suspicion", label: "Suspicion",
            kind: .choice([
                Option(code: "tumour", label: "Tumeur"), Option(code: "inflammatory", label: "Inflammatoire"),
                Option(code: "infection", label: "Infection"), Option(code: "other", label: "Autre"),
            ]), isRequired: true, values: ["tumour"]),
        FormItem(
            id: "site", label: "Siège", kind: .text(isLong: false), help: "Région et côté.", isRequired: true,
            values: ["Dos, sous l’omoplate gauche"]),
        FormItem(id: "since", label: "Depuis", kind: .text(isLong: false), isRequired: true, values: ["4 mois"]),
        FormItem(
            id: "signs", label: "Signes",
            kind: .multipleChoice([
                Option(code: "change", label: "Change"), Option(code: "bleeding", label: "Saigne"),
                Option(code: "pain", label: "Douleur"), Option(code: "itch", label: "Démange"),
            ]), values: ["change", "bleeding"]),
        FormItem(
            id: "bleeding-how", label: "Comment saigne-t-elle\u{A0}?", kind: .text(isLong: false),
            condition: Condition(item: "signs", values: ["bleeding"])),
        FormItem(id: "size", label: "Plus grand diamètre", kind: .integer, unit: "mm", values: ["9"]),
        FormItem(
            id: "wound", label: "Taille de la plaie",
            kind: .group(
                [
                    FormItem(id: "length", label: "Longueur", kind: .integer, unit: "mm", values: ["32"]),
                    FormItem(id: "width", label: "Largeur", kind: .integer, unit: "mm", values: ["18"]),
                    FormItem(id: "depth", label: "Profondeur", kind: .integer, unit: "mm"),
                ], isMeasure: true), help: "Avec la réglette\u{A0}: 1 cm = 10 mm."),
        FormItem(
            id: "fever", label: "Fièvre avec décollement de la peau ou bulles", kind: .boolean, isRedFlag: true),
        FormItem(
            id: "history", label: "Terrain",
            kind: .group(
                [
                    FormItem(id: "anticoagulant", label: "Anticoagulant", kind: .boolean, values: ["false"]),
                    FormItem(id: "tried", label: "Traitements essayés", kind: .text(isLong: true)),
                    FormItem(id: "seen", label: "Dernier examen de la peau", kind: .date),
                ], isMeasure: false)),
    ]
}

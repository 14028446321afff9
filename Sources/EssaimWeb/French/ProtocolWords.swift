import EssaimDomain

extension ProtocolFault {
    /// What is wrong, for who edits the form, under the field of the editor that can mend it.
    var asFieldFault: FieldFault {
        let (field, message) = said
        return FieldFault(field: field, message: message.frenchSpaced)
    }

    private var said: (String, String) {
        switch self {
        case .noItem: ("questions", "Un formulaire pose au moins une question.")
        case .tooManyItems(let limit): ("questions", "Un formulaire a au plus \(limit) questions.")
        case .tooDeep(let limit): ("questions", "Les groupes s’emboîtent au plus \(limit) fois.")
        case .emptyId: (QuestionField.id, "Donnez un identifiant à la question.")
        case .duplicateId(let id): (QuestionField.id, "Une autre question s’appelle déjà « \(id) ».")
        case .badId: (QuestionField.id, "Lettres sans accent, chiffres, tirets : 64 caractères au plus.")
        case .emptyLabel(let item): (QuestionField.label, "La question « \(item) » n’a pas de texte.")
        case .noOption(let item): (QuestionField.options, "La question « \(item) » n’a aucune réponse à choisir.")
        case .duplicateOption(let item, let code):
            (QuestionField.options, "« \(code) » est deux fois dans les réponses de « \(item) ».")
        case .unknownConditionTarget(let item, let target):
            ("questions", "« \(item) » dépend de « \(target) », qui n’existe pas. Changez d’abord sa condition.")
        case .conditionOnGroup(let item, let target):
            (QuestionField.conditions, "« \(item) » dépend de « \(target) », un groupe : un groupe n’a pas de réponse.")
        case .impossibleValue(let item, let target, let value):
            (QuestionField.conditions, "« \(item) » attend « \(value) », que « \(target) » ne prend jamais.")
        case .circularCondition(let ids):
            (QuestionField.conditions, "Ces questions s’attendent l’une l’autre : \(ids.joined(separator: " → ")).")
        case .unreachable(let item):
            (QuestionField.conditions, "« \(item) » ne se verrait jamais : ses conditions s’excluent.")
        case .emptyMessage(let item): (QuestionField.flags, "Une règle de « \(item) » ne dit pas quoi faire.")
        case .directionNowhere(let item):
            (QuestionField.doors, "Une règle de « \(item) » n’indique ni ligne ni numéro.")
        case .emptyBounds: (QuestionField.minimum, "Le plus petit nombre dépasse le plus grand.")
        case .oddMeasure:
            (QuestionField.separator, "Une mesure réunit au moins deux nombres de la même unité, et rien d’autre.")
        case .emptySlot: ("images", "Une image demandée a un code et un nom.")
        case .duplicateSlot(let code): ("images", "Deux images demandées ont le code « \(code) ».")
        case .badMinimum(_, let limit): ("images", "De 0 à \(limit) images.")
        case .noTitle: (ProtocolField.title, "Donnez un titre au formulaire.")
        case .tooLong(_, let limit): ("questions", "Un texte dépasse \(limit) caractères.")
        case .tooMany(_, let limit): ("questions", "Au plus \(limit) réponses, règles, images ou lignes à un endroit.")
        }
    }
}

extension ClinicalProtocol.Kind {
    /// « Un choix ».
    var word: String { KindName(self).word }
}

/// The types of questions, as the editor's list names them.
enum KindName: String, CaseIterable {
    case choice, multiple, boolean, text, long, integer, decimal, date, group

    init(_ kind: ClinicalProtocol.Kind) {
        self =
            switch kind {
            case .group: .group
            case .choice: .choice
            case .multipleChoice: .multiple
            case .boolean: .boolean
            case .integer: .integer
            case .decimal: .decimal
            case .text(let isLong): isLong ? .long : .text
            case .date: .date
            }
    }

    var word: String {
        switch self {
        case .choice: "Un choix"
        case .multiple: "Plusieurs choix"
        case .boolean: "Oui ou non"
        case .text: "Texte court"
        case .long: "Texte long"
        case .integer: "Nombre entier"
        case .decimal: "Nombre à virgule"
        case .date: "Date"
        case .group: "Groupe de questions"
        }
    }
}

/// Comparisons, as the editor's list names them.
enum TestName: String, CaseIterable {
    case equals, differs, exists, missing, less, atMost, greater, atLeast

    init(_ test: ClinicalProtocol.Test) {
        self =
            switch test {
            case .exists(true): .exists
            case .exists(false): .missing
            case .equals: .equals
            case .differs: .differs
            case .less: .less
            case .atMost: .atMost
            case .greater: .greater
            case .atLeast: .atLeast
            }
    }

    func test(_ value: String) -> ClinicalProtocol.Test {
        switch self {
        case .exists: .exists(true)
        case .missing: .exists(false)
        case .equals: .equals(value)
        case .differs: .differs(value)
        case .less: .less(than: value)
        case .atMost: .atMost(value)
        case .greater: .greater(than: value)
        case .atLeast: .atLeast(value)
        }
    }

    var word: String {
        switch self {
        case .equals: "est"
        case .differs: "n’est pas"
        case .exists: "a une réponse"
        case .missing: "n’a pas de réponse"
        case .less: "est inférieur à"
        case .atMost: "est au plus"
        case .greater: "est supérieur à"
        case .atLeast: "est au moins"
        }
    }
}

import EssaimDomain
import EssaimGate

/// What the keeper looks for, as it stands in the address and in the form.
struct JournalFilter: Sendable, Equatable {
    static let whoName = "qui"
    static let numberName = "demande"
    static let familyName = "famille"
    static let outcomeName = "resultat"
    static let fromName = "du"
    static let untilName = "au"
    static let keyName = "avant"

    /// Entries by what they are about.
    enum Family: String, CaseIterable {
        case requests = "demandes"
        case sessions = "sessions"
        case access = "acces"
        case lists = "listes"
        case journal = "journal"
        case billing = "cotation"

        var title: String {
            switch self {
            case .requests: "Demandes"
            case .sessions: "Sessions"
            case .access: "Accès"
            case .lists: "Listes"
            case .journal: "Journal"
            case .billing: "Cotation"
            }
        }

        /// What stands before the first dot of an action.
        var stem: String {
            switch self {
            case .requests: "request"
            case .sessions: "session"
            case .access: "access"
            case .lists: "worklist"
            case .journal: "journal"
            case .billing: "billing"
            }
        }
    }

    enum Outcome: String, CaseIterable {
        case done = "fait"
        case refused = "refuse"

        var title: String { self == .done ? "Fait" : "Refusé" }
        var stem: String { self == .done ? "done" : "refused" }
    }

    var who = ""
    var number = ""
    var family: Family?
    var outcome: Outcome?
    /// As typed: a day that does not exist stays in its field, with what is wrong.
    var from = ""
    var until = ""

    /// The answers of the address, what is too long for any of them cut.
    init(_ query: FormFields) {
        func typed(_ name: String) -> String { String((query.trimmed(name) ?? "").prefix(100)) }
        who = typed(Self.whoName)
        number = typed(Self.numberName)
        family = Family(rawValue: typed(Self.familyName))
        outcome = Outcome(rawValue: typed(Self.outcomeName))
        from = typed(Self.fromName)
        until = typed(Self.untilName)
    }

    init() {}

    /// As the address carries it.
    var query: [(name: String, value: String)] {
        [
            (Self.whoName, who), (Self.numberName, number), (Self.familyName, family?.rawValue ?? ""),
            (Self.outcomeName, outcome?.rawValue ?? ""), (Self.fromName, from), (Self.untilName, until),
        ]
    }

    var isEmpty: Bool { self == JournalFilter() }

    var faults: [FieldFault] {
        [(Self.fromName, from), (Self.untilName, until)].compactMap { name, text in
            text.isEmpty || CivilDate.parse(text) != nil
                ? nil : FieldFault(field: name, message: "Ce jour n’existe pas. Écrivez-le comme 23/11/2026.")
        }
    }

    var question: JournalQuestion {
        JournalQuestion(
            who: who, number: number, family: family?.stem, outcome: outcome?.stem, from: CivilDate.parse(from),
            until: CivilDate.parse(until))
    }
}

import EssaimDomain
import EssaimGate

/// What may be done about a patient to be seen, by the last word of its address.
enum VisitWord: String, CaseIterable {
    case book = "rendez-vous"
    case seen = "vu"
    case missed = "non-venu"
    case unreachable = "injoignable"
    case end = "plus-necessaire"

    var action: Action {
        switch self {
        case .book: .bookVisit
        case .seen: .recordSeen
        case .missed: .recordMissed
        case .unreachable: .recordUnreachable
        case .end: .endVisit
        }
    }

    /// Nothing more is awaited after it.
    var endsVisit: Bool { self == .seen || self == .end }

    /// The word of what was done: it has a sentence of its own.
    var done: String { "patient-\(rawValue)" }

    func command(_ form: FormFields) -> Command {
        switch self {
        case .book:
            .bookVisit(
                TypedAppointment(
                    day: form.typed(VisitField.day), time: form.typed(VisitField.time),
                    place: form.typed(VisitField.place), with: form.typed(VisitField.with)))
        case .seen: .recordSeen(on: form.typed(VisitField.seenOn))
        case .missed: .recordMissed
        case .unreachable: .recordUnreachable(tries: form.typed(VisitField.tries))
        case .end: .endVisit(reason: form.typed(VisitField.reason))
        }
    }
}

/// Names of the fields of these acts.
enum VisitField {
    static let day = "jour"
    static let time = "heure"
    static let place = "lieu"
    static let with = "avec"
    static let seenOn = "vu_le"
    static let tries = "essais"
    static let reason = "motif"

    /// The domain's name of a field at fault, as the form calls it.
    static func name(of fault: String) -> String {
        switch fault {
        case "day": day
        case "time": time
        case "place": place
        case "with": with
        case "seenOn": seenOn
        case "tries": tries
        case "reason": reason
        default: fault
        }
    }
}

extension Visit.Mark {
    var word: String {
        switch self {
        case .late: "En retard"
        case .toConfirm: "Venu\u{A0}?"
        case .halfway: "Mi-délai, sans rendez-vous"
        case .toBook: "À convoquer"
        case .booked: "Rendez-vous pris"
        case .over: "Terminé"
        }
    }
}

extension Visit {
    /// Why the last try led to nothing, in words; empty when it did not fail.
    var troubleWords: String {
        switch trouble {
        case .missed: "n’est pas venu"
        case .unreachable: "injoignable, \(French.count(tries, "essai", "essais"))"
        case nil: ""
        }
    }
}

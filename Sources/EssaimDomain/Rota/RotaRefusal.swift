/// Why the rota does not take a change.
public enum RotaRefusal: Error, Sendable, Equatable {
    /// No such turn, or not this person's to change: the same answer for both.
    case notFound
    /// The turn or the exchange changed since it was read.
    case stale(current: Int)
    /// The exchange was answered or taken back already.
    case over(DutySwap.State)
    /// The turn has begun.
    case begun
    /// The person is in no pool of the post.
    case stranger
    /// The person is away during the turn: nobody would keep it.
    case away
    /// The person keeps the same post then: one of the two turns would be nobody's.
    case alreadyThere
    /// On that day a clock never shows these hours.
    case noSuchTime
    /// More than a year from where the rule puts it.
    case tooFar

    /// As pages and the API translate it.
    public var refusal: Refusal {
        switch self {
        case .notFound: .notFound
        case .stale(let current): .stale(current: current)
        case .over(.accepted): .rota("Cet échange a déjà été accepté.")
        case .over: .rota("Cet échange n’attend plus de réponse.")
        case .begun: .rota("Cette permanence a déjà commencé.")
        case .stranger: .rota("Cette personne ne fait pas partie de l’équipe.")
        case .away: .rota("Cette personne est absente pendant la permanence\u{A0}: personne ne répondrait.")
        case .alreadyThere: .rota("Cette personne est déjà de permanence à ce moment\u{A0}: il manquerait quelqu’un.")
        case .noSuchTime: .rota("Ces heures n’existent pas ce jour-là\u{A0}: l’heure change.")
        case .tooFar: .rota("Une permanence se déplace d’un an au plus.")
        }
    }
}

extension Refusal {
    fileprivate static func rota(_ message: String) -> Refusal {
        .faults([FieldFault(field: "permanence", message: message)])
    }
}

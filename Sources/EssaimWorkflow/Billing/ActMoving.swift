import EssaimDomain

/// Why an act did not move.
public enum ActRefusal: Error, Sendable, Equatable {
    case notFound
    /// The page was older than the act.
    case stale
    /// It stands where this cannot be done.
    case notNow
    case faults([FieldFault])
}

/// Moves an act in one transaction: the key remembered, the version, the step, its entry.
public struct ActMoving: Sendable {
    let move: ActMove
    let reason: String
    let person: Person
    let now: Instant
    let place: String
    let recorder = HistoryRecorder()

    public init(_ move: ActMove, reason: String, by person: Person, at now: Instant, from place: String) {
        self.move = move
        self.reason = reason
        self.person = person
        self.now = now
        self.place = place
    }

    /// - Parameters:
    ///   - standing: the act as it stands now; nil when it is not the caller's.
    ///   - version: the one that the page showed.
    ///   - key: the form's; nil where the caller remembers it for several acts.
    public func perform(
        _ tx: any StoreWriter, on standing: ActStanding?, version: Int?, key: String? = nil
    ) throws -> Result<Bool, ActRefusal> {
        guard let standing else { return .failure(.notFound) }
        let fingerprint = "billing \(move.rawValue) \(standing.id.rawValue)"
        if let key, let before = try tx.outcome(of: key, by: person.id) {
            return before.fingerprint == fingerprint ? .success(false) : .failure(.stale)
        }
        if version != standing.version { return .failure(.stale) }
        guard let step = standing.step(move) else { return .failure(.notNow) }
        let words = reason.trimmed
        if move.needsReason, words.isEmpty {
            return .failure(.faults([FieldFault(field: "motif", message: "Dites pourquoi, en quelques mots.")]))
        }
        if words.unicodeScalars.count > Self.longestReason {
            let message = "Au plus \(Self.longestReason)\u{A0}caractères\u{A0}: raccourcissez le motif."
            return .failure(.faults([FieldFault(field: "motif", message: message)]))
        }
        let corrected = move == .bill ? nil : standing.correctedAt
        guard
            try tx.move(
                standing, to: step, reason: move.needsReason ? words : "", correctedAt: corrected, at: now)
        else { return .failure(.stale) }
        if let key { try tx.remember(key, by: person.id, fingerprint: fingerprint, result: "", at: now) }
        try tx.append(
            recorder.entry(
                "billing.\(move.rawValue)", at: now, by: person, from: place, content: words,
                detail: ["act": standing.id.rawValue]))
        return .success(true)
    }

    /// Characters.
    public static let longestReason = 300
}

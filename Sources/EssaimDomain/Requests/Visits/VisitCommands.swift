// What is done so that a patient is seen: by the expert who answered, or by the secretary.

extension AdviceRequest {
    func visiting(_ command: Command, in context: DecisionContext) -> Result<Decision, Refusal> {
        guard var visit else { return .failure(.notNow(state)) }
        let (now, offsets) = (context.now, context.localTime.offsets)
        let words: Result<String, Refusal>
        switch command {
        case .bookVisit(let typed):
            words = typed.checked(at: now, in: offsets).map { appointment in
                let isMoved = visit.appointment != nil
                visit.appointment = appointment
                visit.trouble = nil
                return appointment.words(isMoved: isMoved, in: offsets)
            }
        case .recordSeen(let on):
            words = day(on, since: visit.since, in: context).map { day in
                visit.end = .seen
                visit.seenOn = day
                visit.trouble = nil
                return "le \(day.french)"
            }
        case .recordMissed:
            visit.trouble = .missed
            visit.appointment = nil
            words = .success("")
        case .recordUnreachable(let typed):
            guard let tries = plainNumber(typed.trimmed), (1...99).contains(tries) else {
                let message = "Écrivez le nombre d’essais, de 1 à 99."
                return .failure(.faults([FieldFault(field: "tries", message: message)]))
            }
            visit.tries = tries
            visit.trouble = .unreachable
            words = .success(tries == 1 ? "1 essai" : "\(tries) essais")
        default:
            guard case .endVisit(let reason) = command else { return .failure(.notFound) }
            words = said(reason, "reason")
            visit.end = .notNeeded
            visit.trouble = nil
        }
        return words.map { words in
            var next = self
            next.visit = visit
            next.loop.newsAt = now
            return Decision(next, says: words)
        }
    }

    /// The day on which the patient was seen: today unless told, not in the future, not before the answer.
    private func day(
        _ typed: String, since: Instant, in context: DecisionContext
    ) -> Result<CivilDate, Refusal> {
        let today = context.localTime.date(at: context.now)
        if typed.trimmed.isEmpty { return .success(today) }
        let message: String
        switch CivilDate.parse(typed) {
        case nil: message = "Écrivez un jour qui existe\u{A0}: 04/12/2026."
        case let day? where day > today: message = "Cette date est dans le futur."
        case let day? where day < context.localTime.date(at: since): message = "Cette date est avant la réponse."
        case let day?: return .success(day)
        }
        return .failure(.faults([FieldFault(field: "seenOn", message: message)]))
    }
}

extension Visit.Appointment {
    func words(isMoved: Bool, in offsets: OffsetRules) -> String {
        let wall = offsets.civil(at: at)
        let when = "\(wall.date.french) à \(wall.hour)\u{A0}h\u{A0}\(padded(wall.minute, 2))"
        return (isMoved ? "Déplacé\u{A0}: le " : "Le ") + "\(when), \(place), avec \(with)"
    }
}

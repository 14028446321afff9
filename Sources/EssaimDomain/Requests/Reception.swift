/// A line that an answer asks to receive the patient. Until it says yes, whoever asked the opinion stays in charge.
public struct Reception: Sendable, Equatable, Codable {
    public enum Outcome: String, Sendable, Codable, CaseIterable { case awaited, accepted, refused }

    public let route: Route
    public let askedAt: Instant
    public internal(set) var outcome: Outcome
    public internal(set) var by: Identifier<Person>?
    public internal(set) var at: Instant?

    public init(
        route: Route, askedAt: Instant, outcome: Outcome = .awaited, by: Identifier<Person>? = nil, at: Instant? = nil
    ) {
        self.route = route
        self.askedAt = askedAt
        self.outcome = outcome
        self.by = by
        self.at = at
    }

    /// What an answer makes of the line asked before it: the same one is not asked again, unless it refused.
    static func asked(by content: AnswerContent, at now: Instant, after known: Reception?) -> Reception? {
        guard let route = content.receiving else { return nil }
        if let known, known.route == route, known.outcome != .refused { return known }
        return Reception(route: route, askedAt: now)
    }

    mutating func settle(_ outcome: Outcome, by person: Identifier<Person>?, at now: Instant) {
        self.outcome = outcome
        self.by = person
        at = now
    }
}

/// How a line takes a patient, as typed: an appointment or none (*à convenir*), and a word.
public struct TypedAcceptance: Sendable, Equatable {
    public var appointment: TypedAppointment
    public var note: String

    public init(
        appointment: TypedAppointment = TypedAppointment(day: "", time: "", place: "", with: ""), note: String = ""
    ) {
        self.appointment = appointment
        self.note = note
    }

    /// The appointment was left for later: not one of its fields was filled.
    var isToBeAgreed: Bool {
        [appointment.day, appointment.time, appointment.place, appointment.with].allSatisfy { $0.trimmed.isEmpty }
    }
}

extension Offer {
    /// The line can be asked to receive a patient: it gives more than an opinion, or an establishment stands behind it.
    public var mayReceive: Bool { service != .opinion || owner != nil }

    /// What a patient is oriented to whom the line accepts.
    var reception: Orientation {
        switch service {
        case .examination: .furtherTests
        case .consultation: .plannedConsultation
        case .dayHospital: .dayHospital
        case .admission: .directAdmission
        case .opinion: .pathway
        }
    }
}

extension AdviceRequest {
    /// What the guarantee is told of the line that an answer named.
    public var acknowledgement: GuaranteeContext.Acknowledgement {
        switch reception?.outcome {
        case nil: .notAwaited
        case .awaited: .awaited
        case .accepted, .refused: .given
        }
    }

    /// Its own line is asked to take the patient, not for an opinion; or an answer asked another line to.
    func isTimelyToReceive() -> Bool {
        state == .answered ? reception?.outcome == .awaited : kind == .orientation
    }

    func receiving(_ command: Command, by actor: Actor, in context: DecisionContext) -> Result<Decision, Refusal> {
        switch command {
        case .acceptOrientation(let typed): accepting(typed, by: actor, in: context)
        case .refuseOrientation(let reason, let anotherWay): refusing(reason, anotherWay, by: actor, in: context)
        default: .failure(.notFound)
        }
    }

    private func accepting(
        _ typed: TypedAcceptance, by actor: Actor, in context: DecisionContext
    ) -> Result<Decision, Refusal> {
        guard let person = actor.person else { return .failure(.notFound) }
        let appointment: Result<Visit.Appointment?, Refusal> =
            typed.isToBeAgreed
            ? .success(nil)
            : typed.appointment.checked(at: context.now, in: context.localTime.offsets).map(Optional.some)
        return appointment.flatMap { appointment in
            mayBeSaid(typed.note, "note").map { note in
                let when = appointment?.words(isMoved: false, in: context.localTime.offsets)
                let words = [when ?? "Date à convenir", note].filter { !$0.isEmpty }.joined(separator: "\n")
                var decision = accepted(words, by: person, isJunior: actor.isJunior, in: context)
                decision.request.note(appointment, at: context.now)
                return decision
            }
        }
    }

    private func accepted(
        _ words: String, by person: Identifier<Person>, isJunior: Bool, in context: DecisionContext
    ) -> Decision {
        var next = self
        guard state != .answered else {
            next.reception?.settle(.accepted, by: person, at: context.now)
            next.loop.newsAt = context.now
            return Decision(next, says: words)
        }
        if lead == nil {
            next.assignments.removeAll { $0.state == .proposed }
            next.assignments.append(
                Assignment(id: context.newAssignment, expert: person, state: .taken, since: context.now))
            next.takenAt = takenAt ?? context.now
        }
        let content = AnswerContent(text: words, orientation: context.offer.reception)
        return next.sending(content, validatedBy: nil, reason: "", at: context.now)
    }

    private func refusing(
        _ reason: String, _ anotherWay: String, by actor: Actor, in context: DecisionContext
    ) -> Result<Decision, Refusal> {
        var next = self
        if state == .answered {
            next.reception?.settle(.refused, by: actor.person, at: context.now)
            next.loop.newsAt = context.now
        } else {
            next.decline(at: context.now)
        }
        return said(reason, "reason").flatMap { why in
            said(anotherWay, "anotherWay").map { Decision(next, says: why + "\n" + $0) }
        }
    }

    /// The appointment that the line gave at once.
    private mutating func note(_ appointment: Visit.Appointment?, at now: Instant) {
        guard let appointment else { return }
        var asked = visit.flatMap { $0.isPending ? $0 : nil } ?? Visit(since: now)
        asked.appointment = appointment
        asked.trouble = nil
        visit = asked
    }
}

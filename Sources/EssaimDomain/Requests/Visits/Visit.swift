/// A patient whom the answer says to see: since when, before which day, and what was done about it. Late and nearly late are
/// computed from the clock, never stored.
public struct Visit: Sendable, Equatable, Codable {
    public struct Appointment: Sendable, Equatable, Codable {
        public var at: Instant
        public var place: String
        public var with: String

        public init(at: Instant, place: String, with: String) {
            self.at = at
            self.place = place
            self.with = with
        }
    }

    /// Why the last try led to nothing.
    public enum Trouble: String, Sendable, Codable, CaseIterable { case missed, unreachable }
    public enum End: String, Sendable, Codable, CaseIterable { case seen, notNeeded }

    /// The answer that said so.
    public var since: Instant
    /// The day before which the expert wants the patient seen; nil when the answer set none.
    public var before: CivilDate?
    public var appointment: Appointment?
    /// Calls that nobody answered.
    public var tries: Int
    public var trouble: Trouble?
    public var end: End?
    public var seenOn: CivilDate?

    public init(
        since: Instant, before: CivilDate? = nil, appointment: Appointment? = nil, tries: Int = 0,
        trouble: Trouble? = nil, end: End? = nil, seenOn: CivilDate? = nil
    ) {
        self.since = since
        self.before = before
        self.appointment = appointment
        self.tries = tries
        self.trouble = trouble
        self.end = end
        self.seenOn = seenOn
    }

    /// Someone still has to see the patient.
    public var isPending: Bool { end == nil }
}

extension Visit {
    /// Where it stands at a moment, the most pressing first.
    public enum Mark: String, Sendable, CaseIterable {
        /// The day before which the patient was to be seen has come.
        case late
        /// The hour of the appointment is over: did the patient come?
        case toConfirm
        /// Half of the time has passed without an appointment.
        case halfway
        case toBook
        case booked
        case over
    }

    public func mark(at now: Instant, in offsets: OffsetRules) -> Mark {
        if !isPending { return .over }
        if let deadline = deadline(in: offsets), deadline <= now { return .late }
        if let appointment { return appointment.at <= now ? .toConfirm : .booked }
        if let halfway = halfway(in: offsets), halfway <= now { return .halfway }
        return .toBook
    }

    /// The first moment of the day before which the patient is to be seen: *avant le 4* is over when the 4th begins.
    public func deadline(in offsets: OffsetRules) -> Instant? {
        before.map { offsets.instant(of: CivilDateTime(startOf: $0)) }
    }

    /// The middle between the answer and that moment.
    public func halfway(in offsets: OffsetRules) -> Instant? {
        deadline(in: offsets).map { Instant(milliseconds: since.milliseconds + max(0, ($0 - since).milliseconds) / 2) }
    }

    /// What an answer makes of the visit that the one before asked for. A patient who was seen is not to be seen again,
    /// unless the new answer names another day.
    static func asked(by content: AnswerContent, at now: Instant, after known: Visit?) -> Visit? {
        guard content.asksVisit else { return known?.isPending == true ? nil : known }
        guard var visit = known, visit.isPending || visit.before == content.seeBefore else {
            return Visit(since: now, before: content.seeBefore)
        }
        visit.before = content.seeBefore
        return visit
    }
}

extension AnswerContent {
    /// The patient is to be seen by the answering side: a day was set, or the orientation is a visit.
    public var asksVisit: Bool { seeBefore != nil || orientation?.isVisit == true }
}

import EssaimDomain

/// What an establishment claims at a time: the pool that answered, or the line on which it was asked.
public enum ClaimUnit: Sendable, Hashable {
    case pool(Identifier<Pool>)
    case line(Identifier<Offer>)
}

/// Which acts of one establishment: a span of time, a unit, a state; nil lets all through.
public struct ClaimFilter: Sendable, Equatable {
    public var establishment: Identifier<Structure>
    public var from: Instant
    public var until: Instant
    public var unit: ClaimUnit?
    public var state: ActState?

    public init(
        establishment: Identifier<Structure>, from: Instant, until: Instant, unit: ClaimUnit? = nil,
        state: ActState? = nil
    ) {
        self.establishment = establishment
        self.from = from
        self.until = until
        self.unit = unit
        self.state = state
    }
}

/// An act as a billing office sees it: who, for whom, when, how much. Nothing of what was asked or answered.
public struct ClaimedAct: Sendable {
    public let standing: ActStanding
    public let code: String
    public let amountCents: Int
    public let performedAt: Instant
    public let note: String
    public let reason: String
    public let number: RequestNumber
    public let patient: Patient
    public let practitioner: Person
    public let pool: String
    public let offer: String
    /// The line on which it stands now, and the one that the next batch takes back or replaces.
    public let line: Identifier<ClaimLine>?
    public let carried: ClaimLine?
    public let carry: Carry?

    public init(
        standing: ActStanding, code: String, amountCents: Int, performedAt: Instant, note: String, reason: String,
        number: RequestNumber, patient: Patient, practitioner: Person, pool: String, offer: String,
        line: Identifier<ClaimLine>?, carried: ClaimLine?, carry: Carry?
    ) {
        self.standing = standing
        self.code = code
        self.amountCents = amountCents
        self.performedAt = performedAt
        self.note = note
        self.reason = reason
        self.number = number
        self.patient = patient
        self.practitioner = practitioner
        self.pool = pool
        self.offer = offer
        self.line = line
        self.carried = carried
        self.carry = carry
    }
}

/// Reads of one establishment, which the caller's policy named.
public protocol ClaimReading {
    /// By date, from after a key.
    func claims(_ filter: ClaimFilter, after key: ActKey?, limit: Int) throws -> [ClaimedAct]
    /// Those to be billed in the span, and those of before whose line is to be taken back or replaced.
    func claimsToBatch(_ filter: ClaimFilter, limit: Int) throws -> [ClaimedAct]
    func claim(_ id: Identifier<RecordedAct>, ofAny establishments: Set<Identifier<Structure>>) throws -> ClaimedAct?
    /// Pools and lines in which that establishment has acts, with their names.
    func claimUnits(of establishment: Identifier<Structure>) throws -> [(unit: ClaimUnit, name: String)]
    /// The acts that stand on these lines now.
    func standings(
        on lines: Set<Identifier<ClaimLine>>, of establishment: Identifier<Structure>
    ) throws -> [Identifier<ClaimLine>: ActStanding]
}

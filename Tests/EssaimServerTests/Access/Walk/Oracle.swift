import EssaimDomain

/// Who may see and do what, told a second time and otherwise: written by hand from `docs/architecture.md`, with facts of its
/// own. It shares nothing with the rules, the SQL and the policies that it is held against but the names of things.
struct Oracle {
    typealias Someone = Identifier<Person>

    /// What someone is to a demand.
    enum Part: Hashable { case asking, pool, holder, junior, validator, regulator, coordinator, secretary }

    /// Whether someone may do something: now, in another state, or never, and then the demand does not exist for them.
    enum Word: Equatable { case yes, late, nothing }

    struct Demand {
        let structure: Identifier<Structure>
        var pool: Identifier<Pool>
        /// Pools that see it too, since nobody of its own took it.
        var reached: Set<Identifier<Pool>> = []
        var state = RequestState.draft
        var version = 1
        /// Who took it, and whether as a junior, whose opinion awaits a senior's word.
        var holder: Someone?
        var isJuniors = false
        var awaitsValidation = false
        var validatedBy: Someone?
        /// Named for it by those who watch; not responsible before they take it.
        var proposed: Someone?
        var isUnread = false
        var isPatientTold = false
        var wasFollowedUp = false
        var visit: Visit?
        /// Of that visit, which nobody of the asking structure has looked at.
        var hasNews = false
        /// The photograph that stands in it, not withdrawn.
        var photo: Identifier<Attachment>?
    }

    /// A patient whom the answer says to see.
    struct Visit: Equatable {
        var before: CivilDate?
        var appointment: Instant?
        var isOver = false
    }

    struct Session {
        let createdAt: Instant
        var seenAt: Instant
        var isEnded = false
    }

    // Active memberships only; an account may be closed over all of them.
    var structures: [Someone: Set<Identifier<Structure>>] = [:]
    var pools: [Someone: [Identifier<Pool>: PoolGrade]] = [:]
    var roles: [Someone: Set<NetworkRole>] = [:]
    /// Of another network: it opens nothing in this one, but its own journal.
    var rolesElsewhere: [Someone: Set<NetworkRole>] = [:]
    var closedAccounts: Set<Someone> = []
    var demands: [Identifier<AdviceRequest>: Demand] = [:]
    /// When each emergency access of someone to a demand ends.
    var emergencies: [Someone: [Identifier<AdviceRequest>: Instant]] = [:]
    private var openings: [Someone: (count: Int, until: Instant)] = [:]

    func isOpen(_ person: Someone) -> Bool { !closedAccounts.contains(person) }
    func isExpert(_ person: Someone) -> Bool { isOpen(person) && pools[person]?.isEmpty == false }
    /// An expert of the network where the demands are.
    func isExpertHere(_ person: Someone) -> Bool {
        isOpen(person) && pools[person]?.keys.contains { $0 == "pool-north" || $0 == "pool-south" } == true
    }

    /// A junior anywhere in this network is one wherever they are named, but where they are a senior.
    func isJunior(_ person: Someone, in demand: Demand) -> Bool {
        let grades = pools[person] ?? [:]
        if demand.reached.union([demand.pool]).contains(where: { grades[$0] == .senior }) { return false }
        return grades["pool-north"] == .junior || grades["pool-south"] == .junior
    }

    func parts(of person: Someone, in id: Identifier<AdviceRequest>) -> Set<Part> {
        guard let demand = demands[id], isOpen(person) else { return [] }
        var parts: Set<Part> = []
        if structures[person]?.contains(demand.structure) == true { parts.insert(.asking) }
        if demand.state == .draft { return parts }
        let grades = demand.reached.union([demand.pool]).compactMap { pools[person]?[$0] }
        // Named by those who watch, for as long as one is an expert of this network.
        if !grades.isEmpty || demand.proposed == person && isExpertHere(person) { parts.insert(.pool) }
        if demand.holder == person { parts.insert(demand.isJuniors ? .junior : .holder) }
        if grades.contains(.senior), demand.awaitsValidation { parts.insert(.validator) }
        if roles[person]?.contains(.regulator) == true { parts.insert(.regulator) }
        if roles[person]?.contains(.coordinator) == true { parts.insert(.coordinator) }
        // The senior who validated a junior's opinion answers for it too, for as long as the demand is theirs to see.
        let isSent = demand.state == .answered || demand.state == .closed
        if !parts.isEmpty, demand.isJuniors, isSent, demand.validatedBy == person { parts.insert(.holder) }
        return parts
    }

    /// A secretary of this network is something to a demand whose patient is, or was, to be seen: and not of its circle.
    func books(_ person: Someone, _ id: Identifier<AdviceRequest>) -> Bool {
        isOpen(person) && demands[id]?.visit != nil && roles[person]?.contains(.secretary) == true
    }

    /// Whose list of patients to be seen this one stands on.
    func isToSee(_ id: Identifier<AdviceRequest>, by person: Someone) -> Bool {
        guard let demand = demands[id], demand.visit?.isOver == false else { return false }
        return demand.holder == person || books(person, id)
    }

    // What is read.

    enum Reading: String, CaseIterable, Sendable {
        case see, trail, photographs, draft, send, write, act, book, ask, breakGlass, keepJournal, signedIn
        /// What the storage room itself lets out, before any policy: to the circle, and to who opened it in an emergency.
        case row, opened
    }

    func mayRead(_ reading: Reading, _ person: Someone, _ id: Identifier<AdviceRequest>, at now: Instant) -> Bool {
        guard isOpen(person) else { return false }
        let parts = parts(of: person, in: id)
        let state = demands[id]?.state
        let isSent = state != nil && state != .draft
        let isEmergency = isSent && isExpertHere(person) && emergencies[person]?[id].map { now < $0 } == true
        switch reading {
        case .see: return isSent && !parts.isEmpty || isEmergency
        case .photographs: return !parts.isEmpty || isEmergency
        case .trail: return isSent && !parts.isEmpty
        case .act, .row: return !parts.isEmpty
        case .opened: return isEmergency
        case .draft: return state == .draft && parts.contains(.asking)
        case .send: return parts.contains(.asking)
        case .write:
            let isHeld = state == .taken || state == .awaitingInformation
            return isHeld && !parts.isDisjoint(with: [.holder, .junior, .validator])
        case .book:
            let isSomeones = isExpert(person) || roles[person]?.contains(.secretary) == true
            let isTheirs = !parts.isDisjoint(with: [.holder, .junior]) || books(person, id)
            let isElsewhere = rolesElsewhere[person]?.contains(.secretary) == true
            return demands[id]?.visit != nil && isTheirs && (isSomeones || isElsewhere)
        case .ask: return structures[person]?.isEmpty == false
        case .breakGlass: return isExpert(person)
        case .keepJournal:
            return roles[person]?.contains(.securityReferent) == true
                || rolesElsewhere[person]?.contains(.securityReferent) == true
        case .signedIn: return true
        }
    }

    // Emergencies and sessions.

    enum Opening: Equatable { case opened, unknown, tooOften, absent }

    /// Five tries a day, whatever was typed; an hour for each that opened.
    mutating func breakGlass(_ person: Someone, _ id: Identifier<AdviceRequest>, at now: Instant) -> Opening {
        guard isExpert(person) else { return .absent }
        let running = openings[person].flatMap { $0.until > now ? $0 : nil } ?? (count: 0, until: now + .hours(24))
        if running.count >= 5 { return .tooOften }
        openings[person] = (running.count + 1, running.until)
        guard isExpertHere(person), let demand = demands[id], demand.state != .draft else { return .unknown }
        emergencies[person, default: [:]][id] = now + .hours(1)
        return .opened
    }

    /// Idle for half an hour, half a day old, ended, or of a closed account: nobody. Seen once a minute.
    func admits(_ session: inout Session, of person: Someone, at now: Instant) -> Bool {
        guard isOpen(person), !session.isEnded, now - session.seenAt < .minutes(30),
            now - session.createdAt < .hours(12)
        else { return false }
        if now - session.seenAt >= .minutes(1) { session.seenAt = now }
        return true
    }
}

extension Telling {
    /// Whom a step of the guarantee finds, beside those whom the demand itself names.
    public struct Finding: Sendable, Equatable {
        /// The pool that the demand reached by this step.
        public var neighbours: Identifier<Pool>?
        /// The pool of the plan's last resort.
        public var fallback: Identifier<Pool>?
        public var onDuty: [Identifier<Person>]
        /// Who receives the patient.
        public var receiving: Set<Audience>

        public init(
            neighbours: Identifier<Pool>? = nil, fallback: Identifier<Pool>? = nil, onDuty: [Identifier<Person>] = [],
            receiving: Set<Audience> = []
        ) {
            self.neighbours = neighbours
            self.fallback = fallback
            self.onDuty = onDuty
            self.receiving = receiving
        }
    }

    /// What a step leaves to be told, and to whom.
    /// - Parameter request: as it was before the step: whoever held it is told too.
    public static func step(_ step: GuaranteeStep, of request: AdviceRequest, _ found: Finding) -> Self {
        let audience = step.audience.reduce(into: Set<Audience>()) { $0.formUnion(request.audience($1, found)) }
        return Telling(step.event, to: audience, isPressing: step.isPressing)
    }
}

extension GuaranteeStep {
    public var event: TellingEvent {
        switch (key.owed, key.act) {
        case (.information, _): .informationAwaited
        case (.reading, _): .unread
        case (.acknowledgement, _): .unacknowledged
        case (_, .handBack): .handedBack
        case (_, .widen): .widened
        case (_, .escalate): .overdue
        case (_, .alert): .alerted
        case (_, .remind), (_, .tellColleagues): .reminded
        }
    }
}

extension AdviceRequest {
    fileprivate func audience(_ one: GuaranteeStep.Audience, _ found: Telling.Finding) -> Set<Telling.Audience> {
        func pool(_ id: Identifier<Pool>?) -> Set<Telling.Audience> { id.map { [.pool($0)] } ?? [] }
        func person(_ id: Identifier<Person>?) -> Set<Telling.Audience> { id.map { [.person($0)] } ?? [] }
        // Before triage no pool knows of it: those who are to look at it are told instead.
        let triaging = Set(NetworkRole.triaging.map { Telling.Audience.network(network, $0) })
        return switch one {
        case .pool where isBeforeTriage, .dutyExpert where isBeforeTriage: triaging
        case .pool: Set(pools.map(Telling.Audience.pool))
        case .seniors: Set(pools.map(Telling.Audience.seniors))
        case .holder: person(holder)
        case .neighbours: pool(found.neighbours)
        case .dutyExpert: Set(found.onDuty.map(Telling.Audience.person))
        case .fallback: pool(found.fallback)
        case .coordinator: [.network(network, .coordinator)]
        case .requester: [.person(requester), .person(author)]
        case .colleagues: [.structure(structure)]
        case .expert: person(lastAnswer?.responsible ?? holder)
        case .receivingLine: found.receiving
        }
    }
}

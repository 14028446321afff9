/// Someone signed in, with what they belong to now: active memberships only, read again for each call.
public struct Caller: Sendable, Equatable {
    public struct InStructure: Sendable, Equatable {
        public let structure: Structure
        public let role: StructureRole
        public init(structure: Structure, role: StructureRole) {
            self.structure = structure
            self.role = role
        }
    }

    public struct InPool: Sendable, Equatable {
        public let pool: Identifier<Pool>
        public let network: Identifier<Network>
        public let grade: PoolGrade
        public init(pool: Identifier<Pool>, network: Identifier<Network>, grade: PoolGrade) {
            self.pool = pool
            self.network = network
            self.grade = grade
        }
    }

    public struct InNetwork: Sendable, Equatable {
        public let network: Identifier<Network>
        public let role: NetworkRole
        public init(network: Identifier<Network>, role: NetworkRole) {
            self.network = network
            self.role = role
        }
    }

    public struct InPartner: Sendable, Equatable {
        public let partner: Identifier<Partner>
        public let network: Identifier<Network>
        public init(partner: Identifier<Partner>, network: Identifier<Network>) {
            self.partner = partner
            self.network = network
        }
    }

    public let person: Person
    public let structures: [InStructure]
    public let pools: [InPool]
    public let networks: [InNetwork]
    /// Establishments whose billing office they belong to; what opens them is `billsFor`.
    public let offices: [Structure]
    /// Establishments of a network whose lines, people and rota they administer.
    public let partners: [InPartner]
    /// When a place of theirs in a structure opens or closes by its days; whoever admits them makes it so first.
    public let turnsAt: Instant?

    public init(
        person: Person, structures: [InStructure], pools: [InPool], networks: [InNetwork], offices: [Structure] = [],
        partners: [InPartner] = [], turnsAt: Instant? = nil
    ) {
        self.person = person
        self.structures = structures
        self.pools = pools
        self.networks = networks
        self.offices = offices
        self.partners = partners
        self.turnsAt = turnsAt
    }

    public func administers(_ partner: Identifier<Partner>) -> Bool { partners.contains { $0.partner == partner } }

    /// May put a question in the name of some structure.
    public var mayAsk: Bool { !structures.isEmpty }
    /// Answers somewhere.
    public var answers: Bool { !pools.isEmpty }

    /// Has, or may have, patients to whom an appointment is to be given.
    public var booksVisits: Bool { answers || networks.contains { $0.role == .secretary } }

    public func has(_ role: NetworkRole, in network: Identifier<Network>) -> Bool {
        networks.contains { $0.network == network && $0.role == role }
    }

    public func networks(as role: NetworkRole) -> [Identifier<Network>] {
        networks.filter { $0.role == role }.map(\.network)
    }

    /// Reads the journal of some network.
    public var keepsJournal: Bool { networks.contains { $0.role == .securityReferent } }

    /// The networks whose figures they follow.
    public var follows: [Identifier<Network>] {
        var seen: Set<Identifier<Network>> = []
        return networks.filter { $0.role == .coordinator || $0.role == .head }.map(\.network)
            .filter { seen.insert($0).inserted }
    }

    /// Reads demands of a whole network, to see that each is answered.
    public var watches: [Identifier<Network>] {
        networks.filter { $0.role == .coordinator || $0.role == .regulator }.map(\.network)
    }
}

extension Caller {
    /// Whether what they write here awaits a senior's word: a junior somewhere in the network, whoever named them, who is
    /// not a senior of a pool that the demand reached.
    public func isJunior(to request: AdviceRequest) -> Bool {
        let here = pools.filter { $0.network == request.network }
        return here.contains { $0.grade == .junior }
            && !here.contains { request.pools.contains($0.pool) && $0.grade == .senior }
    }

    /// Answers in some pool of that network.
    public func answers(in network: Identifier<Network>) -> Bool { pools.contains { $0.network == network } }

    /// What this caller is to that demand; empty when nothing, and then the demand does not exist for them.
    public func relations(to request: AdviceRequest) -> Set<Relation> {
        var relations: Set<Relation> = []
        if structures.contains(where: { $0.structure.id == request.structure }) { relations.insert(.asker) }
        guard request.state != .draft else { return relations }

        if let mine = request.assignments.last(where: { $0.expert == person.id && $0.isCurrent }) {
            relations.insert(mine.role == .invited ? .invited : mine.isJunior ? .juniorHolder : .holder)
        } else if request.assignments.contains(where: { $0.expert == person.id && $0.state == .proposed }),
            answers(in: request.network)
        {
            // A proposal is made to an expert of the network, and does not outlive that.
            relations.insert(.poolExpert)
        }
        let memberships = request.isBeforeTriage ? [] : pools.filter { request.pools.contains($0.pool) }
        if !memberships.isEmpty {
            relations.insert(.poolExpert)
            if memberships.contains(where: { $0.grade == .senior }), request.lead?.state == .awaitingValidation {
                relations.insert(.validator)
            }
        }
        if let lead = request.lead, lead.isJunior, lead.state == .answered, request.lastAnswer?.validatedBy == person.id
        {
            relations.insert(.holder)
        }
        if isReceiving(request, as: relations) { relations.insert(.receivingLine) }
        if has(.regulator, in: request.network) { relations.insert(.regulator) }
        if has(.coordinator, in: request.network) { relations.insert(.coordinator) }
        if request.visit != nil, has(.secretary, in: request.network) { relations.insert(.secretary) }
        return relations
    }
}

extension Caller {
    /// Says yes or no to a patient: a senior of the pool that an orientation came to, or that an answer asked to receive.
    private func isReceiving(_ request: AdviceRequest, as relations: Set<Relation>) -> Bool {
        if request.kind == .orientation, request.state == .submitted || relations.contains(.holder),
            relations.contains(.poolExpert), isSenior(of: request.route.pool)
        {
            return true
        }
        guard let reception = request.reception, reception.outcome != .refused else { return false }
        return isSenior(of: reception.route.pool)
    }

    private func isSenior(of pool: Identifier<Pool>) -> Bool {
        pools.contains { $0.pool == pool && $0.grade == .senior }
    }

    /// The structures that they administer.
    public var administers: [Structure] { structures.filter { $0.role == .administrator }.map(\.structure) }

    /// Whether something that `before` opened is open no more.
    public func hasLost(since before: Caller) -> Bool {
        let (now, then) = (Set(structures.map(\.structure.id)), Set(before.structures.map(\.structure.id)))
        let roles = Set(networks.map { "\($0.network) \($0.role)" })
        return !now.isSuperset(of: then) || !Set(pools.map(\.pool)).isSuperset(of: before.pools.map(\.pool))
            || !roles.isSuperset(of: before.networks.map { "\($0.network) \($0.role)" })
            || !Set(offices.map(\.id)).isSuperset(of: before.offices.map(\.id))
            || !Set(partners.map(\.partner)).isSuperset(of: before.partners.map(\.partner))
    }
}

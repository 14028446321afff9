/// One demand being routed: candidates are added rank after rank.
struct RoutingChoice {
    /// A pool and who of it may be asked.
    private struct Room {
        let reach: RoutingTable.Reach
        let able: [ExpertStanding]
    }

    private let demand: RoutingDemand
    private let offer: Offer
    private let line: LineRouting
    private let hour: RoutingHour
    private var candidates: [Candidate] = []
    private var asked: Set<Identifier<Person>> = []
    private var remarks: [RoutingRemark]

    init(
        _ demand: RoutingDemand, _ offer: Offer, _ line: LineRouting, _ hour: RoutingHour, _ remarks: [RoutingRemark]
    ) {
        self.demand = demand
        self.offer = offer
        self.line = line
        self.hour = hour
        self.remarks = remarks
    }

    var answer: RoutingAnswer {
        candidates.isEmpty
            ? .obstacle(.noExpert, remarks)
            : RoutingAnswer(candidates: candidates, remarks: unique(remarks), obstacle: nil)
    }

    /// - Parameter zones: the network's, in order.
    mutating func choose(among reaches: [RoutingTable.Reach], zones: [Identifier<Zone>]) {
        if line.isRegulated, hour.hasRegulator {
            add([(.regulator, [.regulated])], to: reaches[0].route)
        } else if line.isRegulated {
            remarks.append(.noRegulator)
        }
        askNamed(reaches, zones)
        let rooms = reaches.compactMap { room($0) }
        askSubSpecialists(rooms)
        let hasHome = rooms.contains { if case .home = $0.reach.lead { true } else { false } }
        for room in rooms {
            let why = reason(room.reach, hasHome ? .inTurn : .nobodyThere)
            switch line.order(for: demand.urgency) {
            case .pool: break
            case .duty: askOnDuty(room, why)
            case .load: askInTurn(room, why)
            }
            add([(.pool, [why])], to: room.reach.route)
        }
        if rooms.isEmpty { waitThere(reaches) }
    }

    /// Who of a pool can answer in time; nil, and why, when nobody can.
    private mutating func room(_ reach: RoutingTable.Reach) -> Room? {
        let members = hour.experts[reach.route.pool] ?? []
        let willing = demand.declinedBy.isEmpty ? members : members.filter { !demand.declinedBy.contains($0.expert) }
        let able = willing.filter { $0.isAvailable(by: demand.wantedBy) }
        if able.contains(where: { $0.grade == .senior }) { return Room(reach: reach, able: able) }
        let hindrance: RoutingRemark.Hindrance =
            if members.isEmpty {
                .noExpert
            } else if willing.isEmpty {
                .allDeclined
            } else if able.isEmpty {
                .allAway(backAt: willing.compactMap(\.availableFrom).min())
            } else {
                .onlyJuniors
            }
        remarks.append(.poolNotAsked(reach.route.pool, hindrance))
        return nil
    }

    private mutating func askNamed(_ reaches: [RoutingTable.Reach], _ zones: [Identifier<Zone>]) {
        guard let named = demand.named else { return }
        let expert = named.expert
        let found = route(to: named, reaches, zones)
        guard let route = found, let standing = hour.experts[route.pool]?.first(where: { $0.expert == expert }) else {
            return remarks.append(.namedExpertGone(expert))
        }
        if demand.declinedBy.contains(expert) { return remarks.append(.namedExpertDeclined(expert)) }
        guard standing.isAvailable(by: demand.wantedBy) else {
            return remarks.append(.namedExpertAway(expert, backAt: standing.availableFrom))
        }
        ask([(expert, [.named])], route)
    }

    /// Through a pool in reach, else through the first zone of the network where one of theirs answers the line.
    private func route(
        to named: RoutingDemand.Named, _ reaches: [RoutingTable.Reach], _ zones: [Identifier<Zone>]
    ) -> Route? {
        if let near = reaches.first(where: { named.pools.contains($0.route.pool) }) { return near.route }
        for zone in zones {
            guard let pool = offer.pools[zone], named.pools.contains(pool) else { continue }
            return Route(offer: offer.id, zone: zone, pool: pool)
        }
        return nil
    }

    /// Those of the first pool that has any: a neighbour who knows comes before a colleague who does not.
    private mutating func askSubSpecialists(_ rooms: [Room]) {
        guard let subSpecialty = demand.subSpecialty else { return }
        for room in rooms {
            let knowing = room.able.filter { $0.subSpecialties.contains(subSpecialty) }
            if knowing.isEmpty { continue }
            return ask(
                together(lightest(of: knowing)) { [.subSpecialty(subSpecialty), .lightestLoad(held: $0.held)] },
                room.reach.route)
        }
        remarks.append(.noSubSpecialist(subSpecialty))
    }

    private mutating func askOnDuty(_ room: Room, _ why: RoutingReason) {
        let pool = room.reach.route.pool
        switch hour.duties[pool] ?? .noRota {
        case .noRota: return
        case .nobody(let nextAt): remarks.append(.nobodyOnDuty(pool, nextAt: nextAt))
        case .onDuty(let turns):
            if turns.isEmpty { remarks.append(.nobodyOnDuty(pool, nextAt: nil)) }
            let members = hour.experts[pool] ?? []
            var there: [DutyAnswer.Turn] = []
            for turn in turns {
                if room.able.contains(where: { $0.expert == turn.expert }) {
                    there.append(turn)
                } else if members.contains(where: { $0.expert == turn.expert }) {
                    remarks.append(.dutyExpertNotAsked(pool, turn.expert))
                } else {
                    remarks.append(.strangerOnDuty(pool, turn.expert))
                }
            }
            ask(there.map { ($0.expert, [.onDuty(until: $0.until), why]) }, room.reach.route)
        }
    }

    private mutating func askInTurn(_ room: Room, _ why: RoutingReason) {
        ask(together(lightest(of: room.able)) { [.lightestLoad(held: $0.held), why] }, room.reach.route)
    }

    /// Nobody can answer in time: the demand stays where it belongs and where somebody will read it.
    private mutating func waitThere(_ reaches: [RoutingTable.Reach]) {
        if asked.isEmpty { remarks.append(.nobodyCanAnswer) }
        guard let reach = reaches.first(where: { hour.experts[$0.route.pool]?.isEmpty == false }) else { return }
        add([(.pool, [.waitsThere, reason(reach, .nobodyThere)])], to: reach.route)
    }
}

extension RoutingChoice {
    /// The first `atOnce` of them, in one pass.
    private func lightest(of experts: [ExpertStanding]) -> [ExpertStanding] {
        var first: [ExpertStanding] = []
        for expert in experts where !asked.contains(expert.expert) {
            if first.count == line.atOnce, let last = first.last, !expert.comesBefore(last, at: hour.now) { continue }
            let place = first.firstIndex { expert.comesBefore($0, at: hour.now) } ?? first.endIndex
            first.insert(expert, at: place)
            if first.count > line.atOnce { first.removeLast() }
        }
        return first
    }

    private func together(
        _ experts: [ExpertStanding], _ reasons: (ExpertStanding) -> [RoutingReason]
    ) -> [(Identifier<Person>, [RoutingReason])] {
        experts.map { ($0.expert, reasons($0) + (experts.count > 1 ? [.oneOf(experts.count)] : [])) }
    }

    /// Experts who were asked at an earlier rank are not asked twice.
    private mutating func ask(_ experts: [(Identifier<Person>, [RoutingReason])], _ route: Route) {
        add(experts.filter { asked.insert($0.0).inserted }.map { (.expert($0.0), $0.1) }, to: route)
    }

    private mutating func add(_ parties: [(Candidate.Party, [RoutingReason])], to route: Route) {
        let rank = candidates.last.map { $0.rank + 1 } ?? 0
        candidates += parties.map { Candidate(rank: rank, party: $0.0, route: route, reasons: $0.1) }
    }

    private func reason(_ reach: RoutingTable.Reach, _ overflow: RoutingReason.Overflow) -> RoutingReason {
        switch reach.lead {
        case .home(let basis): .zone(reach.route.zone, by: basis)
        case .overflow(let home): .overflow(from: home, to: reach.route.zone, overflow)
        }
    }
}

extension RoutingAnswer {
    static func obstacle(_ obstacle: RoutingObstacle, _ remarks: [RoutingRemark] = []) -> Self {
        Self(candidates: [], remarks: unique(remarks), obstacle: obstacle)
    }
}

private func unique(_ remarks: [RoutingRemark]) -> [RoutingRemark] {
    var seen: Set<RoutingRemark> = []
    return remarks.filter { seen.insert($0).inserted }
}

import EssaimDomain
import Testing

/// Overlapping and empty zones, and what else a network may say wrongly.
struct RoutingFaultTests {
    @Test func `a sound network has no fault but the line that nobody answers`() {
        #expect(RoutingSample.network.routingFaults(RoutingSample.plan) == [.lineWithoutPool("empty")])
    }

    @Test func `each fault is said once, with what it is about`() {
        var network = RoutingSample.network
        network.zones.append(Zone(id: "late", name: "Tard", departements: ["29", "35", "29"]))
        network.zones[1].communes = RoutingSample.communes("22113", "22006", "22006")
        network.zones.append(Zone(id: "void", name: "Vide", departements: []))
        network.offers[0].pools["nowhere"] = "brest"
        network.offers[0].pools["isles"] = "nobody"
        let plan = RoutingPlan(
            neighbours: ["brest": ["brest", "mars"], "void": ["lorient"]], lines: ["gone": LineRouting()])
        #expect(
            network.routingFaults(plan) == [
                .emptyZone("void"), .overlap("brest", "lorient", departements: [], communes: 2),
                .overlap("brest", "late", departements: ["29"], communes: 0),
                .overlap("rennes", "late", departements: ["35"], communes: 0),
                .lineNamesUnknownPool("lesion", "nobody"), .lineNamesUnknownZone("lesion", "nowhere"),
                .lineWithoutPool("empty"),
                .wrongNeighbour("brest", "brest"), .wrongNeighbour("brest", "mars"), .planNamesUnknownLine("gone"),
            ])
    }

    @Test func `where zones overlap the first that answers the line has the place, and it is said`() throws {
        var network = RoutingSample.network
        network.zones.insert(Zone(id: "early", name: "Tôt", departements: ["56"]), at: 0)
        let answer = RoutingTable(network).route(
            try RoutingSample.demand("lesion", from: "56121"), at: RoutingSample.hour())
        #expect(answer.lines == ["0 pool@lorient: zone lorient (departement)"])
        #expect(answer.remarks == [.zonesOverlap(["early", "lorient"]), .zoneWithoutPool("early")])
    }

    @Test func `an empty zone answers as a neighbour, and neighbours that do not exist change nothing`() throws {
        var network = RoutingSample.network
        network.zones.append(Zone(id: "void", name: "Vide", departements: []))
        network.offers[0].pools["void"] = "isles"
        let plan = RoutingPlan(neighbours: ["rennes": ["rennes", "mars", "void", "void"]])
        let answer = RoutingTable(network, plan).route(
            try RoutingSample.demand("lesion", from: "35238"),
            at: RoutingSample.hour { $0["isles"] = [RoutingSample.expert("i1")] })
        #expect(
            answer.lines == [
                "0 pool@rennes: zone rennes (departement)", "1 pool@isles: rennes to void (inTurn)",
            ])
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `whatever the network, a demand has a way or an obstacle, never both`(seed: UInt64) throws {
        var random = SeededRandom(seed)
        for round in 0..<400 {
            let draw = RandomNetwork(using: &random)
            let (table, demand, hour) = (draw.table, draw.demand, draw.hour)
            let answer = table.route(demand, at: hour)
            let said: Comment = "seed \(seed), round \(round)"
            #expect(answer == table.route(demand, at: hour), said)
            #expect((answer.obstacle == nil) == !answer.candidates.isEmpty, said)
            #expect(Set(answer.remarks).count == answer.remarks.count, said)
            let looked = Set(table.pools(for: demand))
            var lastRank = 0
            for candidate in answer.candidates {
                #expect(candidate.rank == lastRank || candidate.rank == lastRank + 1, said)
                lastRank = candidate.rank
                #expect(!candidate.reasons.isEmpty && looked.contains(candidate.route.pool), said)
                let members = hour.experts[candidate.route.pool] ?? []
                switch candidate.party {
                case .regulator: #expect(candidate.rank == 0 && hour.hasRegulator, said)
                case .pool: #expect(!members.isEmpty, said)
                case .expert(let id):
                    let standing = try #require(members.first { $0.expert == id }, said)
                    #expect(standing.isAvailable(by: demand.wantedBy) && !demand.declinedBy.contains(id), said)
                }
            }
            let experts = answer.candidates.map(\.party).filter { $0 != .pool }
            #expect(Set(experts).count == experts.count, said)
            // Somebody who can answer is never passed over.
            if demand.named == nil, answer.remarks.contains(.nobodyCanAnswer) {
                let able = looked.flatMap { hour.experts[$0] ?? [] }.filter {
                    $0.grade == .senior && $0.isAvailable(by: demand.wantedBy) && !demand.declinedBy.contains($0.expert)
                }
                #expect(able.isEmpty, said)
            }
        }
    }
}

/// Few names, so that they meet: zones that overlap, pools without members, rotas with strangers.
private struct RandomNetwork {
    let table: RoutingTable
    let demand: RoutingDemand
    let hour: RoutingHour

    init(using random: inout SeededRandom) {
        let departements = ["22", "29", "2A", "974"]
        let zones: [Identifier<Zone>] = ["z0", "z1", "z2", "z3", "z4"]
        let pools: [Identifier<Pool>] = ["p0", "p1", "p2", "p3"]
        let people: [Identifier<Person>] = (0..<8).map { Identifier("e\($0)") }
        func some<Element>(_ all: [Element]) -> [Element] { all.filter { _ in Bool.random(using: &random) } }
        let offer = Offer(
            id: "o", title: "O", targets: [:],
            pools: Dictionary(
                uniqueKeysWithValues: some(zones).map { ($0, pools.randomElement(using: &random) ?? "p0") }))
        let network = Network(
            id: "n", name: "N", zones: zones.map { Zone(id: $0, name: "", departements: some(departements)) },
            pools: pools.map { Pool(id: $0, name: "") }, offers: [offer])
        let order = LineRouting.Order.allCases.randomElement(using: &random) ?? .pool
        let plan = RoutingPlan(
            neighbours: Dictionary(uniqueKeysWithValues: zones.map { ($0, some(zones).shuffled(using: &random)) }),
            lines: [
                "o": LineRouting(
                    isRegulated: Bool.random(using: &random), orders: [.routine: order],
                    atOnce: Int.random(in: 0...4, using: &random))
            ])
        let now = RoutingSample.now
        var experts: [Identifier<Pool>: [ExpertStanding]] = [:]
        var duties: [Identifier<Pool>: DutyAnswer] = [:]
        for pool in pools {
            experts[pool] = some(people).map { id in
                RoutingSample.expert(
                    id, grade: Int.random(in: 0..<4, using: &random) == 0 ? .junior : .senior,
                    knows: Bool.random(using: &random) ? ["s"] : [],
                    from: [nil, now, now + .hours(1), now + .days(3)].randomElement(using: &random) ?? nil,
                    held: Int.random(in: 0...3, using: &random))
            }
            duties[pool] = [
                .noRota, .nobody(nextAt: nil), .onDuty(some(people).map { .init($0, until: now + .hours(1)) }),
            ].randomElement(using: &random)
        }
        let named = people.randomElement(using: &random).map { RoutingDemand.Named($0, pools: some(pools)) }
        let place = DemandPlace(departement: departements.randomElement(using: &random))
        table = RoutingTable(network, plan)
        demand = RoutingDemand(
            offer: "o", urgency: .routine, place: place.locality(in: NowhereTable()),
            named: Bool.random(using: &random) ? named : nil,
            subSpecialty: Bool.random(using: &random) ? "s" : nil, wantedBy: now + .hours(2),
            declinedBy: Set(some(people).prefix(2)))
        hour = RoutingHour(now: now, experts: experts, duties: duties, hasRegulator: Bool.random(using: &random))
    }
}

private struct NowhereTable: CommuneTable {
    func contains(_ commune: INSEECommune) -> Bool { false }
    func communes(withPostalCode code: String) -> [INSEECommune] { [] }
    func whole(of commune: INSEECommune) -> INSEECommune? { nil }
}

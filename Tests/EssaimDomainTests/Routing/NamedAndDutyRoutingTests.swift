import EssaimDomain
import Testing

/// An expert asked by name, one who knows best, those on duty, a regulated door.
struct NamedAndDutyRoutingTests {
    private static let until = RoutingSample.now + .hours(6)

    @Test func `an expert asked by name comes first, then the pool of the place`() throws {
        let demand = try RoutingSample.demand("lesion", from: "56121", named: .init("b1", pools: ["brest"]))
        let answer = RoutingSample.table.route(demand, at: RoutingSample.hour())
        #expect(answer.lines.prefix(2) == ["0 b1@brest: named", "1 pool@lorient: zone lorient (departement)"])
        #expect(answer.route == Route(offer: "lesion", zone: "brest", pool: "brest"))
    }

    @Test(
        arguments: [
            (RoutingDemand.Named("b1", pools: []), Set<Identifier<Person>>(), RoutingRemark.namedExpertGone("b1")),
            // Answers elsewhere, not this line; said to be in a pool where they are no more.
            (.init("x", pools: ["isles"]), [], .namedExpertGone("x")),
            (.init("x", pools: ["brest"]), [], .namedExpertGone("x")),
            (.init("b1", pools: ["brest"]), ["b1"], .namedExpertDeclined("b1")),
            (.init("b9", pools: ["brest"]), [], .namedExpertAway("b9", backAt: until)),
        ] as [(RoutingDemand.Named, Set<Identifier<Person>>, RoutingRemark)])
    func `a named expert who left, declined or is away leaves the demand to the pool`(
        named: RoutingDemand.Named, declined: Set<Identifier<Person>>, remark: RoutingRemark
    ) throws {
        let demand = try RoutingSample.demand("lesion", from: "56121", named: named, declinedBy: declined)
        let answer = RoutingSample.table.route(
            demand, at: RoutingSample.hour { $0["brest"]?.append(RoutingSample.expert("b9", from: Self.until)) })
        #expect(answer.lines.first == "0 pool@lorient: zone lorient (departement)")
        #expect(answer.remarks == [remark])
    }

    @Test func `the pools to look at are those of the place, its neighbours and the named expert`() throws {
        let demand = try RoutingSample.demand("eruption", from: "35238", named: .init("b1", pools: ["brest", "isles"]))
        #expect(RoutingSample.table.pools(for: demand) == ["brest", "isles", "rennes"])
    }

    @Test func `who knows best is asked before colleagues who do not, a neighbour too`() throws {
        let demand = try RoutingSample.demand("lesion", from: "56121", knowing: "melanoma")
        let answer = RoutingSample.table.route(demand, at: RoutingSample.hour())
        #expect(
            answer.lines.prefix(2) == [
                "0 r1@rennes: knows melanoma, holds 0", "1 pool@lorient: zone lorient (departement)",
            ])
        let other = try RoutingSample.demand("lesion", from: "56121", knowing: "nails")
        let without = RoutingSample.table.route(other, at: RoutingSample.hour())
        #expect(without.remarks == [.noSubSpecialist("nails")] && without.route?.pool == "lorient")
    }

    @Test func `who is on duty comes before the pool, together when they are several`() throws {
        let duty = DutyAnswer.onDuty([.init("l2", until: Self.until), .init("l1", until: Self.until)])
        let answer = RoutingSample.table.route(
            try RoutingSample.demand("duty", from: "56121", .urgent), at: RoutingSample.hour(["lorient": duty]))
        #expect(
            answer.lines.prefix(3) == [
                "0 l2@lorient: on duty, zone lorient (departement)",
                "0 l1@lorient: on duty, zone lorient (departement)",
                "1 pool@lorient: zone lorient (departement)",
            ])
        #expect(answer.first.allSatisfy { $0.reasons.first == .onDuty(until: Self.until) })
        let routine = RoutingSample.table.route(
            try RoutingSample.demand("duty", from: "56121"), at: RoutingSample.hour(["lorient": duty]))
        #expect(routine.lines.first == "0 pool@lorient: zone lorient (departement)")
    }

    @Test(
        arguments: [
            (DutyAnswer.nobody(nextAt: until), [RoutingRemark.nobodyOnDuty("rennes", nextAt: until)]),
            (.onDuty([]), [.nobodyOnDuty("rennes", nextAt: nil)]), (.noRota, []),
            // A stranger on the rota; someone of the pool who is away; then one who is there.
            (
                .onDuty([.init("x", until: until), .init("r9", until: until), .init("r1", until: until)]),
                [.strangerOnDuty("rennes", "x"), .dutyExpertNotAsked("rennes", "r9")]
            ),
        ] as [(DutyAnswer, [RoutingRemark])])
    func `a rota that is empty, or names a stranger, loses no demand`(
        duty: DutyAnswer, remarks: [RoutingRemark]
    ) throws {
        let hour = RoutingSample.hour(["rennes": duty]) {
            $0["rennes"]?.append(RoutingSample.expert("r9", from: nil))
        }
        let answer = RoutingSample.table.route(try RoutingSample.demand("duty", from: "35238", .urgent), at: hour)
        #expect(answer.remarks == remarks)
        #expect(answer.candidates.contains { $0.party == .pool && $0.route.pool == "rennes" })
        #expect(!answer.candidates.contains { [.expert("x"), .expert("r9")].contains($0.party) })
    }

    @Test func `a regulated door without a regulator asks the experts, and says so`() throws {
        let answer = RoutingSample.table.route(
            try RoutingSample.demand("door", from: "35238"), at: RoutingSample.hour(hasRegulator: false))
        #expect(answer.lines.first == "0 pool@rennes: zone rennes (departement)")
        #expect(answer.remarks == [.noRegulator])
    }

    @Test func `nobody is asked at two ranks`() throws {
        let demand = try RoutingSample.demand(
            "turn", from: "35238", named: .init("r1", pools: ["rennes"]), knowing: "melanoma")
        let answer = RoutingSample.table.route(demand, at: RoutingSample.hour())
        let experts = answer.candidates.map(\.party).filter { $0 != .pool }
        #expect(Set(experts).count == experts.count && experts.first == .expert("r1"))
    }
}

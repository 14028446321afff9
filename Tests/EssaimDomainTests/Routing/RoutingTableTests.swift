import EssaimDomain
import Testing

/// Who is asked, in order, and why.
struct RoutingTableTests {
    private static let later = RoutingSample.now + .days(9)

    @Test(
        arguments: [
            // The pool of the zone, then its neighbours in their order.
            (
                "lesion", "56121", Urgency.routine,
                [
                    "0 pool@lorient: zone lorient (departement)", "1 pool@rennes: lorient to rennes (inTurn)",
                    "2 pool@brest: lorient to brest (inTurn)",
                ]
            ),
            // A commune that a zone names, though its département is another's.
            (
                "lesion", "22113", .routine,
                [
                    "0 pool@brest: zone brest (commune)", "1 pool@lorient: brest to lorient (inTurn)",
                    "2 pool@rennes: brest to rennes (inTurn)",
                ]
            ),
            ("eruption", "35238", .routine, ["0 pool@rennes: zone rennes (departement)"]),
            // In turn, two at once: who holds least, then by name; then whoever of the pool.
            (
                "turn", "56121", .priority,
                [
                    "0 l3@lorient: holds 0, zone lorient (departement), one of 2",
                    "0 l1@lorient: holds 2, zone lorient (departement), one of 2",
                    "1 pool@lorient: zone lorient (departement)",
                    "2 r1@rennes: holds 0, lorient to rennes (inTurn), one of 2",
                    "2 r2@rennes: holds 5, lorient to rennes (inTurn), one of 2",
                    "3 pool@rennes: lorient to rennes (inTurn)",
                    "4 b2@brest: holds 1, lorient to brest (inTurn), one of 2",
                    "4 b1@brest: holds 3, lorient to brest (inTurn), one of 2",
                    "5 pool@brest: lorient to brest (inTurn)",
                ]
            ),
            // That line gives in turn what does not press: an urgent demand is for the whole pool.
            (
                "turn", "35238", .urgent,
                [
                    "0 pool@rennes: zone rennes (departement)", "1 pool@lorient: rennes to lorient (inTurn)",
                ]
            ),
            (
                "door", "35238", .routine,
                [
                    "0 regulator@rennes: regulated", "1 pool@rennes: zone rennes (departement)",
                    "2 pool@lorient: rennes to lorient (inTurn)",
                ]
            ),
            // A zone without a pool, where the line itself says where its people go.
            ("wounds", "56121", .routine, ["0 pool@brest: lorient to brest (nobodyThere)"]),
        ] as [(String, String, Urgency, [String])])
    func `each pattern asks its people in order, and says why`(
        offer: String, commune: String, urgency: Urgency, lines: [String]
    ) throws {
        let demand = try RoutingSample.demand(Identifier(offer), from: commune, urgency)
        let answer = RoutingSample.table.route(demand, at: RoutingSample.hour())
        #expect(answer.lines == lines)
        #expect(answer.obstacle == nil && answer.route == answer.candidates.first?.route)
    }

    @Test(
        arguments: [
            ("nothing", "35238", RoutingObstacle.unknownLine), ("empty", "35238", .lineWithoutPool),
            ("coming", "29232", .lineNotOpen(.coming)), ("lesion", "75111", .outsideTerritory),
            ("lesion", "99100", .outsideTerritory), ("eruption", "56121", .zoneWithoutPool("lorient")),
            ("lesion", "2A004", .zoneWithoutPool("isles")), ("lesion", "97411", .zoneWithoutPool("isles")),
        ] as [(String, String, RoutingObstacle)])
    func `what cannot be asked is said`(offer: String, commune: String, obstacle: RoutingObstacle) throws {
        let demand = try RoutingSample.demand(Identifier(offer), from: commune)
        let answer = RoutingSample.table.route(demand, at: RoutingSample.hour())
        #expect(answer.obstacle == obstacle && answer.candidates.isEmpty && answer.route == nil)
    }

    @Test func `a demand from nowhere goes nowhere`() throws {
        var demand = try RoutingSample.demand("lesion", from: "35238")
        demand.place = nil
        #expect(RoutingSample.table.route(demand, at: RoutingSample.hour()).obstacle == .placeUnknown)
        #expect(RoutingSample.table.pools(for: demand) == [])
    }

    @Test func `a sector whose members are all away overflows to its neighbour at once`() throws {
        let hour = RoutingSample.hour { experts in
            experts["lorient"] = [RoutingSample.expert("l1", from: Self.later), RoutingSample.expert("l2", from: nil)]
        }
        let answer = RoutingSample.table.route(try RoutingSample.demand("lesion", from: "56121"), at: hour)
        #expect(
            answer.lines == [
                "0 pool@rennes: lorient to rennes (nobodyThere)", "1 pool@brest: lorient to brest (nobodyThere)",
            ])
        #expect(answer.remarks == [.poolNotAsked("lorient", .allAway(backAt: Self.later))])
    }

    @Test func `who is back in time is not away`() throws {
        let back = RoutingSample.now + .hours(4)
        let hour = RoutingSample.hour { $0["lorient"] = [RoutingSample.expert("l1", from: back)] }
        let answer = RoutingSample.table.route(try RoutingSample.demand("lesion", from: "56121"), at: hour)
        #expect(answer.route?.pool == "lorient" && answer.remarks.isEmpty)
    }

    @Test func `when nobody anywhere can answer it waits where it belongs, and somebody is to be told`() throws {
        let hour = RoutingSample.hour { experts in
            experts = ["brest": [], "lorient": [RoutingSample.expert("l1", from: Self.later)], "rennes": []]
        }
        let answer = RoutingSample.table.route(try RoutingSample.demand("lesion", from: "56121"), at: hour)
        #expect(answer.lines == ["0 pool@lorient: waits, zone lorient (departement)"])
        #expect(answer.remarks.contains(.nobodyCanAnswer))
        #expect(answer.remarks.contains(.poolNotAsked("rennes", .noExpert)))
    }

    @Test func `pools without a member cannot keep a demand`() throws {
        let hour = RoutingSample.hour { $0 = [:] }
        let answer = RoutingSample.table.route(try RoutingSample.demand("lesion", from: "56121"), at: hour)
        #expect(answer.obstacle == .noExpert && answer.candidates.isEmpty)
        #expect(answer.remarks.contains(.nobodyCanAnswer))
    }

    @Test(
        arguments: [
            // Who is left of Lorient, and why it is not asked.
            ([], Set<Identifier<Person>>(), RoutingRemark.Hindrance.noExpert),
            ([RoutingSample.expert("l1")], ["l1"], .allDeclined),
            ([RoutingSample.expert("l1", grade: .junior)], [], .onlyJuniors),
            (
                [RoutingSample.expert("l1", from: later), RoutingSample.expert("j", grade: .junior, from: nil)], [],
                .allAway(backAt: later)
            ),
        ] as [([ExpertStanding], Set<Identifier<Person>>, RoutingRemark.Hindrance)])
    func `a pool that cannot answer says why`(
        members: [ExpertStanding], declined: Set<Identifier<Person>>, hindrance: RoutingRemark.Hindrance
    ) throws {
        let demand = try RoutingSample.demand("lesion", from: "56121", declinedBy: declined)
        let answer = RoutingSample.table.route(demand, at: RoutingSample.hour { $0["lorient"] = members })
        #expect(answer.remarks == [.poolNotAsked("lorient", hindrance)])
        #expect(answer.route?.pool == "rennes")
    }

    @Test func `a demand that nobody took goes to the next pool, each once`() throws {
        let answer = RoutingSample.table.route(
            try RoutingSample.demand("lesion", from: "56121"), at: RoutingSample.hour())
        #expect(answer.widened(beyond: ["lorient"])?.pool == "rennes")
        #expect(answer.widened(beyond: ["lorient", "rennes"])?.pool == "brest")
        #expect(answer.widened(beyond: ["lorient", "rennes", "brest"]) == nil)
    }

    @Test func `of those who hold as much, whoever waited longest is asked first`() throws {
        let hour = RoutingSample.hour { experts in
            experts["rennes"] = [
                RoutingSample.expert("a", held: 1, given: RoutingSample.now),
                RoutingSample.expert("b", held: 1, given: RoutingSample.now - .days(2)),
                RoutingSample.expert("c", held: 1), RoutingSample.expert("d", from: RoutingSample.now + .hours(1)),
            ]
        }
        let answer = RoutingSample.table.route(try RoutingSample.demand("turn", from: "35238"), at: hour)
        #expect(answer.first.map(\.party) == [.expert("c"), .expert("b")])
    }
}

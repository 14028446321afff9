import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    /// What is due, what was done, whom a demand reached.
    static let guarantee: [StoreConformance] = [
        StoreConformance("a step is traced once, whoever does it again", aStepIsTracedOnce),
        StoreConformance("what is due is found in its order, slice after slice", whatIsDueIsFound),
        StoreConformance("a demand that was saved is due until someone counts it", whatWasSavedIsDue),
        StoreConformance("a pool that was reached sees it, lists it and loses it with a re-orientation", aPoolReached),
        StoreConformance("the people of the pools in reach, as routing looks at them", thePeopleInReach),
        StoreConformance("why a demand went where it went is read as it was kept", whyItWent),
    ]

    @Sendable private static func aStepIsTracedOnce(_ store: any Store) async throws {
        try await store.put([.sample(.submitted), .sample(.submitted, id: "other", rank: 2)])
        let keys = [
            StepKey(.answer, since: .sample, .remind), StepKey(.answer, since: .sample, .remind, ordinal: 2),
            StepKey(.answer, since: .sample + .hours(1), .remind), StepKey(.answer, since: .sample, .widen),
            StepKey(.progress, holding: "a", since: .sample, .remind),
            StepKey(.progress, holding: "b", since: .sample, .remind),
        ]
        for (count, key) in keys.enumerated() {
            let step = TracedStep(
                key: key, doneAt: .sample + .minutes(count), isOvertaken: count == 1,
                reached: key.act == .widen ? Pool.south.id : nil)
            let later = TracedStep(key: key, doneAt: .sample + .days(9), isOvertaken: false)
            #expect(try await store.write { try $0.trace(step, of: "request") })
            #expect(try await !store.write { try $0.trace(later, of: "request") }, "\(key)")
        }
        #expect(
            try await store.write {
                try $0.trace(.init(key: keys[0], doneAt: .sample, isOvertaken: false), of: "other")
            })
        let trace = try await store.read { try $0.guaranteeTrace(of: "request") }
        #expect(trace.map(\.key) == keys && trace.map(\.isOvertaken) == [false, true, false, false, false, false])
        #expect(trace.map(\.reached) == [nil, nil, nil, Pool.south.id, nil, nil])
    }

    @Sendable private static func whatIsDueIsFound(_ store: any Store) async throws {
        try await store.put((1...5).map { .sample(.submitted, id: Identifier("r-\($0)"), rank: UInt64($0)) })
        let moments: [Int?] = [30, 10, 20, 10, nil]
        try await store.write { tx in
            for (number, minutes) in zip(1...5, moments) {
                try tx.keepGuarantee(
                    of: Identifier("r-\(number)"), at: minutes.map { Instant.sample + .minutes($0) })
            }
        }
        let due: (Int) async throws -> [String] = { minutes in
            var (ids, key): ([String], WorklistKey?) = ([], nil)
            repeat {
                let start = key
                let some = try await store.read {
                    try $0.guaranteesDue(at: .sample + .minutes(minutes), after: start, limit: 1)
                }
                ids += some.map(\.id.rawValue)
                key = some.last
            } while key != nil
            return ids
        }
        #expect(try await due(9) == [])
        #expect(try await due(10) == ["r-2", "r-4"])
        #expect(try await due(60) == ["r-2", "r-4", "r-3", "r-1"])
        try await store.write { try $0.reviewGuarantees(in: Network.sample.id, at: .sample) }
        #expect(try await due(0) == ["r-1", "r-2", "r-3", "r-4", "r-5"])
    }

    @Sendable private static func whatWasSavedIsDue(_ store: any Store) async throws {
        try await store.put([.sample(.draft, id: "draft"), .sample(.taken, id: "taken", rank: 2)])
        let moments = try await store.read { try [$0.guaranteeAt("draft"), $0.guaranteeAt("taken")] }
        #expect(moments == [nil, .sample])
        try await store.write { tx in
            try tx.keepGuarantee(of: "taken", at: .sample + .days(1))
            try tx.reviewGuarantees(heldBy: Person.second.id, at: .sample)
        }
        #expect(try await store.read { try $0.guaranteeAt("taken") } == .sample + .days(1))
        try await store.write { try $0.reviewGuarantees(heldBy: Person.senior.id, at: .sample + .hours(1)) }
        #expect(try await store.read { try $0.guaranteeAt("taken") } == .sample + .hours(1))
    }

    @Sendable private static func aPoolReached(_ store: any Store) async throws {
        let reached = AdviceRequest.sample(.submitted, reached: [Pool.south.id])
        try await store.put([reached, .sample(.submitted, id: "home", rank: 2)])
        func sees(_ person: Person) async throws -> [Bool] {
            try await store.read { reader in
                [
                    try reader.request("request", visibleTo: person.id) == reached,
                    try reader.rows(.toTake, of: person.id, after: nil, limit: 9).contains { $0.id == "request" },
                    try reader.count(.toTake, of: person.id, at: .sample, upTo: 9) > 0,
                ]
            }
        }
        #expect(try await sees(.southern) == [true, true, true])
        #expect(try await sees(.senior) == [true, true, true], "nobody loses sight of it")
        #expect(try await sees(.elsewhere) == [false, false, false])
        // A senior of both pools reads it once.
        try await store.write { try $0.join(Person.senior.id, pool: Pool.south.id, as: .senior, status: .active) }
        let rows = try await store.read { try $0.rows(.toTake, of: Person.senior.id, after: nil, limit: 9) }
        #expect(rows.map(\.id.rawValue) == ["home", "request"])
        // Who set it aside is not shown it again.
        try await store.write { tx in
            _ = try tx.save(
                .sample(.submitted, setAsideBy: [Person.southern.id], reached: [Pool.south.id]), over: 3)
        }
        #expect(try await sees(.southern)[1] == false)
        try await store.write { _ = try $0.save(.sample(.submitted), over: 3, since: reached) }
        #expect(try await sees(.southern) == [false, false, false], "sent elsewhere, it is theirs no more")
    }

    @Sendable private static func thePeopleInReach(_ store: any Store) async throws {
        let day = CivilDate(year: 2026, month: 11, day: 23)
        let today = try #require(day)
        try await store.put([.sample(.taken), .sample(.awaitingInformation, id: "waits", rank: 2)])
        try await store.write { tx in
            for days in [0...1, 3...4] {
                let absence = Absence(
                    id: .new(at: .sample),
                    days: today.adding(days: days.lowerBound)...today.adding(days: days.upperBound), colleague: "")
                try tx.insert(absence, of: Person.second.id)
            }
            _ = try tx.save(Availability(mostADay: 4), of: Person.senior.id, over: 0)
        }
        let members = try await store.read {
            try $0.members(routedIn: [Pool.north.id, Pool.south.id], on: today, since: .sample)
        }
        let said = members.map { "\($0.pool) \($0.person) \($0.grade) \($0.taken) \($0.held)" }.sorted()
        #expect(
            said == [
                "pool-north junior junior 0 0", "pool-north second senior 0 0", "pool-north senior senior 2 2",
                "pool-south emergency senior 0 0", "pool-south southern senior 0 0",
            ])
        #expect(members.first { $0.person == "second" }?.availability.absences.count == 2)
        #expect(members.first { $0.person == "senior" }?.availability.mostADay == 4)
        #expect(members.first { $0.person == "senior" }?.lastGivenAt == .sample)
        #expect(try await store.read { try $0.hasRegulator(Network.sample.id) })
        #expect(try await !store.read { try $0.hasRegulator("none") })
        #expect(try await store.read { try $0.members(routedIn: [], on: today, since: .sample) } == [])
    }

    @Sendable private static func whyItWent(_ store: any Store) async throws {
        try await store.put([.sample(.submitted)])
        #expect(try await store.read { try $0.routing(of: "request") } == nil)
        let table = RoutingTable(.sample)
        let place = DemandPlace(commune: Structure.practice.commune).locality(in: NoCommunes())
        let demand = RoutingDemand(
            offer: Offer.dermatology.id, urgency: .routine, place: place, subSpecialty: "hands", wantedBy: .sample)
        let hour = RoutingHour(
            now: .sample, experts: [Pool.north.id: [ExpertStanding(Person.senior.id, availableFrom: .sample)]])
        let answer = table.route(demand, at: hour)
        #expect(answer.route == .north && !answer.remarks.isEmpty)
        try await store.write { try $0.keep(answer, of: "request") }
        #expect(try await store.read { try $0.routing(of: "request") } == answer)
    }
}

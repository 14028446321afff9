import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    /// The SQL that filters and the rule that relates are two texts: they must say the same for everyone everywhere.
    static let visibility: [StoreConformance] = [
        StoreConformance(
            "a demand is visible to whom it means something, and absent for everyone else", aDemandIsVisibleToWhom),
        StoreConformance("a hand-written few of them", aHandwrittenFewOfThem),
        StoreConformance("a membership that ends closes what it opened, at once", aMembershipThatEndsCloses),
        StoreConformance("a proposal does not outlive the membership for which it was made", aProposalDoesNotOutlive),
        StoreConformance("an unknown reader and an unknown demand are both absent", anUnknownReaderAndAnUnknownDemand),
        StoreConformance("a closed account opens nothing", aClosedAccountOpensNothing),
    ]

    @Sendable private static func aDemandIsVisibleToWhom(_ store: any Store) async throws {
        let requests = everySituation
        try await store.put(requests)
        for person in Person.samples where person != .closed {
            for request in requests {
                let seen = try await store.read { try $0.request(request.id, visibleTo: person.id) }
                let means = !Town.caller(person).relations(to: request).isEmpty
                #expect((seen != nil) == means, "\(person.id) and \(request.id)")
                #expect(seen == nil || seen == request)
            }
        }
    }

    @Sendable private static func aHandwrittenFewOfThem(_ store: any Store) async throws {
        try await store.put(everySituation)
        let rows: [(Person, String, Bool)] = [
            (.asker, "draft-north", true), (.delegate, "draft-north", true), (.senior, "draft-north", false),
            (.regulator, "draft-north", false), (.neighbour, "draft-north", false),
            (.senior, "submitted-north", true),
            (.southern, "submitted-north", false), (.southern, "submitted-south", true),
            (.senior, "submitted-south", false),
            (.suspended, "submitted-north", false), (.regulator, "submitted-south", true),
            (.coordinator, "closed-north", true), (.administrator, "submitted-north", false),
            (.elsewhere, "submitted-north", false), (.neighbour, "submitted-north", false),
            (.neighbour, "answered-other", true),
            (.senior, "before-triage", false), (.regulator, "before-triage", true), (.asker, "before-triage", true),
            (.coordinator, "before-triage", true), (.senior, "after-triage", true),
            (.second, "before-triage-ended", false), (.southern, "received-awaited", true),
            (.southern, "received-accepted", true), (.southern, "received-refused", false),
            (.asker, "answered-other", false), (.southern, "proposed", true), (.southern, "released", false),
            (.southern, "submitted-reached", true), (.southern, "closed-reached", true),
            (.southern, "draft-reached", false), (.senior, "submitted-reached", true),
            (.neighbour, "submitted-reached", false),
        ]
        for (person, id, isSeen) in rows {
            let seen = try await store.read { try $0.request(Identifier(id), visibleTo: person.id) }
            #expect((seen != nil) == isSeen, "\(person.id) and \(id)")
        }
    }

    @Sendable private static func aMembershipThatEndsCloses(_ store: any Store) async throws {
        try await store.put([.sample(.submitted)])
        let endings: [(Person, @Sendable (any StoreWriter) throws -> Void)] = [
            (
                .asker,
                { try $0.join(Person.asker.id, structure: Structure.practice.id, as: .member, status: .ended) }
            ),
            (.senior, { try $0.join(Person.senior.id, pool: Pool.north.id, as: .senior, status: .suspended) }),
            (
                .regulator,
                { try $0.join(Person.regulator.id, network: Network.sample.id, as: .regulator, status: .invited) }
            ),
        ]
        for (person, ending) in endings {
            #expect(try await store.read { try $0.request("request", visibleTo: person.id) } != nil)
            try await store.write(ending)
            #expect(try await store.read { try $0.request("request", visibleTo: person.id) } == nil, "\(person.id)")
        }
    }

    @Sendable private static func aProposalDoesNotOutlive(_ store: any Store) async throws {
        let west = Pool(id: "pool-west", name: "Ouest")
        try await store.put(everySituation)
        try await store.write { tx in
            try tx.save(
                Network(id: "west", name: "Ouest", zones: [], pools: [west], offers: []))
            // Of another network: it opens nothing here.
            try tx.join(Person.southern.id, pool: west.id, as: .senior, status: .active)
        }
        let steps: [(pool: Pool, status: MembershipStatus, isSeen: Bool)] = [
            (.south, .ended, false), (.south, .suspended, false), (.north, .invited, false), (.south, .active, true),
        ]
        for (pool, status, isSeen) in steps {
            let (seen, listed, taken) = try await store.write { tx in
                try tx.join(Person.southern.id, pool: pool.id, as: .senior, status: status)
                return (
                    try tx.request("proposed", visibleTo: Person.southern.id),
                    try tx.rows(.toTake, of: Person.southern.id, after: nil, limit: 99),
                    try tx.request("taken", visibleTo: Person.southern.id)
                )
            }
            #expect((seen != nil) == isSeen && listed.contains { $0.id == "proposed" } == isSeen, "\(status)")
            #expect(taken != nil, "what was taken is carried on")
        }
    }

    @Sendable private static func anUnknownReaderAndAnUnknownDemand(_ store: any Store) async throws {
        try await store.put([.sample(.submitted)])
        for reader in ["", "nobody", "' OR 1=1 --", "asker\u{0}", "ASKER"] {
            // Absent, or refused as no name at all.
            let seen = try? await store.read { try $0.request("request", visibleTo: Identifier(reader)) }
            #expect((seen ?? nil) == nil, "\(reader)")
        }
        for id in ["", "absent", "request' --", "REQUEST", "%"] {
            #expect(
                try await store.read { try $0.request(Identifier(id), visibleTo: Person.asker.id) } == nil, "\(id)")
        }
    }

    @Sendable private static func aClosedAccountOpensNothing(_ store: any Store) async throws {
        #expect(try await store.read { try $0.caller(Person.closed.id) } == nil)
        try await store.put([.sample(.submitted)])
        #expect(try await store.read { try $0.request("request", visibleTo: Person.closed.id) } == nil)
    }

    /// Every state on two pools, another structure's, and the southern expert in every kind of assignment.
    private static var everySituation: [AdviceRequest] {
        var requests: [AdviceRequest] = []
        func add(_ make: (UInt64) -> AdviceRequest) { requests.append(make(UInt64(requests.count + 100))) }
        for state in RequestState.allCases {
            add { .sample(state, id: Identifier("\(state)-north"), rank: $0) }
            add {
                .sample(state, id: Identifier("\(state)-south"), rank: $0, route: .south, holder: Person.southern.id)
            }
            add {
                .sample(
                    state, id: Identifier("\(state)-other"), rank: $0, structure: Structure.otherPractice.id,
                    patient: Patient.sample.id)
            }
        }
        for state in RequestState.allCases {
            add { .sample(state, id: Identifier("\(state)-reached"), rank: $0, reached: [Pool.south.id]) }
        }
        for held in Assignment.State.allCases {
            let state: RequestState = held == .proposed || held == .released ? .submitted : .taken
            add { .sample(state, id: Identifier("\(held)"), rank: $0, holder: Person.southern.id, held: held) }
        }
        for (name, passedOnAt) in [("before-triage", nil), ("after-triage", Instant.sample)] {
            add {
                .sample(
                    .submitted, id: Identifier(name), rank: $0, triage: Triage(since: .sample, passedOnAt: passedOnAt))
            }
        }
        // It ended before any expert could see it, and stays theirs not to see.
        add {
            .sample(.cancelled, id: "before-triage-ended", rank: $0, held: .released, triage: Triage(since: .sample))
        }
        for outcome in Reception.Outcome.allCases {
            let reception = Reception(route: .south, askedAt: .sample, outcome: outcome)
            add { .sample(.answered, id: Identifier("received-\(outcome)"), rank: $0, reception: reception) }
        }
        return requests
    }
}

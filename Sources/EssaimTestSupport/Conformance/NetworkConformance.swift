import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let networks: [StoreConformance] = [
        StoreConformance(
            "a network comes back as it was declared, however often it is saved", aNetworkComesBackAsItWas),
        StoreConformance(
            "what a declaration names no more is retired, running demands keep it", whatADeclarationNoLongerNames),
        StoreConformance(
            "a second network that uses the names of a first one leaves it as it is", aSecondNetworkThatUsesTheNames),
        StoreConformance(
            "a declaration that contradicts itself changes nothing", aDeclarationThatContradictsItselfChangesNothing),
        StoreConformance(
            "experts are counted and listed while active, with an open account", expertsAreCountedAndListedWhileActive),
    ]

    @Sendable private static func aNetworkComesBackAsItWas(_ store: any Store) async throws {
        let rich = Network.rich
        for _ in 0..<3 {
            try await store.write { try $0.save(rich) }
            #expect(try await store.read { try $0.network(rich.id) } == rich)
        }
        #expect(try await store.read { try $0.networks() }.map(\.id) == ["network", "rich", "other-network"])
    }

    @Sendable private static func whatADeclarationNoLongerNames(_ store: any Store) async throws {
        try await store.put([.sample(.submitted)])
        var small = Network.sample
        small.zones = [.south]
        small.pools = [.south]
        small.offers = [.tumours]
        small.offers[0].pools = [Zone.south.id: Pool.south.id]
        let declared = small
        try await store.write { try $0.save(declared) }
        #expect(try await store.read { try $0.network(declared.id) } == declared)
        #expect(try await store.stored("request")?.route == .north)
        let rows = try await store.read { try $0.rows(.toTake, of: Person.senior.id, after: nil, limit: 9) }
        #expect(rows.map(\.offerTitle) == ["Dermatologie"] && rows.map(\.zoneName) == ["Nord"])
        try await store.write { try $0.save(Network.sample) }
        #expect(try await store.read { try $0.network(Network.sample.id) } == .sample, "and comes back")
    }

    @Sendable private static func aSecondNetworkThatUsesTheNames(_ store: any Store) async throws {
        var thief = Network.other
        thief.zones = [Zone(id: Zone.north.id, name: "Volée", departements: ["44"])]
        thief.pools = [Pool(id: Pool.north.id, name: "Volé")]
        thief.offers = [Offer(id: Offer.dermatology.id, title: "Volée", targets: [:], pools: [:])]
        let declared = thief
        // Refused or kept apart, as the engine of the schema will have it.
        _ = await store.fault { try $0.save(declared) }
        #expect(try await store.read { try $0.network(Network.sample.id) } == .sample)
    }

    @Sendable private static func aDeclarationThatContradictsItselfChangesNothing(_ store: any Store) async throws {
        var broken = Network.sample
        broken.name = "Autre nom"
        broken.zones[0].departements = ["22", "22"]
        let declared = broken
        #expect(await store.fault { try $0.save(declared) } != nil)
        var dangling = Network.sample
        dangling.offers[0].pools[Zone.east.id] = "no-such-pool"
        let declaredToo = dangling
        #expect(await store.fault { try $0.save(declaredToo) } != nil)
        #expect(try await store.read { try $0.network(Network.sample.id) } == .sample)
    }

    @Sendable private static func expertsAreCountedAndListedWhileActive(_ store: any Store) async throws {
        try await store.read { reader throws in
            #expect(try reader.expertCount(in: Pool.north.id) == 3 && reader.expertCount(in: "absent") == 0)
            #expect(
                try reader.experts(in: Pool.north.id).map(\.id) == [
                    Person.junior.id, Person.senior.id, Person.second.id,
                ])
        }
        try await store.write { tx throws in
            for expert in [Person.senior, .second, .junior] {
                try tx.join(expert.id, pool: Pool.north.id, as: .senior, status: .ended)
            }
        }
        #expect(try await store.read { try $0.expertCount(in: Pool.north.id) } == 0)
    }
}

extension Network {
    /// A network with something in every part.
    static var rich: Network {
        let morning = MinuteRange(from: 9 * 60, to: 12 * 60) ?? .wholeDay
        let hours = OpeningHours(
            weekly: [.monday: [morning], .saturday: [.wholeDay]], opensOnHolidays: true,
            closedDays: [CivilDate(dayNumber: 20_800)])
        let offer = Offer(
            id: "rich-line", title: "Ligne", summary: "Tout.", kind: .orientation, state: .coming, form: "dermatologie",
            professions: [.nurse, .midwife, .none],
            targets: [.urgent: AnswerTarget(minutes: 90), .routine: AnswerTarget(hours: 72, counting: .opening)],
            hours: hours, pools: ["rich-a": "rich-pool", "rich-b": "rich-pool"])
        let communes = ["2A004", "35236"].map { INSEECommune(sample: $0) }
        return Network(
            id: "rich", name: "Réseau riche", timeZone: "Indian/Reunion", phone: "02 00 00 00 00",
            // In an order that is not the alphabet's: a declaration's order is what pages show.
            zones: [
                Zone(id: "rich-b", name: "B", departements: ["56", "22"], communes: communes),
                Zone(id: "rich-a", name: "A", departements: ["974"]),
            ],
            pools: [Pool(id: "rich-pool", name: "Pool"), Pool(id: "rich-apart", name: "À part")], offers: [offer])
    }
}

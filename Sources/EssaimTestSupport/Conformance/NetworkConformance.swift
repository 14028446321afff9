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
        StoreConformance(
            "a network's name, clocks and holidays are read without its lines", aNetworksNameIsReadAlone),
        StoreConformance(
            "a network's version grows at each change, and at no other", aNetworksVersionGrowsAtEachChange),
        StoreConformance(
            "whoever administers an establishment does so while active, and while it stands",
            whoAdministersAnEstablishment),
        StoreConformance(
            "what experts know best is kept network by network", whatExpertsKnowBest),
    ]

    @Sendable private static func aNetworkComesBackAsItWas(_ store: any Store) async throws {
        let rich = Network.rich
        for _ in 0..<3 {
            try await store.write { try $0.save(rich) }
            #expect(try await store.read { try $0.network(rich.id) } == rich)
        }
        #expect(try await store.read { try $0.networks() }.map(\.id) == ["network", "rich", "other-network"])
    }

    @Sendable private static func aNetworksNameIsReadAlone(_ store: any Store) async throws {
        var reunion = Network.rich
        reunion.zones[0].departements = ["974"]
        reunion.zones[0].communes = []
        reunion.zones[0].postalCodes = []
        for network in [Network.rich, reunion] {
            try await store.write { try $0.save(network) }
            let said = try await store.read { try $0.networkName("rich") }
            #expect(said?.name == "Réseau riche")
            #expect(said?.local == network.local)
        }
        #expect(reunion.local.holidays == FrenchHolidays(departement: "974"))
    }

    @Sendable private static func aNetworksVersionGrowsAtEachChange(_ store: any Store) async throws {
        func version(_ id: Identifier<Network>) async throws -> Int? {
            try await store.read { try $0.networkVersion(id) }
        }
        try await store.write { try $0.save(Network.rich) }
        let (mine, other) = (try await version("rich") ?? 0, try await version(Network.sample.id))
        try await store.write { try $0.save(Network.rich) }
        #expect(try await version("rich") == mine + 1)
        try await store.write { try $0.renew("rich") }
        #expect(try await version("rich") == mine + 2)
        #expect(try await version(Network.sample.id) == other)
        #expect(try await version("nowhere") == nil)
    }

    @Sendable private static func whoAdministersAnEstablishment(_ store: any Store) async throws {
        let senior = Person.senior.id
        func partners() async throws -> [Caller.InPartner]? { try await store.read { try $0.caller(senior)?.partners } }
        try await store.write { tx in
            try tx.save(Network.rich)
            try tx.join(senior, partner: "rich-hospital", status: .active)
            try tx.join(senior, partner: "rich-care", status: .invited)
        }
        #expect(try await partners() == [Caller.InPartner(partner: "rich-hospital", network: "rich")])
        var without = Network.rich
        without.partners.removeFirst()
        without.pools[0].owner = nil
        without.offers[0].owner = nil
        let declared = without
        try await store.write { try $0.save(declared) }
        #expect(try await partners() == [], "an establishment that left the network")
        try await store.write { tx in
            try tx.save(Network.rich)
            try tx.join(senior, partner: "rich-hospital", status: .ended)
        }
        #expect(try await partners() == [])
    }

    @Sendable private static func whatExpertsKnowBest(_ store: any Store) async throws {
        let senior = Person.senior.id
        var near = Network.rich
        near.subSpecialties.append(SubSpecialty(id: "rich/cornea", title: "Cornée"))
        let declared = near
        func known() async throws -> [Identifier<Person>: Set<Identifier<SubSpecialty>>] {
            try await store.read { try $0.subSpecialists(of: "rich") }
        }
        try await store.write { tx in
            try tx.save(declared)
            try tx.setSubSpecialties(["rich/retina", "rich/cornea", "elsewhere/skin"], of: senior, in: "rich")
        }
        #expect(try await known() == [senior: ["rich/retina", "rich/cornea"]])
        try await store.write { try $0.setSubSpecialties([], of: senior, in: "elsewhere") }
        #expect(try await known() == [senior: ["rich/retina", "rich/cornea"]])
        try await store.write { try $0.setSubSpecialties(["rich/cornea"], of: senior, in: "rich") }
        #expect(try await known() == [senior: ["rich/cornea"]])
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
        let plan = GuaranteePlan(
            answer: [.urgent: [.init(10, .remind), .init(40, .widen), .init(100, .escalate)]],
            fallback: .init(offer: "rich-line", phone: "02 61 91 00 00", meanwhile: "Appelez."))
        let offer = Offer(
            id: "rich-line", title: "Ligne", summary: "Tout.", keywords: ["tout", "l’œil"], specialty: "Ophtalmologie",
            kind: .orientation, service: .consultation, modality: .onSite, owner: "rich-hospital", state: .coming,
            stateUntil: CivilDate(dayNumber: 20_900), form: "dermatologie", professions: [.nurse, .midwife, .none],
            admission: Admission(isByInvitation: true, departements: ["2A"]),
            targets: [.urgent: AnswerTarget(minutes: 90), .routine: AnswerTarget(hours: 72, counting: .opening)],
            hours: hours,
            channels: [
                .init(.telephone, address: "02 61 91 00 01", note: "Un médecin répond.", hours: hours), .init(.opinion),
            ],
            pools: ["rich-a": "rich-pool", "rich-b": "rich-pool"],
            routing: LineRouting(
                isRegulated: true, orders: [.urgent: .duty, .routine: .load], atOnce: 3,
                overflow: ["rich-a": ["rich-b"]]),
            guarantee: plan)
        let communes = ["2A004", "35236"].map { INSEECommune(sample: $0) }
        let codes = ["20100", "97410"].compactMap(PostalCode.init(rawValue:))
        return Network(
            id: "rich", name: "Réseau riche", timeZone: "Indian/Reunion", phone: "02 00 00 00 00",
            frame: "network", catalogue: .anyone,
            partners: [
                Partner(
                    id: "rich-hospital", name: "Hôpital", kind: .hospital, finess: FINESS(rawValue: "770020030"),
                    commune: communes[0]),
                Partner(id: "rich-care", name: "CPTS", kind: .territorialCommunity),
            ],
            // In an order that is not the alphabet's: a declaration's order is what pages show.
            zones: [
                Zone(
                    id: "rich-b", name: "B", departements: ["56", "22"], communes: communes, postalCodes: codes,
                    unites: ["rich-a"]),
                Zone(id: "rich-a", name: "A", departements: ["974"], overflow: ["rich-b"]),
            ],
            pools: [
                Pool(id: "rich-pool", name: "Pool", owner: "rich-hospital"), Pool(id: "rich-apart", name: "À part"),
            ],
            subSpecialties: [SubSpecialty(id: "rich/retina", title: "Rétine")], offers: [offer], guarantee: plan,
            letterhead: Letterhead(lines: ["Réseau riche", "1 rue d’Essai"], logo: [0x89, 0x50]),
            phrases: [Phrase.Content(shortcut: "rien", title: "Rien", text: "Rien à signaler.")],
            goals: [IndicatorGoal(.closedLoops, 80)])
    }
}

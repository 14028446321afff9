import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow

/// A large territory: 60 zones with a pool each, two senior experts and a junior a pool, 500 asking structures of one doctor, a coordinator.
enum Territory {
    static let zoneCount = 60
    static let expertsAPool = 3
    static let structureCount = 500
    static let patientsAStructure = 100
    /// What the three people who sign in type.
    static let password = "ruche-lande-granit-42"

    static let network = Network(
        id: Network.sample.id, name: "Réseau mesuré",
        zones: (0..<zoneCount).map { Zone(id: zone($0), name: "Zone \($0)", departements: [departement($0)]) },
        pools: (0..<zoneCount).map { Pool(id: pool($0), name: "Dermatologues \($0)") },
        offers: [
            Offer(
                id: "dermatology", title: "Dermatologie", form: ClinicalProtocol.sample.id, targets: [:],
                pools: Dictionary(uniqueKeysWithValues: (0..<zoneCount).map { (zone($0), pool($0)) }))
        ])

    static let coordinator = Person.sample("coordinator", "Le Roux", "Erwan", .none)

    static func expert(_ number: Int, in zone: Int) -> Person {
        .sample("expert-\(zone)-\(number)", "Experte \(zone)", "Nolwenn \(number)", .doctor, specialty: "SM15")
    }

    /// The last one of each pool.
    static func isJunior(_ expert: Int) -> Bool { expert == expertsAPool - 1 }

    static func firstExpert(of pool: Identifier<Pool>) -> Identifier<Person> {
        Identifier("expert-" + pool.rawValue.dropFirst("pool-".count) + "-0")
    }

    static func asker(_ structure: Int) -> Person {
        .sample("asker-\(structure)", "Généraliste \(structure)", "Anne", .doctor)
    }

    static func structure(_ number: Int) -> Structure {
        Structure(
            id: Identifier("structure-\(number)"), name: "Cabinet \(number)", kind: .practice,
            commune: INSEECommune(sample: departement(number % zoneCount) + "001"), communeName: "Commune \(number)")
    }

    static func route(from structure: Int) -> Route {
        Route(offer: "dermatology", zone: zone(structure % zoneCount), pool: pool(structure % zoneCount))
    }

    static func patient(_ number: Int, of structure: Int) -> Patient {
        Patient(
            id: Identifier("patient-\(structure)-\(number)"), structure: Self.structure(structure).id,
            traits: PatientTraits(
                birthFamilyName: MadeUpWords.familyName(structure * patientsAStructure + number),
                firstGivenName: MadeUpWords.givenName(structure + 7 * number),
                birthDate: CivilDate(dayNumber: -4160 + 300 * number), sex: .female))
    }

    /// What the index holds of a demand; who is in it follows from the ids, and nobody is read for it.
    static func document(of request: AdviceRequest) -> SearchDocument? {
        let numbers = (request.patient?.rawValue ?? "").split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 2 else { return nil }
        let (patient, place) = (patient(numbers[1], of: numbers[0]).traits, structure(numbers[0]))
        let asker = asker(numbers[0])
        return SearchDocument(
            request,
            texts: [
                request.number.shown, request.number.rawValue, patient.birthDate.french, request.content.question,
                request.content.context,
            ],
            names: [
                patient.birthFamilyName, patient.firstGivenName, asker.familyName, asker.givenName, place.name,
                place.communeName,
            ])
    }

    /// Writes everyone; those of `signingIn` get a password and a key.
    static func found(in store: any Store, passwordHash: String, signingIn: [Person]) async throws {
        try await store.write { tx in
            try tx.save(network)
            func open(_ person: Person) throws {
                let hash = signingIn.contains(person) ? passwordHash : nil
                try tx.insert(person)
                try tx.insert(Account(person: person.id, login: person.id.rawValue, passwordHash: hash))
                guard hash != nil else { return }
                let key = SoftPasskey(Array(person.id.rawValue.utf8)).kept
                try tx.insert(
                    Passkey(id: .init(person.id.rawValue), person: person.id, key: key, name: "Clé", addedAt: Instant(milliseconds: 0)))
            }
            try open(coordinator)
            try tx.join(coordinator.id, network: network.id, as: .coordinator, status: .active)
            for zone in 0..<zoneCount {
                for number in 0..<expertsAPool {
                    let expert = expert(number, in: zone)
                    try open(expert)
                    try tx.join(expert.id, pool: pool(zone), as: isJunior(number) ? .junior : .senior, status: .active)
                }
            }
            for number in 0..<structureCount {
                let (asker, place) = (asker(number), structure(number))
                try open(asker)
                try tx.insert(place)
                try tx.join(asker.id, structure: place.id, as: .member, status: .active)
                for patient in 0..<patientsAStructure { try tx.insert(Self.patient(patient, of: number)) }
            }
        }
    }

    private static func zone(_ number: Int) -> Identifier<Zone> { Identifier("zone-\(number)") }
    private static func pool(_ number: Int) -> Identifier<Pool> { Identifier("pool-\(number)") }

    /// 01 to 19, then 21 to 61.
    private static func departement(_ zone: Int) -> String {
        let code = zone < 19 ? zone + 1 : zone + 2
        return code < 10 ? "0\(code)" : "\(code)"
    }
}

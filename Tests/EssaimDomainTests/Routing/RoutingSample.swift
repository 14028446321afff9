import EssaimDomain
import Testing

/// Three sectors of dermatologists and a fourth that nobody answers in, as tests of routing know them; what is found is read
/// as lines of text, so that tables can be written by hand.
enum RoutingSample {
    static let network = Network(
        id: "n", name: "N",
        zones: [
            Zone(id: "brest", name: "Brest", departements: ["29"], communes: communes("22113", "22006")),
            Zone(id: "lorient", name: "Lorient", departements: ["56"]),
            Zone(id: "rennes", name: "Rennes", departements: ["35", "22"]),
            Zone(id: "isles", name: "Îles", departements: ["2A", "974"]),
        ],
        pools: ["brest", "lorient", "rennes", "isles"].map { Pool(id: Identifier($0), name: $0) },
        offers: [
            line("lesion", pools: ["brest": "brest", "lorient": "lorient", "rennes": "rennes"]),
            line("duty", pools: ["brest": "brest", "lorient": "lorient", "rennes": "rennes"]),
            line("turn", pools: ["brest": "brest", "lorient": "lorient", "rennes": "rennes"]),
            line("door", pools: ["brest": "brest", "lorient": "lorient", "rennes": "rennes"]),
            line("eruption", pools: ["brest": "brest", "rennes": "rennes"]),
            line("wounds", pools: ["brest": "brest", "rennes": "rennes"]),
            line("empty", pools: [:]), line("coming", .coming, pools: ["brest": "brest"]),
        ])

    static let plan = RoutingPlan(
        neighbours: ["brest": ["lorient", "rennes"], "lorient": ["rennes", "brest"], "rennes": ["lorient"]],
        lines: [
            "duty": LineRouting(orders: [.priority: .duty, .urgent: .duty]),
            "turn": LineRouting(orders: [.routine: .load, .priority: .load], atOnce: 2),
            "door": LineRouting(isRegulated: true),
            "wounds": LineRouting(overflow: ["lorient": ["brest"]]),
        ])

    static let table = RoutingTable(network, plan)
    static let now = Instant(milliseconds: 1_795_000_000_000)

    static func communes(_ codes: String...) -> [INSEECommune] { codes.compactMap(INSEECommune.init(rawValue:)) }

    private static func line(
        _ id: Identifier<Offer>, _ state: Offer.State = .open, pools: [Identifier<Zone>: Identifier<Pool>]
    ) -> Offer {
        Offer(id: id, title: id.rawValue, state: state, targets: [:], pools: pools)
    }

    /// Two or three experts a pool, all there.
    static func hour(
        _ duties: [Identifier<Pool>: DutyAnswer] = [:], hasRegulator: Bool = true,
        _ change: (inout [Identifier<Pool>: [ExpertStanding]]) -> Void = { _ in }
    ) -> RoutingHour {
        var experts: [Identifier<Pool>: [ExpertStanding]] = [
            "brest": [expert("b1", held: 3), expert("b2", held: 1)],
            "lorient": [expert("l1", held: 2), expert("l2", held: 2), expert("l3", held: 0)],
            "rennes": [expert("r1", knows: ["melanoma"]), expert("r2", held: 5)],
        ]
        change(&experts)
        return RoutingHour(now: now, experts: experts, duties: duties, hasRegulator: hasRegulator)
    }

    static func expert(
        _ id: Identifier<Person>, grade: PoolGrade = .senior, knows: Set<Identifier<SubSpecialty>> = [],
        from: Instant? = now, held: Int = 0, given: Instant? = nil
    ) -> ExpertStanding {
        ExpertStanding(
            id, grade: grade, subSpecialties: knows, availableFrom: from, held: held, lastGivenAt: given)
    }

    static func demand(
        _ offer: Identifier<Offer>, from code: String, _ urgency: Urgency = .routine,
        named: RoutingDemand.Named? = nil, knowing: Identifier<SubSpecialty>? = nil,
        declinedBy: Set<Identifier<Person>> = []
    ) throws -> RoutingDemand {
        let commune: INSEECommune = try #require(INSEECommune(rawValue: code), "\(code)")
        let place = DemandPlace(commune: commune)
        return RoutingDemand(
            offer: offer, urgency: urgency, place: place.locality(in: SomeCommunes()), named: named,
            subSpecialty: knowing, wantedBy: now + .hours(4), declinedBy: declinedBy)
    }
}

extension RoutingAnswer {
    /// `0 pool@lorient: zone lorient (departement)`, a line for each candidate.
    var lines: [String] { candidates.map(\.line) }
}

extension Candidate {
    var line: String {
        let who =
            switch party {
            case .regulator: "regulator"
            case .expert(let id): id.rawValue
            case .pool: "pool"
            }
        return "\(rank) \(who)@\(route.pool): " + reasons.map(\.words).joined(separator: ", ")
    }
}

extension RoutingReason {
    var words: String {
        switch self {
        case .regulated: "regulated"
        case .named: "named"
        case .subSpecialty(let id): "knows \(id)"
        case .onDuty: "on duty"
        case .lightestLoad(let held): "holds \(held)"
        case .oneOf(let count): "one of \(count)"
        case .zone(let zone, let basis): "zone \(zone) (\(basis))"
        case .overflow(let from, let to, let why): "\(from) to \(to) (\(why))"
        case .waitsThere: "waits"
        }
    }
}

/// A small table of communes: Lannion, Perros-Guirec's postal code shared with a neighbour's, Paris and its 11th.
struct SomeCommunes: CommuneTable {
    private let byPostalCode: [String: [INSEECommune]] = [
        "22300": RoutingSample.communes("22113"),
        // One postal code, two zones: two communes named by Brest's zone, one of Rennes's.
        "22560": RoutingSample.communes("22278", "22113", "22006"),
        "29000": RoutingSample.communes("29232"), "75011": RoutingSample.communes("75111"),
    ]
    private let known = Set(
        RoutingSample.communes("22113", "22006", "22278", "29232", "56121", "35238", "2A004", "97411", "75111", "75056")
    )

    func contains(_ commune: INSEECommune) -> Bool { known.contains(commune) }
    func communes(withPostalCode code: String) -> [INSEECommune] { byPostalCode[code] ?? [] }
    func whole(of commune: INSEECommune) -> INSEECommune? {
        commune.rawValue.hasPrefix("751") ? INSEECommune(rawValue: "75056") : nil
    }
}

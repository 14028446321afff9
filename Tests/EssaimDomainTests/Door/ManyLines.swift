import EssaimDomain

/// A département's door to its public hospitals, and two networks beside it: 27 lines, as such networks declare them.
enum ManyLines {
    static let melun = commune("77288", "Melun", ["77000"], 2.6608, 48.5397, 43_000)
    static let meaux = commune("77284", "Meaux", ["77100"], 2.8788, 48.9606, 56_000)
    static let provins = commune("77379", "Provins", ["77160"], 3.2990, 48.5600, 11_900)
    static let fontainebleau = commune("77186", "Fontainebleau", ["77300"], 2.7020, 48.4040, 15_800)
    static let lannion = commune("22113", "Lannion", ["22300"], -3.4550, 48.7329, 20_040)
    static let rennes = commune("35238", "Rennes", ["35000"], -1.6778, 48.1173, 225_000)

    static let territory = Territory(
        communes: [melun, meaux, provins, fontainebleau, lannion, rennes], departements: [])

    static let ghef = Partner(id: "ghef", name: "GHEF", kind: .hospital, commune: meaux.code)
    static let chsud = Partner(id: "chsud", name: "CHSUD 77", kind: .hospital, commune: fontainebleau.code)
    static let ghsif = Partner(id: "ghsif", name: "GHSIF", kind: .hospital, commune: melun.code)
    static let forcilles = Partner(id: "forcilles", name: "Forcilles", kind: .hospital)

    static let office = OpeningHours.same([MinuteRange(from: 540, to: 1080)].compactMap(\.self))
    static let night = OpeningHours.same([MinuteRange(from: 1200, to: 1380)].compactMap(\.self))

    static let seineEtMarne = Network(
        id: "seine-et-marne", name: "DirectProSanté 77", phone: "01 60 00 00 00", catalogue: .anyone,
        partners: [ghef, chsud, ghsif, forcilles],
        zones: [Zone(id: "77", name: "Seine-et-Marne", departements: ["77"])], pools: [pool77],
        offers: [
            line("ghef-vasculaire", "Médecine vasculaire", ghef, "Thrombose, artériopathie, lymphoedème."),
            line(
                "ghef-dermatologie", "Dermatologie", ghef, "Lésion suspecte, éruption.",
                keywords: ["mélanome", "naevus"],
                specialty: "Dermatologie et vénéréologie", hours: office),
            line("ghef-pneumologie", "Pneumologie", ghef, state: .coming),
            line("ghef-geriatrie", "Gériatrie", ghef, state: .coming),
            line("ghef-diabetologie", "Diabétologie", ghef, state: .coming),
            line("ghef-cardiologie", "Cardiologie", ghef, state: .coming),
            line("ghef-gynecologie", "Gynécologie-obstétrique", ghef, state: .coming),
            line("chsud-orl", "ORL", chsud, "Surdité, vertige, tumeur des voies aériennes.", keywords: ["sinusite"]),
            line("chsud-interne", "Médecine interne", chsud, "Fièvre prolongée, maladie auto-immune."),
            line("chsud-oncologie", "Oncologie", chsud),
            line("chsud-allergologie", "Allergologie", chsud, keywords: ["sinusite"], hours: night),
            line(
                "chsud-orthopedie", "Orthopédie", chsud, "Fracture, prothèse.", state: .coming,
                until: CivilDate(year: 2027, month: 3, day: 1)),
            line("ghsif-plaies", "Plaies et cicatrisation", ghsif, "Plaie chronique, escarre.", minutes: 2880),
            line("ghsif-antibiotiques", "Équipe mobile d’antibiothérapie", ghsif, "Choix d’un antibiotique."),
            line("ghsif-infectiologie", "Maladies infectieuses", ghsif, keywords: ["infectiologie"]),
            line("forcilles-pneumologie", "Pneumologie", forcilles, "BPCO, nodule."),
            line("forcilles-thyroide", "Diabétologie et thyroïde", forcilles, keywords: ["endocrinologie"]),
            line("forcilles-oncologie", "Oncologie et hématologie", forcilles),
            line(
                "provins-geriatrie", "Gériatrie", nil, state: .paused, until: CivilDate(year: 2026, month: 12, day: 1)),
            line(
                "ghef-hdj", "Parcours vasculaire en hôpital de jour", ghef, "Bilan d’artériopathie en une journée.",
                service: .dayHospital),
        ])
    static let oncobreizh = Network(
        id: "oncobreizh", name: "OncoBreizh",
        zones: [Zone(id: "brest-lannion", name: "Brest-Lannion", departements: ["22", "29"])], pools: [poolBreton],
        offers: [
            Offer(
                id: "oncobreizh-dermatologie", title: "Dermatologie", summary: "Suspicion de cancer de la peau.",
                keywords: ["mélanome", "grain de beauté"], targets: [:], pools: ["brest-lannion": poolBreton.id]),
            Offer(
                id: "oncobreizh-empty", title: "Dermatologie pédiatrique", targets: [:],
                pools: ["brest-lannion": "nobody"]),
        ])
    static let closed = Network(
        id: "closed", name: "Réseau sur invitation",
        zones: [Zone(id: "closed-77", name: "Sud 77", departements: ["77"])],
        pools: [Pool(id: "closed-pool", name: "Cardiologues")],
        offers: [
            Offer(
                id: "closed-cardiologie", title: "Cardiologie", admission: Admission(isByInvitation: true),
                targets: [:], pools: ["closed-77": "closed-pool"]),
            Offer(
                id: "closed-doctors", title: "ECG", professions: [.doctor],
                targets: [.urgent: AnswerTarget(minutes: 60)],
                pools: ["closed-77": "closed-pool"]),
            Offer(
                id: "closed-paris", title: "Échographie cardiaque", admission: Admission(departements: ["75"]),
                targets: [:], pools: ["closed-77": "closed-pool"]),
            Offer(
                id: "closed-orientation", title: "Orientation", kind: .orientation, targets: [:],
                pools: ["closed-77": "closed-pool"]),
            Offer(id: "closed-nowhere", title: "Rythmologie", targets: [:], pools: [:]),
        ])

    static let networks = [seineEtMarne, oncobreizh, closed]
    static let experts: [Identifier<Pool>: Int] = [pool77.id: 9, poolBreton.id: 6, "closed-pool": 3]
    static let observed: [Identifier<Offer>: ObservedDelay] = [
        "forcilles-pneumologie": ObservedDelay(counted: 40, median: .hours(17), inTime: 38),
        "forcilles-oncologie": ObservedDelay(counted: 12, median: .hours(40), inTime: 9),
        "chsud-oncologie": ObservedDelay(counted: 9, median: .hours(1), inTime: 9),
    ]

    static let search = LineSearch(networks, territory: territory, experts: experts, observed: observed)

    /// A doctor of Melun, invited nowhere.
    static let doctor = LineAsker(profession: .doctor, commune: melun.code, networks: [])

    private static let pool77 = Pool(id: "pool-77", name: "Hôpitaux publics")
    private static let poolBreton = Pool(id: "pool-breton", name: "Dermatologues bretons")

    private static func line(
        _ id: String, _ title: String, _ owner: Partner?, _ summary: String = "", keywords: [String] = [],
        specialty: String = "", service: Offer.Service = .opinion, state: Offer.State = .open, until: CivilDate? = nil,
        minutes: Int? = nil, hours: OpeningHours? = nil
    ) -> Offer {
        Offer(
            id: Identifier(id), title: title, summary: summary, keywords: keywords, specialty: specialty,
            service: service, owner: owner?.id, state: state, stateUntil: until,
            targets: minutes.map { [.routine: AnswerTarget(minutes: $0)] } ?? [:], hours: hours,
            pools: ["77": pool77.id])
    }

    private static func commune(
        _ code: String, _ name: String, _ postal: [String], _ longitude: Double, _ latitude: Double, _ people: Int
    ) -> Commune {
        guard let code = INSEECommune(rawValue: code) else { preconditionFailure("no commune \(code)") }
        return Commune(
            code: code, name: name, postalCodes: postal.compactMap(PostalCode.init),
            position: Position(longitude: longitude, latitude: latitude), population: people)
    }
}

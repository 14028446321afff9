import EssaimDomain

extension INSEECommune {
    /// A code written in a test; a wrong one stops the test.
    public init(sample code: String) {
        guard let commune = INSEECommune(rawValue: code) else { preconditionFailure("no commune \(code)") }
        self = commune
    }
}

extension Structure {
    /// The asking practice, at Lannion: northern zone.
    public static let practice = sample("practice", "Cabinet du Léguer", "22113", "Lannion")
    /// Another practice, at Vannes: southern zone.
    public static let otherPractice = sample("other-practice", "Cabinet du Port", "56260", "Vannes")
    /// At Rennes: the zone that no pool answers.
    public static let remotePractice = sample("remote-practice", "Cabinet des Lices", "35238", "Rennes")
    /// At Paris: in no zone.
    public static let farPractice = sample("far-practice", "Cabinet Voltaire", "75111", "Paris")
    /// Where the senior dermatologist works.
    public static let office = sample("office", "Cabinet de dermatologie", "22278", "Saint-Brieuc")

    public static let samples: [Structure] = [practice, otherPractice, remotePractice, farPractice, office]

    private static func sample(_ id: String, _ name: String, _ commune: String, _ communeName: String) -> Structure {
        Structure(
            id: Identifier(id), name: name, kind: .practice, commune: INSEECommune(sample: commune),
            communeName: communeName)
    }
}

extension Zone {
    public static let north = Zone(id: "north", name: "Nord", departements: ["22", "29"])
    /// The Morbihan, and Redon, which belongs to it whatever its département.
    public static let south = Zone(
        id: "south", name: "Sud", departements: ["56"], communes: [INSEECommune(sample: "35236")])
    /// No pool answers here.
    public static let east = Zone(id: "east", name: "Est", departements: ["35"])
}

extension Pool {
    public static let north = Pool(id: "pool-north", name: "Dermatologues du Nord")
    public static let south = Pool(id: "pool-south", name: "Dermatologues du Sud")
}

extension Offer {
    /// The line of most samples: a form, photographs, standard delays.
    public static let dermatology = Offer(
        id: "dermatology", title: "Dermatologie", summary: "Une lésion de la peau à montrer.",
        form: ClinicalProtocol.sample.id, targets: [:],
        pools: [Zone.north.id: Pool.north.id, Zone.south.id: Pool.south.id])
    /// A question without form, that anyone of the network may ask.
    public static let orientation = Offer(
        id: "orientation", title: "Orientation", kind: .orientation, targets: [:], pools: [Zone.north.id: Pool.north.id]
    )
    /// A line of the south only, for a demand to be sent on.
    public static let tumours = Offer(
        id: "tumours", title: "Tumeurs cutanées", targets: [.urgent: AnswerTarget(hours: 4)],
        pools: [Zone.north.id: Pool.south.id, Zone.south.id: Pool.south.id])
    /// Not open any more.
    public static let paused = Offer(
        id: "paused", title: "Plaies", state: .paused, targets: [:], pools: [Zone.north.id: Pool.north.id])
}

extension Network {
    /// Three zones, one of them without pool; two pools; four lines.
    public static let sample = Network(
        id: "network", name: "Réseau d’essai", phone: "02 99 00 00 00", zones: [.north, .south, .east],
        pools: [.north, .south], offers: [.dermatology, .orientation, .tumours, .paused])
    /// Another network, with nothing in common.
    public static let other = Network(
        id: "other-network", name: "Réseau voisin", zones: [Zone(id: "west", name: "Ouest", departements: ["44"])],
        pools: [], offers: [])
}

extension Route {
    public static let north = Route(offer: Offer.dermatology.id, zone: Zone.north.id, pool: Pool.north.id)
    public static let south = Route(offer: Offer.dermatology.id, zone: Zone.south.id, pool: Pool.south.id)
    public static let tumours = Route(offer: Offer.tumours.id, zone: Zone.north.id, pool: Pool.south.id)
}

import EssaimDomain

/// A structure that asks, in a real town of Brittany (INSEE codes of the code officiel géographique).
struct Place: Sendable {
    let name: String
    let kind: Structure.Kind
    let commune: String
    let communeName: String
    let members: [(member: CastMember, role: StructureRole)]

    init(
        _ name: String, _ kind: Structure.Kind, _ commune: String, _ communeName: String, _ members: [CastMember],
        delegates: [CastMember] = []
    ) {
        self.name = name
        self.kind = kind
        self.commune = commune
        self.communeName = communeName
        // Somebody administers each.
        self.members =
            members.enumerated().map { ($1, $0 == 0 ? .administrator : .member) } + delegates.map { ($0, .delegate) }
    }

    static let all: [Place] = west + south + east + [hospital]

    private static let west: [Place] = [
        Place(
            "Cabinet médical des Ajoncs", .practice, "22113", "Lannion",
            [.doctor("Claire", "Kerfable"), .doctor("Loïc", "Tréconte")], delegates: [.other("Nolwenn", "Penchronique")]
        ),
        Place(
            "Cabinet médical des Goélands", .practice, "29019", "Brest",
            [.doctor("Gaël", "Ploulégende"), .doctor("Enora", "Lansonge")]),
        Place(
            "EHPAD Les Bruyères", .nursingHome, "29024", "Carhaix-Plouguer",
            [
                .professional(.nurse, "Maëlle", "Guichimère", .salaried),
                .professional(.nurse, "Erwan", "Rosroman", .salaried),
            ]),
        Place(
            "Cabinet infirmier du Vieux-Port", .practice, "29239", "Roscoff",
            [.professional(.nurse, "Tifenn", "Kermirage"), .professional(.nurse, "Mikael", "Coatfiction")]),
        Place(
            "Cabinet de sages-femmes de la Baie", .practice, "29151", "Morlaix",
            [.professional(.midwife, "Rozenn", "Tréfeuilleton")]),
    ]

    private static let south: [Place] = [
        Place(
            "Maison de santé du Blavet", .practice, "56178", "Pontivy",
            [
                .doctor("Alan", "Kerbrouillon"), .professional(.nurse, "Soizic", "Plouscénario"),
                .professional(.podiatrist, "Briac", "Locdécor"),
            ]),
        Place(
            "Cabinet de kinésithérapie du Golfe", .practice, "56260", "Vannes",
            [.professional(.physiotherapist, "Ewen", "Landefable")]),
        Place(
            "EHPAD Le Clos fleuri", .nursingHome, "56184", "Questembert",
            [
                .professional(.nurse, "Katell", "Quimsonge", .salaried),
                .professional(.nurse, "Youna", "Bodroman", .salaried),
            ]),
        Place("Cabinet médical de la Rade", .practice, "56121", "Lorient", [.doctor("Solenn", "Tréprologue")]),
    ]

    /// The hospital, whose billing office claims for its dermatologist.
    static let hospital = Place(
        "Hôpital de la Vilaine fictive", .hospital, "35238", "Rennes", [Experts.hospitalDermatologist])

    private static let east: [Place] = [
        Place(
            "Cabinet médical du Mail", .practice, "35238", "Rennes", [.doctor("Brendan", "Guiroman")],
            delegates: [.other("Aziliz", "Rosrécit")]),
        Place(
            "Maison de santé des Remparts", .practice, "35288", "Saint-Malo",
            [.doctor("Maël", "Kerépilogue"), .professional(.nurse, "Léna", "Coatdialogue")]),
        Place(
            "Pharmacie de la Vilaine", .pharmacy, "35236", "Redon",
            [.professional(.pharmacist, "Goulven", "Pendécor")]),
        Place(
            "Maison de santé du Méné", .practice, "22136", "Loudéac",
            [.doctor("Denez", "Lanprologue"), .professional(.podiatrist, "Nina", "Locchapitre")]),
    ]
}

/// Someone whom a visitor of the demonstration may be, without a password.
public struct Persona: Sendable, Hashable {
    public enum Group: String, Sendable, CaseIterable { case asks, answers, watches }

    public let login: String
    /// « Dr Claire Kerfable ».
    public let name: String
    /// « Médecin généraliste, Lannion ».
    public let role: String
    /// What one sees in their place.
    public let note: String
    public let group: Group

    fileprivate init(_ member: CastMember, _ role: String, _ note: String, _ group: Group) {
        login = member.login
        name = member.shownName
        self.role = role
        self.note = note
        self.group = group
    }
}

extension Demonstration {
    /// The few to propose first, in order: who asks, who answers, who watches. The first asker and the first expert are
    /// of the same sector.
    public static let personas: [Persona] = [
        Persona(asker(0, 0), "Médecin généraliste, Lannion", "Une réponse à lire, un brouillon à finir", .asks),
        Persona(asker(0, 2), "Secrétaire déléguée, Lannion", "Prépare les demandes de son cabinet", .asks),
        Persona(
            asker(2, 0), "Infirmière en EHPAD, Carhaix-Plouguer", "Une précision à donner, pour toute l’équipe", .asks),
        Persona(asker(4, 0), "Sage-femme, Morlaix", "Une demande en cours", .asks),
        Persona(asker(6, 0), "Masseur-kinésithérapeute, Vannes", "Un secteur sans équipe pour une des lignes", .asks),
        Persona(
            Experts.west[0], "Dermatologue, secteur Brest–Lannion", "Des demandes à prendre, dont une urgente", .answers
        ),
        Persona(Experts.westJunior, "Docteur junior, secteur Brest–Lannion", "Un sénior valide ses avis", .answers),
        Persona(Experts.east[0], "Dermatologue, secteur Rennes", "Une demande en retard", .answers),
        Persona(Experts.regulator, "Médecin régulateur du réseau", "Oriente et change les urgences", .watches),
        Persona(Experts.coordinator, "Coordinatrice du réseau", "Voit tout le réseau, n’écrit aucun avis", .watches),
        Persona(
            Experts.secretary, "Secrétariat du réseau", "Donne les rendez-vous, ne lit aucune demande", .watches),
        Persona(
            Experts.billingOffice, "Bureau de facturation, hôpital",
            "Fait les lots d’actes de l’hôpital, ne lit aucune demande", .watches),
        Persona(
            Experts.securityReferent, "Référent sécurité du réseau", "Tient le journal, ne lit aucune demande", .watches
        ),
    ]

    private static func asker(_ place: Int, _ member: Int) -> CastMember { Place.all[place].members[member].member }
}

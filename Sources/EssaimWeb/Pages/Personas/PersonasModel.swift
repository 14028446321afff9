/// The fictional people of a demonstration, by role: one button each, no password.
struct PersonasModel: Sendable {
    struct Group: Sendable {
        /// « Ils demandent », « Ils répondent », « Ils veillent ».
        var title: String
        var personas: [Persona]
    }

    struct Persona: Sendable {
        var id: String
        var name: String
        /// « Médecin généraliste, Lannion ».
        var role: String
        /// What one sees in their place: « 2 demandes à prendre, dont 1 urgente ».
        var note: String = ""
    }

    /// The name under which the chosen persona is posted.
    static let personaName = "persona"

    var seal: FormSeal
    var groups: [Group]

    static let sample = PersonasModel(
        seal: .sample,
        groups: [
            Group(
                title: "Demander",
                personas: [
                    Persona(
                        id: "morvan", name: "Dr Claire Morvan", role: "Médecin généraliste, Lannion",
                        note: "Une réponse à lire, un brouillon"),
                    Persona(
                        id: "tanguy", name: "Maëlle Tanguy", role: "Infirmière, EHPAD des Ajoncs",
                        note: "Demande pour toute son équipe"),
                ]),
            Group(
                title: "Répondre",
                personas: [
                    Persona(
                        id: "legoff", name: "Dr Hervé Le Goff", role: "Dermatologue, secteur Brest-Lannion",
                        note: "Six demandes à prendre, dont une urgente"),
                    Persona(
                        id: "riou", name: "Dr Anne Riou", role: "Interne, secteur Rennes",
                        note: "Ses réponses sont validées par un sénior"),
                ]),
            Group(
                title: "Veiller",
                personas: [
                    Persona(
                        id: "guillou", name: "Sophie Guillou", role: "Coordinatrice du réseau",
                        note: "Voit tout le réseau, n’écrit aucun avis")
                ]),
        ])
}

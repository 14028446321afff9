import EssaimDomain

/// The lines of the network that one may ask, to begin a demand.
struct OffersModel: Sendable {
    enum Availability: Sendable {
        case open
        /// Why not, and what to do instead.
        case closed(reason: String, otherWay: String)
    }

    struct Promise: Sendable {
        var urgency: Urgency
        /// « sous 24 h », « sous 7 jours ».
        var delay: String
    }

    struct Card: Sendable {
        /// Posted as `ligne`.
        var id: String
        var title: String
        /// When to use this line, in one sentence.
        var summary: String
        var network: String
        /// Who answers for the asker's zone: « 9 dermatologues, secteur Brest-Lannion ».
        var pool: String = ""
        var kind: RequestKind = .teleexpertise
        var promises: [Promise]
        var availability: Availability = .open
        /// Each card is its own form.
        var seal: FormSeal
    }

    static let lineName = "ligne"

    var cards: [Card]
    var empty = EmptyModel(
        title: "Aucune ligne ne vous est ouverte",
        text: "Votre structure n’est rattachée à aucun réseau. La coordination de votre réseau peut l’y inscrire.")

    private static let promises = [
        Promise(urgency: .urgent, delay: "sous 24 h"), Promise(urgency: .priority, delay: "sous 48 h"),
        Promise(urgency: .routine, delay: "sous 7 jours"),
    ]

    static let sample = OffersModel(cards: [
        Card(
            id: "dermatologie", title: "Dermatologie",
            summary: "Lésion suspecte, éruption, plaie\u{A0}: avec au moins deux photographies.", network: "OncoBreizh",
            pool: "Secteur Brest-Lannion", promises: promises, seal: .sample),
        Card(
            id: "orientation", title: "Orientation vers le réseau",
            summary: "Trouver la bonne porte pour un patient, sans acte.", network: "OncoBreizh",
            pool: "Coordination du réseau", kind: .orientation,
            promises: [Promise(urgency: .routine, delay: "sous 7 jours")], seal: .sample),
        Card(
            id: "plaies", title: "Plaies et cicatrisation", summary: "Plaie chronique, escarre, ulcère de jambe.",
            network: "OncoBreizh", promises: promises,
            availability: .closed(
                reason: "Personne ne répond encore pour votre secteur.",
                otherWay: "Appelez la coordination au 02 00 00 00 00, ou demandez en dermatologie."),
            seal: .sample),
    ])
}

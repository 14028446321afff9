import EssaimDomain

/// *Qui a vu ce dossier*: every reading of one demand and every act on it, newest first.
struct TrailModel: Sendable {
    struct Line: Sendable {
        var at: Instant
        /// « Dr Claire Morvan », or « Essaim ».
        var who: String
        /// « médecin », « équipe du réseau ».
        var profession: String = ""
        /// What they were to the demand: « structure qui demande », « accès d’urgence ».
        var role: String = ""
        /// « a lu la demande ».
        var what: String
        /// The address that asked; empty when it is not known.
        var place: String = ""
        var seal: SealModel
        var isRefused: Bool = false
    }

    /// Someone outside of the circle read it, for a reason, for an hour.
    struct Emergency: Sendable {
        var who: String
        var profession: String = ""
        var at: Instant
        var until: Instant
        var reason: String
    }

    /// « 7K3M-QX2P ».
    var number: String
    var patient: PatientBannerModel
    /// « Cabinet médical du Port, Lannion ».
    var structure: String
    var request: SitePath
    var emergencies: [Emergency] = []
    var lines: [Line]
    /// Older entries.
    var next: SitePath?
    /// Back to the newest, when this is not the first page.
    var first: SitePath?
}

/// Whether an entry can no longer be changed unseen: its number in the signed journal; nil for the moment before.
struct SealModel: Sendable, Equatable {
    var number: Int?

    /// « scellée n° 1 234 ».
    var words: String { number.map { "scellée n°\u{A0}\(French.grouped($0))" } ?? "en cours de scellement" }
}

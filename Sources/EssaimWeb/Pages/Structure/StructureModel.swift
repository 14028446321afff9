import EssaimDomain

/// A structure as its administrator sees it: its members, the places it offers, and what it says of itself.
struct StructureModel: Sendable {
    struct Line: Sendable {
        var name: String
        var profession: String
        /// « Remplaçant du 24 décembre 2026 au 3 janvier 2027 ».
        var place: String
        /// « pour Dr Paul Kervella ».
        var principals = ""
        var status: String
        var isOpen = true
        var since: Instant?
        var path: SitePath
    }

    struct Offer: Sendable {
        /// As it was typed: nobody was looked up.
        var address: String
        var place: String
        var at: Instant
        var isRefused = false
        var removal: SitePath
    }

    var id: String
    var name: String
    /// Others that the reader administers.
    var others: [PageFrame.Link] = []
    /// Of the whole: bears the version of what it says of itself.
    var seal: FormSeal
    var members: [Line]
    var first: SitePath?
    var next: SitePath?
    var offers: [Offer] = []
    var invited = ""
    var terms = TermsForm()
    var facts: TypedStructure
    var faults: [FieldFault] = []
    /// Another administrator saved meanwhile: what was typed is shown, and may be saved over it.
    var isStale = false
}

extension StructureModel {
    static let sample = StructureModel(
        id: "s1", name: "Cabinet du Port",
        others: [PageFrame.Link(title: "EHPAD Les Bruyères", path: .structure("s2"))], seal: .sample,
        members: [
            Line(
                name: "Dr Anne Le Goff", profession: "médecin", place: "Administrateur", status: "en exercice",
                since: Instant(milliseconds: 1_770_000_000_000), path: .structureMember("s1", "p1")),
            Line(
                name: "Maëlle Riou", profession: "équipe", place: "Délégué", principals: "pour Dr Anne Le Goff",
                status: "en exercice", path: .structureMember("s1", "p2")),
            Line(
                name: "Dr Inès Morvan", profession: "médecin",
                place: "Remplaçant du 24\u{A0}décembre\u{A0}2026 au 3\u{A0}janvier\u{A0}2027",
                principals: "pour Dr Anne Le Goff", status: "attendu le 24\u{A0}décembre\u{A0}2026", isOpen: false,
                since: Instant(milliseconds: 1_795_422_600_000), path: .structureMember("s1", "p3")),
            Line(
                name: "Hervé Floc’h", profession: "infirmier", place: "Membre", status: "parti", isOpen: false,
                since: Instant(milliseconds: 1_740_000_000_000), path: .structureMember("s1", "p4")),
        ], next: .structure("s1", after: "p4"),
        offers: [
            Offer(
                address: "10000000027", place: "Membre", at: Instant(milliseconds: 1_795_422_600_000),
                removal: .withdrawInvitation("s1", "i1")),
            Offer(
                address: "p.kervella", place: "Délégué", at: Instant(milliseconds: 1_795_000_000_000),
                isRefused: true, removal: .withdrawInvitation("s1", "i2")),
        ], terms: TermsForm(professionals: [("p1", "Dr Anne Le Goff"), ("p5", "Dr Paul Kervella")]),
        facts: TypedStructure(
            name: "Cabinet du Port", cpts: "CPTS du Trégor", finess: "", commune: "22113", communeName: "Lannion"))

    static let faultySample: StructureModel = {
        var model = sample
        model.others = []
        model.next = nil
        model.invited = "10000000020"
        model.terms.typed = TypedTerms(place: "replacement", from: "2027-01-03", through: "2026-12-24")
        model.facts.commune = "22300 Lannion"
        model.isStale = true
        model.faults = [
            FieldFault(field: StructureInvitation.addressField, message: "La clé ne correspond pas."),
            FieldFault(
                field: TypedTerms.throughField, message: "Le dernier jour vient avant le premier\u{A0}: inversez-les."),
            FieldFault(
                field: TypedStructure.communeField,
                message: "Le code INSEE d’une commune a cinq caractères\u{A0}: 22113 pour Lannion."),
        ]
        model.terms.faults = model.faults
        return model
    }()
}

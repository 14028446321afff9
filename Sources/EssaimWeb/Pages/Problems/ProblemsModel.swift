import EssaimDomain

/// The problems told in a network, for its coordination: those that wait, or those that were dealt with.
struct ProblemsModel: Sendable {
    struct Item: Sendable {
        var id: String
        var kind: String
        /// Told to the security referent too.
        var isGrave = false
        var at: Instant
        var who: String
        /// « Demande 7K3M-QX2P ».
        var demand: PageFrame.Link?
        var words: String
        var seal: FormSeal
        /// « Dr …, hier 14 h 20 », once dealt with.
        var handled: (who: String, at: Instant, reply: String)?
        /// What was typed and refused.
        var typed = ""
        var fault: String?
    }

    var areHandled: Bool
    /// « 3 », « 100+ ».
    var openCount: String
    var items: [Item]
    /// Other networks that the reader coordinates.
    var networks: [PageFrame.Link] = []
    var network: String
    var next: SitePath?
    var first: SitePath?

    private static let now = PageClock.sample.now

    static let sample = ProblemsModel(
        areHandled: false, openCount: "2",
        items: [
            Item(
                id: "p1", kind: "Confidentialité", isGrave: true, at: now - .hours(2), who: "Dr Anne Kerfable",
                demand: PageFrame.Link(title: "Demande 7K3M-QX2P", path: .request("sample")),
                words: "La photographie jointe est celle d’un autre patient.", seal: .sample),
            Item(
                id: "p2", kind: "Panne technique", at: now - .days(2), who: "Maëlle Kerfictif",
                words: "Le site était très lent mardi matin.", seal: .sample, typed: "",
                fault: "Au plus 2000\u{A0}caractères\u{A0}: raccourcissez ce texte."),
        ], network: "oncobreizh")

    static let handledSample = ProblemsModel(
        areHandled: true, openCount: "0",
        items: [
            Item(
                id: "p3", kind: "Réponse inadaptée ou en retard", at: now - .days(6), who: "Dr Anne Kerfable",
                demand: PageFrame.Link(title: "Demande 0B7H-23KM", path: .request("other")),
                words: "Aucune réponse en cinq jours.", seal: .sample,
                handled: ("Erwan Kercoord", now - .days(5), "La ligne avait perdu un expert\u{A0}: un autre a répondu.")
            )
        ], network: "oncobreizh")

    static let emptySample = ProblemsModel(areHandled: false, openCount: "0", items: [], network: "oncobreizh")
}

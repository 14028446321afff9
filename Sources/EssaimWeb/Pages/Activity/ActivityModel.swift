/// *Suivi*: a network's month in figures. The page and its file are made of the same tables, so that they cannot differ.
struct ActivityModel: Sendable {
    struct Table: Sendable {
        var title: String
        /// What is counted, and of how many.
        var note: String = ""
        var columns: [String]
        var rows: [[String]]
        var isWide: Bool { columns.count > 3 }
    }

    struct Option: Sendable {
        var value: String
        var label: String
    }

    static let networkName = "reseau"
    static let monthName = "mois"
    static let offerName = "ligne"

    /// « novembre 2026 ».
    var month: String
    var networks: [Option]
    var months: [Option]
    var offers: [Option]
    /// What is chosen in the three lists, as the address carries it.
    var query: [(name: String, value: String)]
    var tables: [Table]

    func chosen(_ name: String) -> String { query.first { $0.name == name }?.value ?? "" }

    static let sample = ActivityModel(
        month: "novembre 2026", networks: [Option(value: "oncobreizh", label: "OncoBreizh")],
        months: [Option(value: "2026-11", label: "novembre 2026"), Option(value: "2026-10", label: "octobre 2026")],
        offers: [Option(value: "dermatologie", label: "Dermatologie")],
        query: [(monthName, "2026-11"), (offerName, "")],
        tables: [
            Table(
                title: "Objectifs", note: "Ceux que le réseau s’est donnés\u{A0}; sur novembre 2026, sauf dit.",
                columns: ["Objectif", "Visé", "Atteint"],
                rows: [
                    ["Réponses sous 7 jours", "95\u{A0}%", "85\u{A0}%"], ["Boucles fermées", "80\u{A0}%", "82\u{A0}%"],
                ]),
            Table(
                title: "Demandes", note: "Envoyées en novembre 2026.", columns: ["Figure", "Nombre"],
                rows: [["Reçues", "112"], ["Répondues", "96"], ["Encore ouvertes", "9"], ["En retard", "2"]]),
            Table(
                title: "Délai jusqu’à la première réponse",
                note: "96\u{A0}réponses sur 112\u{A0}demandes\u{A0}; 9 sont encore ouvertes et n’ont pas de délai.",
                columns: ["Figure", "Valeur"],
                rows: [["Médiane", "17\u{A0}h"], ["Moyenne", "31\u{A0}h"], ["90e centile", "4\u{A0}j"]]),
            Table(
                title: "Par mois", columns: ["Mois", "Reçues", "Répondues", "Sous 7 jours"],
                rows: [["octobre 2026", "104", "101", "96\u{A0}%"], ["novembre 2026", "112", "96", "85\u{A0}%"]]),
        ])
}

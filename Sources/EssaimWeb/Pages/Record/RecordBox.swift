import EssaimDomain

/// What both sides say of their own records, and what the reader may say of theirs.
struct RecordBox: Sendable {
    struct Line: Sendable {
        /// « Versé au dossier ».
        var words: String
        /// « Dr Claire Morvan, pour la structure qui demande ».
        var who: String
        var at: Instant
        /// Takes it back, when it is the reader's side's.
        var undo: ActionForm?
    }

    /// Where the text to copy stands.
    var copy: SitePath?
    var lines: [Line] = []
    /// Told with the agreement, before sending.
    var isOpposed = false
    /// One tap each.
    var offered: [ActionForm] = []
    /// « Incident technique signalé, lundi 23 novembre à 10 h 20 ».
    var incidents: [String] = []
    var sheet: SitePath?
    var problem: SitePath?

    var isEmpty: Bool { copy == nil && lines.isEmpty && offered.isEmpty && incidents.isEmpty }

    static let sample = RecordBox(
        copy: .recordCopy("sample"),
        lines: [
            Line(
                words: "Versé au dossier", who: "Dr Hervé Kerfictif, côté expert",
                at: PageClock.sample.now - .hours(1)),
            Line(
                words: "Versé au dossier", who: "Dr Claire Kerfable, côté demandeur",
                at: PageClock.sample.now - .minutes(5),
                undo: ActionForm(
                    id: "retirer-dossier", title: "Retirer", path: .unmark("sample", "dossier"), seal: .sample)),
        ],
        offered: [
            ActionForm(id: "dmp", title: "Versé au DMP", path: .mark("sample", "dmp"), seal: .sample),
            ActionForm(
                id: "opposition-dmp", title: "Opposition du patient au DMP", path: .mark("sample", "opposition-dmp"),
                seal: .sample),
        ], incidents: ["Incident technique signalé, lundi 23 novembre 2026 à 11 h 05"],
        sheet: .patientSheet("sample"), problem: .problem("sample"))

    static let opposedSample = RecordBox(
        copy: .recordCopy("sample"), isOpposed: true,
        offered: [ActionForm(id: "dossier", title: "Versé au dossier", path: .mark("sample", "dossier"), seal: .sample)]
    )
}

import EssaimDomain

/// The structure's own patients, by name.
struct PatientsModel: Sendable {
    static let wordsName = "nom"
    static let keptName = "r"
    static let afterName = "apres"

    struct Row: Sendable {
        var path: SitePath
        /// « KERFABLE Malo ».
        var name: String
        /// « née Kerlégende »; empty when it is the name shown.
        var birthName: String
        /// « F 68 ans ».
        var short: String
        /// « 12/08/1958 ».
        var birthDate: String
        var requests: Int
        var lastSentAt: Instant?
    }

    var seal: FormSeal
    /// What was typed of a name.
    var words = ""
    var faults: [FieldFault] = []
    var rows: [Row]
    var next: SitePath?
    var first: SitePath?

    static let sample = PatientsModel(
        seal: .sample, words: "ker",
        rows: [
            Row(
                path: .patient("sample"), name: "KERFABLE Malo", birthName: "", short: "H\u{A0}51 ans",
                birthDate: "03/02/1975", requests: 2, lastSentAt: PageClock.sample.now - .hours(30)),
            Row(
                path: .patient("sample"), name: "KERSONGE Yvonne", birthName: "née Fictive-Le Roux",
                short: "F\u{A0}68 ans", birthDate: "12/08/1958", requests: 1,
                lastSentAt: PageClock.sample.now - .hours(400)),
        ])
    static let emptySample = PatientsModel(seal: .sample, words: "xyz", rows: [])
}

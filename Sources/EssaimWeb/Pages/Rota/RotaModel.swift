import EssaimDomain

/// A network's rota over eight weeks.
struct RotaModel: Sendable {
    struct Turn: Sendable {
        var post: String
        var hours: String
        var person: String
        var isAway = false
        /// For whoever keeps this post: hands it on or takes it away.
        var value: String?
    }

    struct Day: Sendable {
        /// « mardi 24 novembre ».
        var title: String
        var holiday: String?
        var turns: [Turn]
        var isToday = false
    }

    struct Duty: Sendable {
        var text: String
        var path: SitePath
    }

    var seal: FormSeal
    var network: String
    var networkID: String
    var networks: [PageFrame.Link] = []
    var pools: [PageFrame.Link] = []
    var days: [Day] = []
    var earlier: SitePath
    var later: SitePath
    /// « du 23 novembre 2026 au 17 janvier 2027 ».
    var window: String
    var alerts: [String] = []
    var findings: [String] = []
    /// Shown to who steers.
    var steers = false
    var duties: [Duty] = []
    /// Nil to who keeps no post.
    var form: DutyFormModel?
    var faults: [FieldFault] = []

    static let sample = RotaModel(
        seal: .sample, network: "Réseau d’essai", networkID: "network",
        pools: [
            PageFrame.Link(title: "Toutes les équipes", path: .rota("network"), isCurrent: true),
            PageFrame.Link(title: "Dermatologues du Nord", path: .rota("network", pool: "pool-north")),
        ],
        days: [
            Day(
                title: "lundi 23 novembre",
                turns: [
                    Turn(
                        post: "Dermatologues du Nord", hours: "8\u{A0}h à 20\u{A0}h", person: "Dr Nolwenn Guivarch",
                        value: "a")
                ], isToday: true),
            Day(title: "mardi 24 novembre", turns: []),
            Day(
                title: "vendredi 25 décembre", holiday: "Noël",
                turns: [
                    Turn(
                        post: "Dermatologues du Nord", hours: "20\u{A0}h à 8\u{A0}h, le lendemain",
                        person: "Dr Yann Jézéquel", isAway: true, value: "b")
                ]),
        ], earlier: .rota("network", from: "2026-09-28"), later: .rota("network", from: "2027-01-18"),
        window: "du 23 novembre 2026 au 17 janvier 2027",
        alerts: ["Personne ne peut répondre mardi 24 novembre\u{A0}: Dermatologues du Nord (Dermatologie)."],
        findings: [
            "Dr Yann Jézéquel est deux fois de garde vendredi 25 décembre\u{A0}: Dermatologues du Nord et Tumeurs cutanées."
        ], steers: true,
        duties: [
            Duty(
                text: "Dr Nolwenn Guivarch, Dermatologues du Nord, la journée\u{A0}: lundi, depuis le 2 novembre 2026",
                path: .rotaDuty("network", "d1"))
        ], form: .sample)
    static let readerSample = RotaModel(
        seal: .sample, network: "Réseau d’essai", networkID: "network", days: sample.days,
        earlier: sample.earlier, later: sample.later, window: sample.window)
}

/// A duty as it is typed.
struct DutyFormModel: Sendable {
    var typed = TypedDuty()
    var posts: [ChoiceGroup.Option] = []
    var people: [ChoiceGroup.Option] = []

    static let sample = DutyFormModel(
        posts: [ChoiceGroup.Option(value: "equipe pool-north", label: "Dermatologues du Nord")],
        people: [ChoiceGroup.Option(value: "senior", label: "Dr Nolwenn Guivarch")])
}

/// One duty, to be changed or ended.
struct DutyModel: Sendable {
    var seal: FormSeal
    var title: String
    var rota: SitePath
    var save: SitePath
    var end: SitePath
    var form: DutyFormModel
    var lastDay = ""
    var faults: [FieldFault] = []

    static let sample = DutyModel(
        seal: .sample, title: "Dr Nolwenn Guivarch, Dermatologues du Nord", rota: .rota("network"),
        save: .rotaDuty("network", "d1"), end: .rotaDuty("network", "d1", "terminer"), form: .sample)
}

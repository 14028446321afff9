import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension ActivityModel {
    init(_ activity: Activity) {
        let months = (0..<24).map { activity.current.adding(months: -$0) }
        self.init(
            month: activity.month.words,
            networks: activity.networks.map { Option(value: $0.id.rawValue, label: $0.name) },
            months: (months.contains(activity.month) ? months : months + [activity.month])
                .map { Option(value: $0.description, label: $0.words) },
            offers: activity.network.offers.map { Option(value: $0.id.rawValue, label: $0.title) },
            query: [
                (Self.networkName, activity.networks.count > 1 ? activity.network.id.rawValue : ""),
                (Self.monthName, activity.month.description), (Self.offerName, activity.offer?.rawValue ?? ""),
            ],
            tables: Self.goals(activity) + [
                Table(demands: activity), Table(delays: activity), Table(orientations: activity), Table(loop: activity),
                Table(otherwise: activity), Table(patients: activity), Table(origins: activity),
                Table(
                    title: "Autres voies",
                    note: "Téléphone, vidéo ou rendez-vous choisis sur la page d’une ligne, hors d’Essaim.",
                    columns: ["Ligne et voie", "Nombre"],
                    rows: activity.channels.map {
                        ["\($0.title), \($0.channel.word.lowercased())", French.grouped($0.count)]
                    }),
                Table(
                    title: "Par ligne", columns: ["Ligne"] + Table.columns,
                    rows: activity.offers.map { [$0.title] + Table.cells($0.counts) }),
                Table(
                    title: "Par mois", note: "Les douze derniers, celui-ci compris.", columns: ["Mois"] + Table.columns,
                    rows: activity.months.map { [$0.month.words] + Table.cells($0.counts) }),
            ])
    }
}

extension ActivityModel.Table {
    fileprivate static let columns = [
        "Reçues", "Répondues", "Encore ouvertes", "Déclinées", "Annulées", "Sous 24 h", "Sous 7 jours",
    ]

    fileprivate static func cells(_ counts: ActivityCounts) -> [String] {
        [
            counts.received, counts.answered, counts.open, counts.declined, counts.cancelled,
        ].map(French.grouped)
            + [share(counts.within24Hours, of: counts.answered), share(counts.within7Days, of: counts.answered)]
    }

    fileprivate init(demands activity: Activity) {
        let counts = activity.counts
        self.init(
            title: "Demandes", note: "Celles qui ont été envoyées en \(activity.month.words).",
            columns: ["Quoi", "Nombre"],
            rows: [
                ["Reçues", French.grouped(counts.received)], ["Répondues", French.grouped(counts.answered)],
                ["Encore ouvertes", French.grouped(counts.open)],
                ["En retard maintenant", French.grouped(counts.late)],
                ["Déclinées", French.grouped(counts.declined)], ["Annulées", French.grouped(counts.cancelled)],
            ])
    }

    /// Those that are still open have no delay: said, so that nobody takes a short delay for a good one.
    fileprivate init(delays activity: Activity) {
        let counts = activity.counts
        func words(_ delay: Duration?) -> String { delay.map(French.duration) ?? "–" }
        self.init(
            title: "Délai de l’envoi à la première réponse",
            note: "En temps calendaire, sur \(French.count(counts.answered, "réponse", "réponses"))\u{A0}; "
                + "\(French.count(counts.open, "demande encore ouverte n’a", "demandes encore ouvertes n’ont")) "
                + "pas de délai.",
            columns: ["Quoi", "Valeur"],
            rows: [
                ["Médiane", words(activity.median)], ["Moyenne", words(counts.meanDelay)],
                ["90e centile", words(activity.ninetieth)],
                ["Sous 24 h", Self.share(counts.within24Hours, of: counts.answered)],
                ["Sous 48 h", Self.share(counts.within48Hours, of: counts.answered)],
                ["Sous 7 jours", Self.share(counts.within7Days, of: counts.answered)],
            ])
    }

    fileprivate init(orientations activity: Activity) {
        let mix = activity.mix.orientations
        self.init(
            title: "Orientations",
            note: "Déclarées par l’expert, sur \(French.count(activity.counts.answered, "réponse", "réponses")).",
            columns: ["Orientation", "Nombre", "Part"],
            rows: Orientation.allCases.map { orientation in
                let count = mix[orientation] ?? 0
                return [orientation.word, French.grouped(count), Self.share(count, of: activity.counts.answered)]
            })
    }

    fileprivate init(loop activity: Activity) {
        let (counts, advice) = (activity.counts, activity.mix.advice)
        let said = advice.values.reduce(0, +)
        func row(_ word: String, _ count: Int, of whole: Int) -> [String] {
            [word, French.grouped(count), Self.share(count, of: whole)]
        }
        self.init(
            title: "Boucle",
            note: "Déclarée par la structure qui demande, sur \(French.count(counts.answered, "réponse", "réponses")). "
                + "Le suivi de l’avis est connu de \(French.grouped(said)).",
            columns: ["Quoi", "Nombre", "Part"],
            rows: [
                row("Patient informé", counts.patientTold, of: counts.answered),
                row("Boucle fermée", counts.closed, of: counts.answered),
                row("Boucle non fermée, archivée à 60 jours", counts.archivedUnclosed, of: counts.answered),
            ] + Loop.Advice.allCases.map { row("Avis\u{A0}: \($0.word.lowercased())", advice[$0] ?? 0, of: said) })
    }

    fileprivate init(otherwise activity: Activity) {
        let mix = activity.mix.otherwise
        let said = mix.values.reduce(0, +)
        self.init(
            title: "Sinon, vous auriez fait…\u{A0}?",
            note:
                "Déclaré par la structure qui demande, à la clôture\u{A0}: \(French.count(said, "réponse", "réponses")) "
                + "sur "
                + "\(French.count(activity.counts.closed, "boucle fermée", "boucles fermées")).",
            columns: ["Sans l’avis", "Nombre", "Part"],
            rows: Loop.Otherwise.allCases.map { otherwise in
                let count = mix[otherwise] ?? 0
                return [otherwise.word, French.grouped(count), Self.share(count, of: said)]
            })
    }

    /// Facts that a demand may leave out: each share is of those that say it.
    fileprivate init(patients activity: Activity) {
        let (doctors, places) = (activity.mix.treatingDoctors, activity.mix.departements)
        let received = French.grouped(activity.counts.received)
        let said = doctors.filter { $0.key != .unsaid }.values.reduce(0, +)
        let placed = places.values.reduce(0, +)
        self.init(
            title: "Patients",
            note: "Déclaré par la structure qui demande\u{A0}: le médecin traitant sur \(French.grouped(said)) "
                + "des \(received) reçues, la commune sur \(French.grouped(placed)).",
            columns: ["Quoi", "Nombre", "Part"],
            rows: [TreatingDoctor.Kind.requester, .named, .none].map { kind in
                let count = doctors[kind] ?? 0
                return ["Médecin traitant\u{A0}: \(kind.word)", French.grouped(count), Self.share(count, of: said)]
            }
                + places.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { place, count in
                    ["Habite le département \(place)", French.grouped(count), Self.share(count, of: placed)]
                })
    }

    /// Who turned to the network; of what says nothing, the requester did.
    fileprivate init(origins activity: Activity) {
        let (origins, received) = (activity.mix.origins, activity.counts.received)
        let others = origins.filter { $0.key != .direct }
        let direct = received - others.values.reduce(0, +)
        self.init(
            title: "Origine", note: "Déclarée par la structure qui demande\u{A0}; sans déclaration, directe.",
            columns: ["Quoi", "Nombre", "Part"],
            rows: RequestOrigin.allCases.map { origin in
                let count = origin == .direct ? direct : others[origin] ?? 0
                return [origin.word, French.grouped(count), Self.share(count, of: received)]
            })
    }

    /// « 85 % », rounded to the nearest; a dash of nothing.
    static func share(_ count: Int, of whole: Int) -> String {
        whole == 0 ? "–" : "\((count * 200 + whole) / (whole * 2))\u{A0}%"
    }
}

extension CivilMonth {
    /// « novembre 2026 ».
    var words: String { "\(French.months[month - 1])\u{A0}\(year)" }
}

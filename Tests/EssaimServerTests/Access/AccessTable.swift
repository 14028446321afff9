/// Who may open which door, written by hand from `docs/architecture.md` (« The life of a demand »): compared with what the
/// router does, never made from it.
struct Door: Sendable {
    let method: String
    let path: String
    let rule: Rule
    /// What a good form of this door carries.
    var form: [(String, String)] = []

    enum Rule: Sendable {
        /// Open to all, signed in or not.
        case everyone
        /// Whoever is signed in.
        case signedIn
        /// Only these; to others who are signed in it does not exist.
        case only(Set<Knocker>)
        /// Nobody: only a demonstration has it.
        case nobody
        /// By the state of the demand.
        case demand([Kept: Set<Knocker>])
        /// An act: in which states each part may do it. A part that may do it in some state is told « plus maintenant » in
        /// the others; to a part without any it does not exist.
        case act(Parts)
    }

    /// States by their letters: d draft, s submitted, t taken, w awaiting information, a answered, c closed.
    struct Parts: Sendable {
        var asking = ""
        var pool = ""
        var holder = ""
        var regulator = ""
        var coordinator = ""
    }

    var name: String { "\(method) \(path)" }

    private static let asking: Set<Knocker> = [.asker, .colleague, .delegate]
    private static let readers: Set<Knocker> = [
        .asker, .colleague, .delegate, .senior, .second, .junior, .regulator, .coordinator,
    ]
    private static let onlyDrafts: [Kept: Set<Knocker>] = [.draft: asking]
    private static let onceSent: [Kept: Set<Knocker>] = [
        .submitted: readers, .taken: readers, .awaitingInformation: readers, .answered: readers, .closed: readers,
    ]

    static let all: [Door] =
        [
            Door(method: "GET", path: "/", rule: .everyone),
            Door(method: "GET", path: "/connexion", rule: .everyone),
            Door(method: "POST", path: "/connexion", rule: .everyone),
            Door(method: "GET", path: "/style", rule: .everyone),
            Door(method: "GET", path: "/health", rule: .everyone),
            Door(method: "GET", path: "/actifs/{version}/{file}", rule: .everyone),
            Door(method: "GET", path: "/journal/checkpoint", rule: .everyone),
            Door(method: "GET", path: "/journal/tile/**", rule: .everyone),
            Door(method: "GET", path: "/demo", rule: .nobody),
            Door(method: "POST", path: "/demo/entrer", rule: .nobody, form: [("persona", "senior")]),
            Door(method: "GET", path: "/demandes", rule: .signedIn),
            Door(method: "GET", path: "/evenements", rule: .signedIn),
            Door(
                method: "GET", path: "/demandes/nouvelle",
                rule: .only([.asker, .colleague, .delegate, .neighbour, .senior])),
            Door(
                method: "POST", path: "/demandes", rule: .only([.asker, .colleague, .delegate, .neighbour, .senior]),
                form: [("ligne", "dermatology")]),

            Door(method: "GET", path: "/demandes/{id}/brouillon", rule: .demand(onlyDrafts)),
            Door(method: "POST", path: "/demandes/{id}/brouillon", rule: .demand(onlyDrafts)),
            Door(method: "POST", path: "/demandes/{id}/photos", rule: .demand(onlyDrafts)),
            Door(method: "GET", path: "/demandes/{id}/verifier", rule: .demand(onlyDrafts)),
            // Sent already, a second click is answered: as the first, or that it is no longer the time.
            Door(method: "POST", path: "/demandes/{id}/envoyer", rule: .act(Parts(asking: "d"))),
            Door(method: "POST", path: "/demandes/{id}/abandonner", rule: .demand(onlyDrafts)),

            Door(method: "GET", path: "/demandes/{id}", rule: .demand(onceSent)),
            Door(method: "GET", path: "/demandes/{id}/compte-rendu/{file}", rule: .demand(onceSent)),
            Door(
                method: "GET", path: "/demandes/{id}/photos/{photo}",
                rule: .demand(onceSent.merging(onlyDrafts) { $1 })),
            Door(
                method: "GET", path: "/demandes/{id}/repondre",
                rule: .demand([.taken: [.senior], .awaitingInformation: [.senior]])),
        ] + acts + last

    /// What takes something away from the visitor comes last.
    private static let last: [Door] = [
        Door(method: "POST", path: "/demandes/{id}/photos/{photo}/retirer", rule: .demand(onlyDrafts)),
        Door(method: "POST", path: "/deconnexion", rule: .signedIn),
    ]

    private static func act(_ word: String, _ parts: Parts, _ form: [(String, String)] = []) -> Door {
        Door(method: "POST", path: "/demandes/{id}/\(word)", rule: .act(parts), form: form)
    }

    private static let identity = [
        ("patient.birthFamilyName", "Inventé"), ("patient.firstGivenName", "Malo"), ("patient.birthDate", "03/02/1971"),
        ("patient.sex", "male"), ("motif", "Erreur de saisie."),
    ]

    private static let acts: [Door] = [
        act("prendre", Parts(pool: "s")),
        act("ecarter", Parts(pool: "s")),
        act("liberer", Parts(holder: "tw")),
        act("demander-precision", Parts(holder: "t"), [("texte", "Depuis quand ?")]),
        act(
            "repondre", Parts(holder: "tw"),
            [("text", "Rien à retirer."), ("orientation", "managedRemotely"), ("_suite", "envoyer")]),
        act("lier", Parts(holder: "t"), [("ligne", "tumours north"), ("texte", "Et là ?")]),
        act("proposer-rendez-vous", Parts(holder: "t"), [("texte", "Mardi.")]),
        act("proposer-appel", Parts(holder: "t"), [("texte", "Ce soir.")]),
        act(
            "amender", Parts(holder: "a"),
            [("text", "Autre."), ("orientation", "managedRemotely"), ("motif", "Erreur.")]),
        act("erratum", Parts(holder: "c"), [("texte", "Lire : gauche.")]),
        act(
            "decliner", Parts(holder: "tw", regulator: "s"),
            [("motif", "Hors champ."), ("autre_voie", "Centre expert.")]),
        act(
            "reorienter", Parts(pool: "s", holder: "t", regulator: "s", coordinator: "s"),
            [("ligne", "dermatology south"), ("motif", "Habite le Sud.")]),
        act("attribuer", Parts(regulator: "s", coordinator: "s"), [("expert", "second")]),
        // Only once it is overdue, which none here is.
        act("reattribuer", Parts(regulator: "-"), [("expert", "second")]),
        act("urgence", Parts(regulator: "s"), [("urgence", "urgent"), ("motif", "Douleur.")]),
        act("urgence-relevee", Parts(coordinator: "s"), [("urgence", "urgent"), ("motif", "Douleur.")]),

        act("ajouter", Parts(asking: "st"), [("texte", "Elle saigne.")]),
        act("annuler", Parts(asking: "stw"), [("motif", "Vu ailleurs.")]),
        act("preciser", Parts(asking: "w"), [("texte", "Six semaines.")]),
        act("lu", Parts(asking: "ac")),
        act("patient-informe", Parts(asking: "a")),
        act("question", Parts(asking: "a"), [("texte", "Et si elle grossit ?")]),
        act("clore", Parts(asking: "a")),
        act("fait-nouveau", Parts(asking: "c"), [("texte", "Revue depuis.")]),
        act("copier", Parts(asking: "c")),
        act("corriger-identite", Parts(asking: "stwac"), identity),
        act("retirer-photo", Parts(asking: "stwac"), [("photo", "{photo}"), ("motif", "Autre patient.")]),
    ]
}

extension Door {
    enum Expected: Equatable, Sendable {
        /// The page, or the act on its way.
        case open
        /// The act is theirs, in another state.
        case late
        /// As if it did not exist.
        case absent
        case signIn
    }

    func expected(for knocker: Knocker, on kept: Kept) -> Expected {
        switch rule {
        case .everyone: return .open
        case .nobody: return .absent
        case _ where !knocker.isKnown: return .signIn
        case .signedIn: return .open
        case .only(let admitted): return admitted.contains(knocker) ? .open : .absent
        case .demand(let admitted): return admitted[kept]?.contains(knocker) == true ? .open : .absent
        case .act(let parts):
            let cells = parts.cells(of: knocker, on: kept)
            if cells.isEmpty { return .absent }
            return cells.contains { $0.contains(kept.letter) } ? .open : .late
        }
    }
}

extension Door.Parts {
    /// What the table says to each part that this visitor has in a demand of that state; nothing for who has none.
    fileprivate func cells(of knocker: Knocker, on kept: Kept) -> [String] {
        let isSent = kept != .draft && kept != .absent
        let cells: [String] =
            switch knocker {
            case .asker, .colleague, .delegate: kept == .absent ? [] : [asking]
            case .second, .junior: isSent ? [pool] : []
            case .senior: !isSent ? [] : kept == .submitted ? [pool] : [pool, holder]
            case .regulator: isSent ? [regulator] : []
            case .coordinator: isSent ? [coordinator] : []
            default: []
            }
        return cells.filter { !$0.isEmpty }
    }
}

extension Kept {
    fileprivate var letter: Character {
        switch self {
        case .draft: "d"
        case .submitted: "s"
        case .taken: "t"
        case .awaitingInformation: "w"
        case .answered: "a"
        case .closed: "c"
        case .absent: "?"
        }
    }
}

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
        /// Open to other servers, which need neither session nor origin: it answers by statuses of its own.
        case servers
        /// Open to programs with their tokens alone: a session is not even looked at.
        case software
        /// Whoever is signed in.
        case signedIn
        /// Only these; to others who are signed in it does not exist.
        case only(Set<Knocker>)
        /// Nobody: only a demonstration has it.
        case nobody
        /// A page of a demand: in which states each part may open it; in the others it does not exist.
        case demand(Parts)
        /// An act: in which states each part may do it. A part that may do it in some state is told « plus maintenant » in
        /// the others; to a part without any it does not exist.
        case act(Parts)

        /// Opens to nobody who is not signed in.
        var asksWho: Bool {
            switch self {
            case .everyone, .servers, .nobody, .software: false
            case .signedIn, .only, .demand, .act: true
            }
        }
    }

    /// States by their letters: d draft, s submitted, t taken, w awaiting information, a answered, c closed.
    struct Parts: Sendable {
        var asking = ""
        var pool = ""
        var holder = ""
        var regulator = ""
        var coordinator = ""
        var emergency = ""
    }

    var name: String { "\(method) \(path)" }

    private static let whoAsks: Set<Knocker> = [.asker, .colleague, .delegate, .neighbour, .senior]
    private static let whoAnswers: Set<Knocker> = [.senior, .second, .junior, .southern, .emergency]

    /// Who steers the network, and who answers there.
    private static let whoSeesRota = whoAnswers.union([.coordinator, .regulator, .administrator])

    /// Professionals whose profession bills, who ask or answer somewhere.
    private static let whoBills: Set<Knocker> = [
        .asker, .colleague, .neighbour, .senior, .second, .junior, .southern, .emergency,
    ]

    /// The draft is its structure's own.
    private static let onlyDrafts = Rule.demand(Parts(asking: "d"))
    /// Files are joined by the asking structure, as long as no answer was given.
    private static let untilAnswered = Rule.demand(Parts(asking: "dstw"))
    /// Once sent: those concerned, and who opened it in an emergency.
    private static let onceSent = Rule.demand(
        Parts(
            asking: "stwac", pool: "stwac", holder: "stwac", regulator: "stwac", coordinator: "stwac",
            emergency: "stwac"))
    /// The same, drafts included for their structure.
    private static let always = Rule.demand(
        Parts(
            asking: "dstwac", pool: "stwac", holder: "stwac", regulator: "stwac", coordinator: "stwac",
            emergency: "stwac"))
    /// Once sent, but not who opened it in an emergency.
    private static let circle = Rule.demand(
        Parts(asking: "stwac", pool: "stwac", holder: "stwac", regulator: "stwac", coordinator: "stwac"))

    /// Each side keeps its own record: the asking structure, and who carries the demand.
    private static let bothRecords = Rule.demand(Parts(asking: "stwac", holder: "stwac"))

    static let all: [Door] =
        [
            Door(method: "GET", path: "/", rule: .everyone),
            Door(method: "GET", path: "/connexion", rule: .everyone),
            Door(method: "POST", path: "/connexion", rule: .everyone),
            // The step or the link that is sent along says for whom; without one they lead to the beginning.
            Door(method: "POST", path: "/connexion/code", rule: .everyone),
            Door(method: "POST", path: "/connexion/cle", rule: .everyone),
            Door(method: "POST", path: "/connexion/cle/defi", rule: .everyone),
            Door(method: "POST", path: "/connexion/ajout/code", rule: .everyone),
            Door(method: "POST", path: "/connexion/ajout/cle", rule: .everyone),
            // No provider is named in the sample's settings.
            Door(method: "POST", path: "/connexion/fournisseur/{nom}", rule: .nobody),
            Door(method: "GET", path: "/connexion/retour/{nom}", rule: .everyone),
            Door(method: "POST", path: "/connexion/arrivee", rule: .everyone),
            // Without its link.
            Door(method: "GET", path: "/compte/{jeton}", rule: .nobody),
            Door(method: "POST", path: "/compte/{jeton}", rule: .nobody),
            Door(method: "GET", path: "/style", rule: .everyone),
            Door(method: "GET", path: "/health", rule: .everyone),
            Door(method: "GET", path: "/actifs/{version}/{file}", rule: .everyone),
            Door(method: "GET", path: "/demandes/images-pretes.js", rule: .everyone),
            Door(method: "GET", path: "/journal/checkpoint", rule: .everyone),
            Door(method: "GET", path: "/journal/tile/**", rule: .everyone),
            Door(method: "GET", path: "/RECU/{code}", rule: .everyone),
            Door(method: "POST", path: "/journal/add-checkpoint", rule: .servers),
            // Without a word of what is asked.
            Door(method: "POST", path: "/api/jeton", rule: .servers),
            Door(method: "GET", path: "/api/moi", rule: .software),
            Door(method: "GET", path: "/api/suivi", rule: .software),
            Door(method: "GET", path: "/api/suivi/demandes", rule: .software),
            Door(method: "GET", path: "/demo", rule: .nobody),
            Door(method: "POST", path: "/demo/entrer", rule: .nobody, form: [("persona", "senior")]),
            Door(method: "GET", path: "/demandes", rule: .signedIn),
            Door(method: "GET", path: "/evenements", rule: .signedIn),
            // Who regulates another network finds that one's board, and nothing of these demands.
            Door(method: "GET", path: "/regulation", rule: .only([.regulator, .coordinator, .elsewhere])),
            Door(
                method: "POST", path: "/regulation", rule: .only([.regulator, .coordinator, .elsewhere]),
                form: [("acte", "transmettre")]),
            Door(method: "GET", path: "/avis-telephonique", rule: .only(whoAnswers)),
            Door(method: "POST", path: "/avis-telephonique", rule: .only(whoAnswers)),
            Door(method: "GET", path: "/recherche", rule: .signedIn),
            Door(method: "POST", path: "/recherche", rule: .signedIn, form: [("mots", "lésion")]),
            Door(method: "GET", path: "/patients", rule: .only(whoAsks)),
            Door(method: "POST", path: "/patients", rule: .only(whoAsks), form: [("nom", "ker")]),
            Door(method: "GET", path: "/patients/{patient}", rule: .only([.asker, .colleague, .delegate])),
            Door(
                method: "GET", path: "/demandes/nouvelle",
                rule: .only(whoAsks)),
            Door(
                method: "POST", path: "/demandes", rule: .only(whoAsks),
                form: [("ligne", "dermatology")]),
            Door(method: "GET", path: "/lignes", rule: .signedIn),
            Door(method: "GET", path: "/lignes/{network}/{line}", rule: .signedIn),
            // The sample's lines have no way out of Essaim.
            Door(method: "POST", path: "/lignes/{network}/{line}/voie", rule: .only([]), form: [("voie", "telephone")]),
            Door(method: "POST", path: "/lignes/{network}/{line}/prevenir", rule: .signedIn),
            Door(method: "POST", path: "/lignes/{network}/{line}/ne-plus-prevenir", rule: .signedIn),
            // The sample's networks show their lines to nobody who is not signed in, and then on other pages.
            Door(method: "GET", path: "/catalogue/{network}", rule: .nobody),
            Door(method: "GET", path: "/phrases", rule: .only(whoAnswers)),
            Door(
                method: "POST", path: "/phrases", rule: .only(whoAnswers),
                form: [("shortcut", "rien"), ("text", "Rien à retirer.")]),
            // Another's, or one that does not exist.
            Door(method: "POST", path: "/phrases/{phrase}", rule: .only([])),
            Door(method: "POST", path: "/phrases/{phrase}/retirer", rule: .only([])),
            Door(method: "GET", path: "/disponibilites", rule: .only(whoAnswers)),
            Door(method: "POST", path: "/disponibilites", rule: .only(whoAnswers)),
            Door(
                method: "POST", path: "/disponibilites/absences", rule: .only(whoAnswers),
                form: [("from", "24/12/2026")]),
            Door(method: "POST", path: "/disponibilites/absences/{absence}/retirer", rule: .only([])),
            Door(method: "POST", path: "/disponibilites/agenda", rule: .only(whoAnswers)),
            Door(method: "POST", path: "/disponibilites/agenda/retirer", rule: .only(whoAnswers)),
            Door(method: "GET", path: "/gardes", rule: .only(whoAnswers)),
            Door(method: "POST", path: "/gardes/echanges", rule: .only(whoAnswers)),
            // Another's, or one that does not exist.
            Door(method: "POST", path: "/gardes/echanges/{echange}/accepter", rule: .only([])),
            Door(method: "POST", path: "/gardes/echanges/{echange}/decliner", rule: .only([])),
            Door(method: "POST", path: "/gardes/echanges/{echange}/retirer", rule: .only([])),
            Door(method: "POST", path: "/gardes/agenda", rule: .only(whoAnswers)),
            Door(method: "POST", path: "/gardes/agenda/arreter", rule: .only(whoAnswers)),
            // Without its secret.
            Door(method: "GET", path: "/agenda/{secret}", rule: .nobody),
            Door(method: "GET", path: "/planning", rule: .only(whoSeesRota.union([.elsewhere]))),
            Door(method: "GET", path: "/reseaux/{reseau}/planning", rule: .only(whoSeesRota)),
            Door(method: "POST", path: "/reseaux/{reseau}/planning/gardes", rule: .only([.administrator])),
            Door(method: "POST", path: "/reseaux/{reseau}/planning/tours", rule: .only([.administrator])),
            Door(method: "GET", path: "/reseaux/{reseau}/planning/gardes/{garde}", rule: .only([])),
            Door(method: "POST", path: "/reseaux/{reseau}/planning/gardes/{garde}", rule: .only([])),
            Door(method: "POST", path: "/reseaux/{reseau}/planning/gardes/{garde}/terminer", rule: .only([])),
            Door(method: "GET", path: "/acces-urgence", rule: .only(whoAnswers)),
            Door(method: "POST", path: "/acces-urgence", rule: .only(whoAnswers)),
            Door(method: "GET", path: "/a-voir", rule: .only(whoAnswers.union([.secretary]))),
            Door(method: "GET", path: "/suivi", rule: .only([.coordinator, .head])),
            Door(method: "GET", path: "/suivi/chiffres.csv", rule: .only([.coordinator, .head])),
            Door(method: "GET", path: "/suivi/demandes.csv", rule: .only([.coordinator, .head])),
            Door(method: "GET", path: "/profil", rule: .signedIn),
            Door(method: "POST", path: "/profil/facturation", rule: .signedIn),
            Door(method: "POST", path: "/profil/courriel", rule: .signedIn, form: [("courriel", "nom@exemple.fr")]),
            Door(method: "GET", path: "/profil/courriel/{jeton}", rule: .signedIn),
            Door(method: "POST", path: "/profil/courriel/{jeton}", rule: .signedIn),
            Door(method: "POST", path: "/profil/mobile", rule: .signedIn, form: [("mobile", "06 12 34 56 78")]),
            Door(method: "POST", path: "/profil/code", rule: .signedIn, form: [("code", "000000")]),
            Door(method: "POST", path: "/profil/reglages", rule: .signedIn),
            Door(method: "GET", path: "/profil/securite", rule: .signedIn),
            // Another's, or one that does not exist.
            Door(method: "POST", path: "/profil/securite/appareils/{session}/fermer", rule: .only([])),
            Door(method: "POST", path: "/profil/securite/autres-appareils", rule: .signedIn),
            Door(method: "POST", path: "/profil/securite/confirmer", rule: .signedIn),
            Door(method: "POST", path: "/profil/securite/confirmer/code", rule: .signedIn),
            Door(method: "POST", path: "/profil/securite/confirmer/cle", rule: .signedIn),
            Door(method: "POST", path: "/profil/securite/ajouter", rule: .signedIn),
            Door(method: "POST", path: "/profil/securite/mot-de-passe", rule: .signedIn),
            Door(method: "POST", path: "/profil/securite/codes", rule: .signedIn),
            // Nobody there has an application or a key to take away.
            Door(method: "POST", path: "/profil/securite/application", rule: .only([])),
            Door(method: "POST", path: "/profil/securite/cles/{cle}/retirer", rule: .only([])),
            Door(method: "GET", path: "/structure", rule: .only([.neighbour])),
            Door(method: "GET", path: "/structure/{structure}", rule: .only([.neighbour])),
            Door(method: "POST", path: "/structure/{structure}/fiche", rule: .only([.neighbour])),
            Door(method: "POST", path: "/structure/{structure}/invitations", rule: .only([.neighbour])),
            // Another's, or one that does not exist.
            Door(method: "POST", path: "/structure/{structure}/invitations/{invitation}/retirer", rule: .only([])),
            Door(method: "GET", path: "/structure/{structure}/membres/{membre}", rule: .only([.neighbour])),
            Door(method: "POST", path: "/structure/{structure}/membres/{membre}/place", rule: .only([.neighbour])),
            Door(method: "POST", path: "/structure/{structure}/membres/{membre}/suspendre", rule: .only([.neighbour])),
            Door(method: "POST", path: "/structure/{structure}/membres/{membre}/reprendre", rule: .only([.neighbour])),
            Door(method: "POST", path: "/structure/{structure}/membres/{membre}/terminer", rule: .only([.neighbour])),
            Door(method: "POST", path: "/profil/invitations/{invitation}/accepter", rule: .only([])),
            Door(method: "POST", path: "/profil/invitations/{invitation}/refuser", rule: .only([])),
            Door(method: "GET", path: "/journal", rule: .only([.securityReferent])),
            Door(method: "GET", path: "/journal/export", rule: .only([.securityReferent])),
            Door(method: "POST", path: "/journal/alarmes/{alarm}/lever", rule: .only([.securityReferent])),

            Door(method: "GET", path: "/a-coter", rule: .only(whoBills)),
            Door(method: "POST", path: "/a-coter/{act}/coter", rule: .only([.asker])),
            Door(method: "POST", path: "/a-coter/{act}/ecarter", rule: .only([.asker])),
            Door(method: "POST", path: "/a-coter/{act}/annuler", rule: .only([.asker])),
            Door(method: "POST", path: "/a-coter/{act}/nir", rule: .only([.asker])),
            Door(method: "GET", path: "/facturation", rule: .only([.billingOffice])),
            Door(method: "POST", path: "/facturation/lots", rule: .only([.billingOffice])),
            Door(method: "GET", path: "/facturation/lots/{batch}", rule: .only([.billingOffice])),
            Door(method: "GET", path: "/facturation/lots/{batch}/lot.csv", rule: .only([.billingOffice])),
            Door(method: "POST", path: "/facturation/lignes", rule: .only([.billingOffice])),
            Door(method: "POST", path: "/facturation/actes/{act}/{word}", rule: .only([.billingOffice])),

            Door(method: "GET", path: "/demandes/{id}/brouillon", rule: onlyDrafts),
            Door(method: "POST", path: "/demandes/{id}/brouillon", rule: onlyDrafts),
            Door(method: "POST", path: "/demandes/{id}/photos", rule: untilAnswered),
            Door(method: "GET", path: "/demandes/{id}/depots/{depot}", rule: untilAnswered),
            Door(method: "PUT", path: "/demandes/{id}/depots/{depot}", rule: untilAnswered),
            Door(method: "GET", path: "/demandes/{id}/verifier", rule: onlyDrafts),
            // Sent already, a second click is answered: as the first, or that it is no longer the time.
            Door(method: "POST", path: "/demandes/{id}/envoyer", rule: .act(Parts(asking: "d"))),
            Door(method: "POST", path: "/demandes/{id}/abandonner", rule: onlyDrafts),

            Door(method: "GET", path: "/demandes/{id}", rule: onceSent),
            Door(method: "GET", path: "/demandes/{id}/acces", rule: circle),
            Door(method: "GET", path: "/demandes/{id}/images", rule: onceSent),
            Door(method: "GET", path: "/demandes/{id}/compte-rendu/{file}", rule: onceSent),
            Door(method: "GET", path: "/demandes/{id}/recu/{file}", rule: onceSent),
            Door(method: "GET", path: "/demandes/{id}/pour-mon-dossier", rule: onceSent),
            Door(method: "POST", path: "/demandes/{id}/verse/{mark}", rule: bothRecords),
            Door(method: "POST", path: "/demandes/{id}/retirer/{mark}", rule: bothRecords),
            Door(method: "GET", path: "/demandes/{id}/fiche-patient", rule: .demand(Parts(asking: "stwac"))),
            Door(method: "POST", path: "/demandes/{id}/fiche-patient", rule: .demand(Parts(asking: "stwac"))),
            Door(method: "GET", path: "/demandes/{id}/signaler", rule: circle),
            Door(
                method: "POST", path: "/demandes/{id}/signaler", rule: circle,
                form: [("quoi", "other"), ("texte", "Un doute.")]),
            Door(method: "GET", path: "/signaler", rule: .signedIn),
            Door(
                method: "POST", path: "/signaler", rule: .signedIn, form: [("quoi", "other"), ("texte", "Un doute.")]),
            Door(method: "GET", path: "/problemes", rule: .only([.coordinator])),
            Door(method: "POST", path: "/problemes/{problem}/traiter", rule: .only([.coordinator])),
            Door(method: "POST", path: "/problemes/{problem}/rouvrir", rule: .only([.coordinator])),
            Door(method: "GET", path: "/demandes/{id}/dossier/{file}", rule: onceSent),
            Door(method: "GET", path: "/demandes/{id}/photos/{photo}", rule: always),
            Door(method: "GET", path: "/demandes/{id}/photos/{photo}/{part}", rule: always),
            Door(
                method: "GET", path: "/demandes/{id}/repondre",
                rule: .demand(Parts(holder: "tw"))),
        ] + visits + acts + forms + declarations + members + last

    private static let whoReadsNetworks: Set<Knocker> = [.administrator, .coordinator, .regulator, .head]

    /// A network as it is declared: who steers it reads it, its administrator changes it.
    private static let declarations: [Door] =
        [Door(method: "GET", path: "/reseaux", rule: .only(whoReadsNetworks.union([.elsewhere])))]
        + ["", "/fichier", "/identite", "/partenaires", "/zones", "/equipes", "/lignes"].map {
            Door(method: "GET", path: "/reseaux/{reseau}\($0)", rule: .only(whoReadsNetworks))
        }
        // A new part.
        + ["partenaires", "zones", "equipes", "lignes"].map {
            Door(method: "GET", path: "/reseaux/{reseau}/\($0)/{partie}", rule: .only([.administrator]))
        }
        // Against no version: each is told that the network changed meanwhile.
        + ["identite", "partenaires/{partie}", "zones/{partie}", "equipes/{partie}", "lignes/{partie}"].map {
            Door(method: "POST", path: "/reseaux/{reseau}/\($0)", rule: .only([.administrator]))
        }

    /// A network's people: its administrators keep them, its coordination reads them.
    private static let members: [Door] = [
        Door(method: "GET", path: "/reseaux/{reseau}/membres", rule: .only(whoReadsForms)),
        Door(method: "GET", path: "/reseaux/{reseau}/membres/{personne}", rule: .only(whoReadsForms)),
        // Without a name, and over another version: each is told.
        Door(method: "POST", path: "/reseaux/{reseau}/membres/inviter", rule: .only([.administrator])),
        Door(method: "POST", path: "/reseaux/{reseau}/membres/{personne}/inviter", rule: .only([.administrator])),
        Door(method: "POST", path: "/reseaux/{reseau}/membres/{personne}/place", rule: .only([.administrator])),
        Door(method: "POST", path: "/reseaux/{reseau}/membres/{personne}/fin", rule: .only([.administrator])),
    ]

    private static let whoReadsForms: Set<Knocker> = [.administrator, .coordinator]

    /// A network's forms: its administrators write them, its coordination reads them.
    private static let forms: [Door] =
        ["", "/{protocole}", "/{protocole}/apercu", "/{protocole}/questionnaire.json"].map {
            Door(method: "GET", path: "/reseaux/{reseau}/protocoles\($0)", rule: .only(whoReadsForms))
        } + [
            Door(
                method: "GET", path: "/reseaux/{reseau}/protocoles/{protocole}/questions/{question}",
                rule: .only([.administrator])),
            // Without a title, without a file: each is told.
            Door(method: "POST", path: "/reseaux/{reseau}/protocoles", rule: .only([.administrator])),
            Door(method: "POST", path: "/reseaux/{reseau}/protocoles/importer", rule: .only([.administrator])),
            Door(
                method: "POST", path: "/reseaux/{reseau}/protocoles/{protocole}/entete", rule: .only([.administrator])),
            Door(
                method: "POST", path: "/reseaux/{reseau}/protocoles/{protocole}/ordre", rule: .only([.administrator]),
                form: [("geste", "monter"), ("question", "site")]),
            Door(
                method: "POST", path: "/reseaux/{reseau}/protocoles/{protocole}/images", rule: .only([.administrator])),
            Door(
                method: "POST", path: "/reseaux/{reseau}/protocoles/{protocole}/publier", rule: .only([.administrator])
            ),
            Door(
                method: "POST", path: "/reseaux/{reseau}/protocoles/{protocole}/lignes", rule: .only([.administrator]),
                form: [("ligne", "orientation")]),
            Door(
                method: "POST", path: "/reseaux/{reseau}/protocoles/{protocole}/questions/{question}",
                rule: .only([.administrator])),
        ]

    /// No patient of these demands is to be seen: `VisitAccessTests` opens these doors.
    private static let visits: [Door] =
        [Door(method: "GET", path: "/a-voir/{id}", rule: .only([]))]
        + ["rendez-vous", "vu", "non-venu", "injoignable", "plus-necessaire"].map {
            Door(method: "POST", path: "/a-voir/{id}/\($0)", rule: .only([]))
        }

    /// What takes something away from the visitor comes last.
    private static let last: [Door] = [
        Door(method: "POST", path: "/demandes/{id}/photos/{photo}/retirer", rule: onlyDrafts),
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

        // None of these came by a regulated door, nor is to be received: `RegulationTests` and `ReceivingTests` open these.
        act("trier", Parts(regulator: "-", coordinator: "-")),
        act("ne-plus-trier", Parts(regulator: "-", coordinator: "-")),
        act("transmettre", Parts(regulator: "-", coordinator: "-")),
        act("demander-complement", Parts(regulator: "-", coordinator: "-"), [("texte", "Depuis quand ?")]),
        act("diriger", Parts(regulator: "-"), [("vers", "telephone"), ("texte", "Appelez.")]),
        act("separer", Parts(regulator: "-", coordinator: "-")),
        act("accepter-patient", Parts()),
        act("refuser-patient", Parts(), [("motif", "Complet."), ("autre_voie", "Les urgences.")]),

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

import EssaimDomain

extension SheetSection {
    /// « Secteurs ».
    var word: String {
        switch self {
        case .identity: "Identité"
        case .partners: "Partenaires"
        case .zones: "Secteurs"
        case .teams: "Équipes"
        case .lines: "Lignes"
        }
    }

    /// « un secteur ».
    var one: String {
        switch self {
        case .identity: "l’identité"
        case .partners: "un partenaire"
        case .zones: "un secteur"
        case .teams: "une équipe"
        case .lines: "une ligne"
        }
    }
}

/// How a key of a network's file is asked on a page.
struct SheetKey {
    enum Control {
        case line, area(rows: Int)
        /// One of these words of the file, each with what it means; the first line is what is meant when nothing is said.
        case choice([(value: String, label: String)], none: String)
    }

    var label: String
    var help = ""
    var control = Control.line

    /// - Parameters:
    ///   - forms: what a line may name.
    ///   - partners: short names and names.
    static func of(
        _ key: String, in section: SheetSection, forms: [String], partners: [(value: String, label: String)]
    ) -> SheetKey {
        switch key {
        case "nom": SheetKey(label: "Nom")
        case "titre": SheetKey(label: "Titre")
        case "telephone": SheetKey(label: "Téléphone", help: "Montré là où une demande ne doit pas attendre.")
        case "fuseau": SheetKey(label: "Fuseau horaire", help: "Europe/Paris, Indian/Reunion, America/Martinique…")
        case "resume":
            SheetKey(label: "Quand s’en servir", help: "Une phrase, lue avant de demander.", control: .area(rows: 2))
        case "mots":
            SheetKey(
                label: "Mots qui y mènent", help: "Séparés par des virgules\u{A0}: mélanome, grain de beauté.",
                control: .area(rows: 2))
        case "specialite": SheetKey(label: "Spécialité")
        case "finess": SheetKey(label: "FINESS", help: "Neuf signes.")
        case "commune": SheetKey(label: "Commune", help: "Code INSEE, pour dire la distance.")
        case "partenaire":
            SheetKey(
                label: "Établissement", help: "Il administre ce qui est à lui.",
                control: .choice(partners, none: "Le réseau lui-même"))
        case "genre" where section == .partners:
            SheetKey(label: "Genre", control: .choice(partnerKinds, none: "Choisir"))
        case "genre":
            SheetKey(
                label: "Genre",
                control: .choice([("orientation", "Demande d’orientation, sans acte")], none: "Téléexpertise"))
        case "nature": SheetKey(label: "Ce qu’elle donne", control: .choice(services, none: "Un avis"))
        case "modalite": SheetKey(label: "Comment", control: .choice(modalities, none: "En différé"))
        case "etat":
            SheetKey(
                label: "État", control: .choice([("suspendue", "Suspendue"), ("a-venir", "À venir")], none: "Ouverte"))
        case "a-partir": SheetKey(label: "Ouvre le", help: "D’une ligne à venir\u{A0}: 2027-01-15.")
        case "jusqu-au": SheetKey(label: "Rouvre le", help: "D’une ligne suspendue\u{A0}: 2027-01-15.")
        case "formulaire": SheetKey(label: "Formulaire", control: .choice(forms.map { ($0, $0) }, none: "Aucun"))
        case "catalogue":
            SheetKey(
                label: "Catalogue",
                control: .choice(
                    [("public", "Public\u{A0}: lignes et délais, sans nom de personne")], none: "Pour les membres"))
        case "demandeurs":
            SheetKey(
                label: "Qui peut demander",
                control: .choice([("invites", "Les seuls invités")], none: "Les professions ci-dessus"))
        case "professions":
            SheetKey(
                label: "Professions", help: "medecin, infirmier, sage-femme… Vide\u{A0}: toutes.",
                control: .area(rows: 2))
        case "territoire":
            SheetKey(label: "Départements des demandeurs", help: "22, 2A, 974. Vide\u{A0}: ceux de ses secteurs.")
        case "departements": SheetKey(label: "Départements", help: "22, 2A, 974.")
        case "communes":
            SheetKey(
                label: "Communes", help: "Codes INSEE. Elles l’emportent sur leur département.", control: .area(rows: 4)
            )
        case "codes-postaux": SheetKey(label: "Codes postaux", control: .area(rows: 2))
        case "reunit": SheetKey(label: "Secteurs réunis", help: "Noms courts, séparés par des virgules.")
        case "deborde":
            SheetKey(label: "Répond à sa place", help: "Les secteurs voisins, dans l’ordre, quand il ne le peut pas.")
        case "delais":
            SheetKey(
                label: "Délais promis", help: "simple: 7 j, priorite: 48 h, urgent: 24 h, un par ligne.",
                control: .area(rows: 3))
        case "horaires":
            SheetKey(
                label: "Horaires", help: "toujours, ou un par ligne\u{A0}: lun-ven: 9h-12h30, 14h-18h.",
                control: .area(rows: 4))
        case "canaux":
            SheetKey(
                label: "Autres voies", help: "- genre: telephone, puis adresse, note, horaires.",
                control: .area(rows: 5))
        case "aiguillage":
            SheetKey(
                label: "Aiguillage", help: "regulation: oui, ordre: garde, ensemble: 2, deborde.",
                control: .area(rows: 4))
        case "garantie":
            SheetKey(
                label: "Si personne ne répond",
                help: "simple: [25 % relancer, 50 % elargir, 75 % alerter, 100 % escalader].",
                control: .area(rows: 5))
        case "equipes":
            SheetKey(label: "Équipe de chaque secteur", help: "secteur: equipe, un par ligne.", control: .area(rows: 4))
        case "entete":
            SheetKey(label: "En-tête des comptes rendus", help: "lignes: [Nom, adresse].", control: .area(rows: 4))
        case "phrases":
            SheetKey(label: "Phrases du réseau", help: "raccourci, puis titre et texte.", control: .area(rows: 6))
        case "objectifs":
            SheetKey(
                label: "Objectifs", help: "reponse-48h: 80, boucles-closes: 70, un par ligne.", control: .area(rows: 4))
        case "surspecialites":
            SheetKey(label: "Surspécialités", help: "nom court: titre, une par ligne.", control: .area(rows: 3))
        default: SheetKey(label: key, control: .area(rows: 3))
        }
    }

    private static let partnerKinds = [
        ("ess", "Équipe de soins spécialisés"), ("hopital", "Hôpital"), ("cpts", "CPTS"), ("dac", "DAC"),
        ("ehpad", "EHPAD"), ("cabinet", "Cabinet"), ("sas", "SAS"),
    ].map { (value: $0.0, label: $0.1) }

    private static let services = [
        ("examen", "Un examen"), ("consultation", "Une consultation"), ("hdj", "Un hôpital de jour"),
        ("admission", "Une admission directe"),
    ].map { (value: $0.0, label: $0.1) }

    private static let modalities = [
        ("telephone", "Par téléphone"), ("video", "En vidéo"), ("sur-place", "Sur place"),
    ].map { (value: $0.0, label: $0.1) }
}

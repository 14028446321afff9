import EssaimDomain
import EssaimNetworkFiles
import Testing

/// A change to the small file, and the fault that it must give.
struct Mistake: Sendable, CustomTestStringConvertible {
    let line: Int
    let text: String?
    let at: Int?
    let says: String
    var testDescription: String { "line \(line): \(text ?? "removed")" }

    init(_ line: Int, _ text: String?, at: Int?, _ says: String) {
        self.line = line
        self.text = text
        self.at = at
        self.says = says
    }
}

private let mistakes: [Mistake] = [
    // The network itself.
    Mistake(1, nil, at: 1, "il manque « reseau »"),
    Mistake(1, "reseau: Onco Breizh", at: 1, "n’est pas un identifiant"),
    Mistake(1, "reseau: ''", at: 1, "« reseau » est vide"),
    Mistake(2, nil, at: 1, "il manque « nom »"),
    Mistake(2, "nom: [a, b]", at: 2, "un texte est attendu"),
    Mistake(2, "nom: \"a\\tb\"", at: 2, "tient sur une ligne"),
    Mistake(2, "fuseau: Europe/Brest", at: 2, "fuseaux connus : Europe/Paris"),
    Mistake(3, "telephone: zéro deux", at: 3, "ne se compose pas"),
    Mistake(3, "telefone: 02", at: 3, "la clé « telefone » n’existe pas ; clés connues : reseau, nom"),
    Mistake(3, "nom: Encore", at: 2, "« nom » est écrite deux fois"),
    Mistake(3, "état: x", at: 3, "n’existe pas"),
    // Zones.
    Mistake(5, "  Nord Est:", at: 5, "n’est pas un identifiant"),
    Mistake(6, nil, at: 5, "la zone « nord » : il manque « nom »"),
    Mistake(7, "    departements: []", at: 7, "« departements » est vide"),
    Mistake(7, nil, at: 5, "la zone « nord » est vide"),
    Mistake(7, "    departements: [22, 96]", at: 7, "« 96 » n’est pas un département"),
    Mistake(7, "    departements: [22, 22]", at: 7, "le département 22 y est déjà"),
    Mistake(7, "    départements: [20]", at: 7, "« 20 » n’est pas un département"),
    Mistake(7, "    regions: [53]", at: 7, "clés connues : nom, departements, communes, codes-postaux"),
    Mistake(10, "    codes-postaux: [5626]", at: 10, "n’est pas un code postal"),
    Mistake(10, "    reunit: [ouest]", at: 10, "la zone « ouest » n’existe pas ; zones connues : nord, sud"),
    Mistake(10, "    reunit: [sud]", at: 10, "la zone « sud » y est déjà"),
    Mistake(10, "    reunit: [nord]\n    deborde: [nord, nord]", at: 11, "la zone « nord » y est déjà"),
    Mistake(7, "    reunit: [sud]\n  est:\n    nom: Est\n    reunit: [est]", at: 10, "la zone « est » y est déjà"),
    Mistake(10, "    communes: [5626]", at: 10, "n’est pas un code INSEE"),
    Mistake(10, "    communes: [56260, 56260]", at: 10, "la commune 56260 y est déjà"),
    Mistake(10, "    communes: [20004]", at: 10, "n’est pas un code INSEE"),
    // Pools.
    Mistake(13, "    titre: Équipe", at: 13, "la clé « titre » n’existe pas"),
    Mistake(13, nil, at: 12, "des clés suivies de « : » sont attendues"),
    // Lines.
    Mistake(16, nil, at: 15, "il manque « titre »"),
    Mistake(17, "    formulaire: cardiologie", at: 17, "formulaires connus : dermatologie, plaies"),
    Mistake(17, "    genre: consultation", at: 17, "mots connus : teleexpertise, orientation"),
    Mistake(17, "    etat: fermee", at: 17, "mots connus : ouverte, suspendue, a-venir"),
    Mistake(18, "    professions: [medecin, druide]", at: 18, "la profession « druide » n’est pas connue"),
    Mistake(18, "    professions: [medecin, medecin]", at: 18, "écrite deux fois"),
    Mistake(18, "    professions: [hors-sante]", at: 18, "seul un professionnel de santé"),
    Mistake(20, "      presse: 24 h", at: 20, "urgences connues : simple, priorite, urgent"),
    Mistake(20, "      urgent: demain", at: 20, "le délai « demain » ne se lit pas"),
    Mistake(20, "      urgent: 24", at: 20, "ne se lit pas"),
    Mistake(20, "      urgent: -1 h", at: 20, "ne se lit pas"),
    Mistake(20, "      urgent: 0 h", at: 20, "d’une minute à un an"),
    Mistake(20, "      simple: 900 j", at: 20, "d’une minute à un an"),
    Mistake(20, "      urgent: 24 h ouvrees", at: 20, "jour et nuit"),
    Mistake(20, "      simple: 5 j ouvres", at: 20, "se compte en heures"),
    Mistake(22, "      lun-van: 9h-19h", at: 22, "n’est pas un jour"),
    Mistake(22, "      ven-lun: 9h-19h", at: 22, "n’est pas un jour"),
    Mistake(22, "      lundredi: 9h-19h", at: 22, "n’est pas un jour"),
    Mistake(22, "      lun: 19h-9h", at: 22, "n’est pas un horaire"),
    Mistake(22, "      lun: 9h-25h", at: 22, "n’est pas un horaire"),
    Mistake(22, "      lun, lundi: 9h-19h", at: 22, "le lundi est déjà donné"),
    Mistake(22, "      feries: ouvert", at: 22, "aucun jour d’ouverture"),
    Mistake(22, "      fermetures: [31/02/2026]", at: 22, "n’est pas une date"),
    Mistake(24, "      {}", at: 24, "n’a aucune équipe"),
    Mistake(24, "      ouest: nord", at: 24, "la zone « ouest » n’existe pas ; zones connues : nord, sud"),
    Mistake(24, "      nord: sud", at: 24, "l’équipe « sud » n’existe pas ; équipes connues : nord"),
    // What a line says further.
    Mistake(17, "    etat: a-venir\n    jusqu-au: 2027-01-04", at: 18, "ne va qu’avec « etat: suspendue »"),
    Mistake(17, "    etat: a-venir\n    a-partir: bientôt", at: 18, "n’est pas une date"),
    Mistake(17, "    nature: chirurgie", at: 17, "mots connus : avis, examen, consultation, hdj, admission"),
    Mistake(17, "    modalite: fax", at: 17, "mots connus : differe, telephone, video, sur-place"),
    Mistake(17, "    partenaire: chu", at: 17, "le partenaire « chu » n’existe pas ; partenaires connus : aucun"),
    Mistake(17, "    demandeurs: tous", at: 17, "mots connus : ouverts, invites"),
    Mistake(17, "    territoire: [22, 2C]", at: 17, "« 2C » n’est pas un département"),
    Mistake(17, "    canaux: telephone", at: 17, "une liste est attendue"),
    Mistake(17, "    canaux: [{adresse: 15}]", at: 17, "il manque « genre »"),
    Mistake(17, "    canaux: [{genre: video, adresse: \"javascript:alert(1)\"}]", at: 17, "ni une adresse en https://"),
    Mistake(17, "    aiguillage: {ensemble: 11}", at: 17, "va de 1 à 10"),
    Mistake(17, "    aiguillage: {ordre: {urgent: hasard}}", at: 17, "mots connus : equipe, garde, tour"),
    Mistake(17, "    aiguillage: {deborde: {est: [nord]}}", at: 17, "la zone « est » n’existe pas"),
    Mistake(17, "    garantie: {urgent: [25 % danser]}", at: 17, "une étape ne se lit pas"),
    Mistake(17, "    garantie: {urgent: [0 % relancer]}", at: 17, "une étape ne se lit pas"),
    Mistake(17, "    garantie: {urgent: [25 % rendre]}", at: 17, "n’a pas de sens"),
    Mistake(17, "    garantie: {ligne: os}", at: 17, "la ligne « os » n’existe pas ; lignes connues : peau"),
    // What the network says of itself.
    Mistake(3, "catalogue: secret", at: 3, "mots connus : public, membres"),
    Mistake(3, "cadre: Ma région", at: 3, "n’est pas un identifiant"),
    Mistake(3, "partenaires: {chu: {nom: CHU}}", at: 3, "il manque « genre »"),
    Mistake(3, "partenaires: {chu: {nom: CHU, genre: clinique}}", at: 3, "mots connus : ess, hopital, cpts"),
    Mistake(3, "partenaires: {chu: {nom: CHU, genre: hopital, finess: 12}}", at: 3, "n’est pas un FINESS"),
    Mistake(3, "entete: {logo: aGVsbG8=}", at: 3, "pas une image PNG entière"),
    Mistake(
        3,
        "entete: {logo: iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAYAAAC09K7GAAAAEUlEQVR42mPg5ORsQMYMBAUAsRsHReqXvV8AAAAASUVORK5CYII=}",
        at: 3, "enregistrez-la sur un fond blanc"),
    Mistake(3, "entete: {lignes: [a, b, c, d, e, f, g]}", at: 3, "au plus 6 lignes"),
    Mistake(3, "phrases: {un deux: {texte: Oui.}}", at: 3, "sans espace"),
    Mistake(3, "objectifs: {bonheur: 3}", at: 3, "mots connus : avis-par-an"),
    Mistake(3, "objectifs: {reponse-48h: 101}", at: 3, "dépasse 100"),
    Mistake(3, "objectifs: {membres: beaucoup}", at: 3, "n’est pas un nombre entier"),
    Mistake(23, nil, at: 15, "il manque « equipes »"),
    // YAML itself.
    Mistake(3, "telephone: a: b", at: 3, "est de trop"),
    Mistake(3, "\ttelephone: 02", at: 3, "une tabulation"),
    Mistake(2, "nom: \"Réseau", at: 2, "un guillemet ouvert n’est pas fermé"),
    Mistake(2, "nom: @essai", at: 2, "ne peut pas commencer"),
    Mistake(7, "    departements: [22, 29", at: 8, "crochet"),
    Mistake(7, "   departements: [22]", at: 7, "alignement"),
    Mistake(2, "nom: a\u{1}b", at: 2, "caractère invisible"),
    Mistake(2, "nom: *x", at: 2, "les renvois"),
    Mistake(3, "telephone: &x 02\nfuseau: *x", at: 4, "les renvois"),
    Mistake(24, "      nord: nord\n---\nreseau: autre", at: 25, "un seul réseau par fichier"),
]

private let forms: Set<Identifier<ClinicalProtocol>> = ["dermatologie", "plaies"]

@Suite struct FaultTests {
    @Test func `the small file has no fault`() throws {
        let network = try NetworkFile.read(smallFile, forms: forms).get()
        #expect(network.id == "essai")
        #expect(network.zones.map(\.id) == ["essai/nord", "essai/sud"])
        #expect(network.offers.first?.pools == ["essai/nord": "essai/nord"])
        #expect(network.offers.first?.professions == [.doctor, .nurse])
    }

    @Test(arguments: mistakes)
    func `a mistake is named with its line and its reason`(_ mistake: Mistake) {
        let text = smallFile.replacing(line: mistake.line, by: mistake.text)
        guard case .failure(let faults) = NetworkFile.read(text, forms: forms) else {
            Issue.record("the file was accepted")
            return
        }
        let plain = faults.list.map { fault in
            (line: fault.line, message: fault.message.split(separator: "\u{A0}").joined(separator: " "))
        }
        #expect(
            plain.contains { $0.message.contains(mistake.says) && (mistake.at == nil || $0.line == mistake.at) },
            "\(faults.french)")
    }

    @Test func `every fault of a file is told at once, in the order of its lines`() {
        let text =
            smallFile
            .replacing(line: 24, by: "      ouest: nord").replacing(line: 17, by: "    formulaire: rien")
            .replacing(line: 10, by: "    communes: [1]")
        guard case .failure(let faults) = NetworkFile.read(text, forms: forms) else {
            Issue.record("the file was accepted")
            return
        }
        #expect(faults.list.map(\.line) == [10, 17, 24])
        #expect(faults.french.first?.hasPrefix("ligne 10, colonne") == true)
    }
}

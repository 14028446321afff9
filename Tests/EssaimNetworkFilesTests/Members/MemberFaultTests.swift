import EssaimDomain
import EssaimNetworkFiles
import Testing

/// Line 27 is « membres: », 28 Anna, 37 Paul, 43 « permanences: », 44 the duty.
private let mistakes: [Mistake] = [
    Mistake(28, "  Anna:", at: 28, "n’est pas un identifiant"),
    Mistake(29, nil, at: 28, "le membre « anna » : il manque « nom »"),
    Mistake(31, "    rpps: 99900000010", at: 31, "RPPS : La clé ne correspond pas"),
    Mistake(31, "    rpps: 1234", at: 31, "RPPS : Il manque 7 chiffres"),
    Mistake(31, nil, at: 28, "il faut « rpps » ou « identifiant »"),
    Mistake(31, "    identifiant: a b", at: 31, "n’est pas un identifiant de connexion"),
    Mistake(32, "    profession: chamane", at: 32, "mots connus : medecin, pharmacien"),
    Mistake(33, "    specialite: dermatologie", at: 33, "il s’écrit SM15"),
    Mistake(34, "    courriel: anna", at: 34, "n’est pas une adresse électronique"),
    Mistake(36, "      est: senior", at: 36, "« est » n’existe pas ; connus : nord, sud"),
    Mistake(36, "      nord: interne", at: 36, "mots connus : senior, junior"),
    Mistake(36, "      nord: senior\n    surspecialites: [oeil]", at: 37, "« oeil » n’existe pas ; connus : aucun"),
    Mistake(36, "      nord: senior\n    partenaires: [chu]", at: 37, "« chu » n’existe pas"),
    Mistake(36, "      nord: senior\n    age: 12", at: 37, "la clé « age » n’existe pas"),
    Mistake(40, "    rpps: \(rpps(1))", at: 37, "le membre « paul » est la même personne que « anna »"),
    Mistake(42, "    roles: [chef]", at: 42, "« chef » n’est pas connu ; mots connus : coordinateur, regulateur"),
    Mistake(42, "    roles: [agence, agence]", at: 42, "« agence » est écrit deux fois"),
    Mistake(42, nil, at: 37, "il manque « roles », « equipes » ou « partenaires »"),
    Mistake(45, "    equipe: est", at: 45, "l’équipe « est » n’existe pas ; connues : nord, sud"),
    Mistake(45, "    ligne: coeur", at: 45, "la ligne « coeur » n’existe pas ; connues : peau"),
    Mistake(45, nil, at: 44, "il faut « equipe » ou « ligne »"),
    Mistake(46, "    qui: paul", at: 46, "« paul » n’est dans aucune équipe de ce poste ; peuvent la tenir : anna."),
    Mistake(46, "    qui: marie", at: 46, "le membre « marie » n’existe pas ; peuvent la tenir : anna."),
    Mistake(45, "    equipe: sud", at: 46, "peuvent la tenir : personne."),
    Mistake(47, "    jours: [lundredi]", at: 47, "n’est pas un jour ; écrivez lun-ven ou sam"),
    Mistake(48, "    heures: nuit", at: 48, "écrivez matin, apres-midi, journee ou 20h-8h"),
    Mistake(49, "    semaines: 53", at: 49, "va de 1 à 52"),
    Mistake(50, "    du: 2026-13-01", at: 50, "n’est pas une date"),
    Mistake(51, "    au: 2026-12-06", at: 51, "le dernier jour vient avant le premier"),
]

@Suite struct MemberFaultTests {
    @Test(arguments: mistakes)
    func `what is wrong with people and duties is told with its line and what would be right`(mistake: Mistake) throws {
        let text = peopledFile.replacing(line: mistake.line, by: mistake.text)
        let faults = try #require(throws: NetworkFileFaults.self) { try declaration(text) }
        let said = faults.list.map { "\($0.line ?? 0) " + $0.message.split(separator: "\u{A0}").joined(separator: " ") }
        #expect(
            said.contains { $0.hasPrefix("\(mistake.at ?? 0) ") && $0.contains(mistake.says) }, "\(said)")
    }

    @Test func `the sample itself has no fault, but a team that nobody answers in is none of its lines’`() throws {
        let checked = try NetworkFile.check(peopledFile, forms: ["dermatologie"]).get()
        #expect(checked.warnings.isEmpty)
        let emptied = peopledFile.replacing(line: 36, by: "      sud: senior").replacing(
            line: 45, by: "    equipe: sud")
        let warned = try NetworkFile.check(emptied, forms: ["dermatologie"]).get()
        #expect(warned.warnings.map(\.message).first?.contains("nord") == true)
    }

    @Test func `duties without members of the file’s own are held against who stands`() throws {
        let lines = peopledFile.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let text = (lines[..<26] + lines[42...]).joined(separator: "\n")
        let checked = try NetworkFile.check(text, forms: ["dermatologie"]).get()
        #expect(checked.declaration.members == nil && checked.declaration.duties?.count == 1)
        let members = try #require(try declaration(peopledFile).members)
        try checked.check(against: members)
        let faults = #expect(throws: NetworkFileFaults.self) { try checked.check(against: []) }
        #expect(faults?.list.first?.line == 30)
    }
}

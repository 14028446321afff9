import EssaimDomain
import EssaimNetworkFiles
import Testing

private func rows(_ table: String) throws -> [InvitationRow] {
    try InvitationTable.read(Array(table.utf8), of: try declaration(peopledFile).network).get()
}

@Suite struct InvitationTableTests {
    @Test(arguments: [";", ","])
    func `a table is read with either separator, with a mark of byte order or without`(separator: String) throws {
        let table = """
            Nom;Prénom;rpps;courriel;profession;specialite;roles;equipes;grade;partenaire
            Le Goff;Anna;\(rpps(1));anna@exemple.fr;médecin;sm15;regulateur coordinateur;nord|sud;junior;
            """.split(separator: ";", omittingEmptySubsequences: false).joined(separator: separator)
        let marked = try rows("\u{FEFF}" + table)
        #expect(try rows(table) == marked)
        guard case .member(let anna) = try #require(marked.first).content else { return #expect(Bool(false)) }
        #expect(anna.roles == [.regulator, .coordinator] && anna.profession == .doctor && anna.specialty == "SM15")
        #expect(anna.pools == ["essai/nord": .junior, "essai/sud": .junior])
    }

    @Test func `without an RPPS the mailbox is what they are awaited under, and columns may be left out`() throws {
        let read = try rows("nom;prenom;profession;courriel;roles\nRiou;Paul;hors-sante;Paul@Exemple.fr;secretaire\n")
        guard case .member(let paul) = try #require(read.first).content else { return #expect(Bool(false)) }
        #expect(paul.sign == .login("paul@exemple.fr") && paul.roles == [.secretary])
    }

    @Test(arguments: [
        ("Riou;;\(rpps(1));medecin;nord", "il manque « prenom »"),
        ("Riou;Paul;12;medecin;nord", "RPPS : Il manque"),
        ("Riou;Paul;\(rpps(1));mage;nord", "« mage » n’est pas connu"),
        ("Riou;Paul;\(rpps(1));medecin;lune", "« lune » n’est pas connu ; connus : nord, sud"),
        ("Riou;Paul;\(rpps(1));medecin;", "il manque un rôle, une équipe ou un partenaire"),
        ("Riou;Paul;;medecin;nord", "il manque « rpps » ou « courriel »"),
    ])
    func `a bad row is refused with its reason, the others stay good`(row: String, says: String) throws {
        let read = try rows("nom;prenom;rpps;profession;equipes\n\(row)\nLe Goff;Anna;\(rpps(2));medecin;nord\n")
        #expect(read.map(\.line) == [2, 3])
        guard case .refused(let why) = read[0].content, case .member = read[1].content else {
            return #expect(Bool(false), "\(read)")
        }
        #expect(why.joined().split(separator: "\u{A0}").joined(separator: " ").contains(says), "\(why)")
    }

    @Test func `a table that cannot be one is refused whole`() throws {
        for table in ["", "nom;prenom\nx;y", "nom;prenom;profession\n", "nom;prenom;profession\n\"x;y;z"] {
            #expect(throws: NetworkFileFault.self) { try rows(table) }
        }
        let many = "nom;prenom;profession\n" + String(repeating: "a;b;medecin\n", count: InvitationRow.most + 1)
        #expect(throws: NetworkFileFault.self) { try rows(many) }
    }
}

import EssaimDomain
import EssaimNetworkFiles
import Testing

private let forms: Set<Identifier<ClinicalProtocol>> = ["dermatologie"]

/// Two départements, one commune.
private func territory() throws -> Territory {
    let lannion = Commune(
        code: try #require(INSEECommune(rawValue: "22113")), name: "Lannion",
        postalCodes: [try #require(PostalCode(rawValue: "22300"))], position: nil, population: nil)
    let departements = [("22", "Côtes-d’Armor"), ("2A", "Corse-du-Sud"), ("974", "La Réunion")].map {
        Departement(code: $0.0, name: $0.1, region: Region(code: "53", name: "Région"))
    }
    return Territory(communes: [lannion], departements: departements)
}

@Suite struct WarningTests {
    @Test(arguments: [
        ("    departements: [29]", "le département 29 est déjà dans la zone « nord »"),
        ("    communes: [22998]", "la commune 22998 n’existe pas, ou plus ; son département compte à sa place"),
        ("    communes: [2A998]", "Corse-du-Sud"), ("    communes: [97498]", "La Réunion"),
        ("    codes-postaux: [22999]", "aucune commune n’a le code postal 22999"),
    ])
    func `what is admitted and seldom meant is told with its line, and the file is read`(
        _ line: String, _ says: String
    ) throws {
        let text = smallFile.replacing(line: 10, by: line)
        let checked = try NetworkFile.check(text, forms: forms, territory: try territory()).get()
        #expect(checked.warnings.map(\.line) == [10])
        let said = checked.warnings.map { $0.message.split(separator: "\u{A0}").joined(separator: " ") }
        #expect(said.first?.contains(says) == true, "\(said)")
    }

    @Test func `a commune of the tables, and one that nobody looks up, are told of no more`() throws {
        let text = smallFile.replacing(line: 10, by: "    communes: [22113]")
        #expect(try NetworkFile.check(text, forms: forms, territory: try territory()).get().warnings.isEmpty)
        let gone = smallFile.replacing(line: 10, by: "    communes: [22998]")
        #expect(try NetworkFile.check(gone, forms: forms).get().warnings.isEmpty)
    }

    @Test func `a line that is coming needs no team, one that is open does`() throws {
        let open = smallFile.replacing(line: 24, by: "").replacing(line: 23, by: "")
        #expect(throws: NetworkFileFaults.self) { try NetworkFile.read(open, forms: forms).get() }
        let coming = open.replacing(line: 17, by: "    etat: a-venir\n    a-partir: 2027-03-01")
        let line = try NetworkFile.read(coming, forms: forms).get().offers.first
        #expect(line?.state == .coming && line?.stateUntil == CivilDate("2027-03-01") && line?.pools.isEmpty == true)
    }
}

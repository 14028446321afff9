import EssaimDomain
import Testing

struct PatientTraitsTests {
    private func typed(
        birthName: String = "Le Roux", used: String = "", given: String = "Yvonne", born: String = "12/08/1958",
        sex: String = "female"
    ) -> TypedPatient {
        TypedPatient(
            birthFamilyName: birthName, usedFamilyName: used, firstGivenName: given, birthDate: born, sex: sex)
    }

    private func faults(_ typed: TypedPatient) throws -> [String] {
        switch PatientTraits.check(typed, today: try Wall.day("2026-11-21")) {
        case .success: []
        case .failure(let faults): faults.list.map { "\($0.field): \($0.message)" }
        }
    }

    @Test func `traits typed with stray blanks are read`() throws {
        let typed = typed(birthName: "  Le   Roux ", used: "Le Roux", given: "Yvonne\u{A0}")
        let traits = try PatientTraits.check(typed, today: try Wall.day("2026-11-21")).get()
        #expect(traits.birthFamilyName == "Le Roux")
        #expect(traits.firstGivenName == "Yvonne")
        #expect(traits.usedFamilyName == nil)
        #expect(traits.birthDate.description == "1958-08-12")
    }

    @Test(arguments: [
        "Le Goff-Ķēniņš", "d’Arc", "D'ARC", "Nguyễn", "O’Brien Jr.", "Æ", "李", "Ben Saïd", "Müller", "A", "N’Ç",
    ])
    func `names that people bear are accepted`(name: String) throws {
        #expect(try faults(typed(birthName: name, given: name)) == [])
    }

    @Test(arguments: [
        ("", "Indiquez le nom de naissance."), ("   ", "Indiquez le nom de naissance."),
        ("-", "Indiquez le nom de naissance."), ("Dupont2", "Le nom de naissance ne contient pas de chiffre."),
        ("Dup½nt", "Le nom de naissance ne contient pas de chiffre."),
        ("<b>Dupont", "«\u{A0}<\u{A0}» n’a pas sa place dans le nom de naissance."),
        ("Du\u{202E}pont", "Un caractère invisible s’est glissé dans le nom de naissance\u{A0}: retapez-le."),
        ("Du\u{0}pont", "Un caractère invisible s’est glissé dans le nom de naissance\u{A0}: retapez-le."),
        (
            String(repeating: "a", count: 101),
            "Le nom de naissance dépasse 100\u{A0}caractères\u{A0}: raccourcissez-le."
        ),
    ])
    func `a name that nobody bears is refused in words`(name: String, message: String) throws {
        #expect(try faults(typed(birthName: name)) == ["patient.birthFamilyName: \(message)"])
    }

    @Test(arguments: [
        ("", "Indiquez la date de naissance\u{A0}: jour, mois, année."),
        ("31/02/1958", "Ce jour n’existe pas\u{A0}: vérifiez le jour et le mois."),
        ("12/08/58", "Écrivez la date ainsi\u{A0}: 12/08/1958."),
        ("22/11/2026", "Cette date est dans le futur\u{A0}: vérifiez l’année."),
        ("20/11/1901", "Cette date donne plus de 125\u{A0}ans\u{A0}: vérifiez l’année."),
    ])
    func `a birth date that cannot be is refused in words`(date: String, message: String) throws {
        #expect(try faults(typed(born: date)) == ["patient.birthDate: \(message)"])
    }

    @Test(arguments: ["21/11/2026", "21/11/1901", "29/02/2024", "1958-08-12"])
    func `a newborn of the day and the oldest of the old are accepted`(date: String) throws {
        #expect(try faults(typed(born: date)) == [])
    }

    @Test func `all faults are told at once, in the order of the page`() throws {
        let fields = try faults(typed(birthName: "", used: "X1", given: "", born: "", sex: "")).map {
            $0.prefix { $0 != ":" }
        }
        #expect(
            fields == [
                "patient.birthFamilyName", "patient.firstGivenName", "patient.usedFamilyName", "patient.birthDate",
                "patient.sex",
            ])
    }

    @Test(arguments: hostileTexts) func `hostile text passes no check, or is letters`(text: String) throws {
        for fault in try faults(typed(birthName: text, used: text, given: text, born: text, sex: text)) {
            #expect(fault.count < 200)
        }
        #expect(try faults(typed(born: text)) != [] && faults(typed(sex: text)) != [])
    }

    @Test(arguments: [
        ("1958-08-12", "2026-08-11", 67, 11), ("1958-08-12", "2026-08-12", 68, 0), ("2026-10-31", "2026-11-30", 0, 1),
        ("2024-02-29", "2025-02-28", 1, 0), ("2024-02-29", "2025-02-27", 0, 11), ("2026-11-21", "2026-11-21", 0, 0),
        ("2026-11-21", "2026-11-01", 0, 0), ("1926-12-31", "2027-01-01", 100, 0),
    ])
    func `an age is whole years and months`(born: String, on: String, years: Int, months: Int) throws {
        let traits = PatientTraits(
            birthFamilyName: "Le Roux", firstGivenName: "Yvonne", birthDate: try Wall.day(born), sex: .female)
        #expect(traits.age(on: try Wall.day(on)) == (years, months))
    }

    @Test func `given names and the rank of twins are checked too`() throws {
        let traits = PatientTraits(
            birthFamilyName: "Le Roux", firstGivenName: "Yvonne", givenNames: ["Yvonne", "M4rie"],
            birthDate: try Wall.day("1958-08-12"), sex: .female, birthRank: 0)
        #expect(traits.faults(on: try Wall.day("2026-11-21")).map(\.field) == [.givenNames, .birthRank])
    }
}

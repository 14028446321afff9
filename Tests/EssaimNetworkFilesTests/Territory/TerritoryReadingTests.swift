import EssaimDomain
import EssaimNetworkFiles
import Testing

/// A file of one outline.
private func outline(_ coordinates: String) -> String {
    "{\"features\":[{\"properties\":{\"code\":\"22\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\(coordinates)}}]}"
}

struct TerritoryReadingTests {
    @Test func `three small files make a territory`() throws {
        let reading = try TerritoryFiles.small.read().get()
        #expect(reading.warnings == [])
        #expect(reading.territory.communes.map(\.name) == ["Lannion", "Ajaccio"])
        #expect(reading.territory.communes.last?.postalCodes.map(\.rawValue) == ["20000", "20090"])
        #expect(reading.territory.departement("2A")?.region.name == "Corse")
        #expect(reading.territory.departements.map { $0.outline?.rings.count } == [1, 1])
        #expect(reading.territory.departement("22")?.outline?.rings.first?.count == 4)
    }

    @Test func `a spreadsheet's way of writing it is taken too`() throws {
        var files = TerritoryFiles.small
        files.communes =
            [0xEF, 0xBB, 0xBF]
            + Array(
                ("\"name\";\"code\";type;departement;postal_codes;longitude;latitude;population;autre\r\n"
                    + "\"Ville \"\"neuve\";22113;COM;22;22300;-3.4550;48.7329;20040;\r\n\r\n"
                    + "Sans place;22114;COM;22;;;;;x").utf8)
        let faults = try #require(throws: TerritoryFaults.self) { try files.read().get() }
        // A quote may be written, but it is no name.
        #expect(
            faults.french == ["communes.csv, ligne 2\u{A0}: «\u{A0}Ville \"neuve\u{A0}» n’est pas un nom de commune."])

        files.communes = Array(String(decoding: files.communes, as: UTF8.self).replacing("\"\"", with: "").utf8)
        let communes = try files.read().get().territory.communes
        #expect(communes.map(\.name) == ["Ville neuve", "Sans place"])
        #expect(communes.last?.position == nil && communes.last?.postalCodes == [] && communes.last?.population == nil)
    }

    /// (line of communes.csv, what stands there, what is said)
    @Test(arguments: [
        ("22113;COM", "colonnes"), ("22X13,COM,Lannion,22,22300,,,1", "« 22X13 » n’est pas un code INSEE"),
        ("22113,COMD,Lannion,22,22300,,,1", "le type est COM"), ("22113,ARM,Lannion,22,22300,,,1", "le type est COM"),
        ("75111,COM,Paris 11e,75,75011,,,1", "le type est COM"), ("22113,COM,,22,22300,,,1", "nom de commune"),
        ("22113,COM,<b>,22,22300,,,1", "nom de commune"), ("22113,COM,A\u{0}b,22,22300,,,1", "nom de commune"),
        ("22113,COM,A\u{202E}b,22,22300,,,1", "nom de commune"),
        ("22113,COM,Lannion,29,22300,,,1", "n’est pas le département de 22113"),
        ("29019,COM,Brest,29,29200,,,1", "manque dans departements.csv"),
        ("22113,COM,Lannion,22,2230,,,1", "« 2230 » n’est pas un code postal"),
        ("22113,COM,Lannion,22,22300/22301,,,1", "code postal"), ("22113,COM,Lannion,22,22300,x,48,1", "longitude"),
        ("22113,COM,Lannion,22,22300,,48,1", "longitude"), ("22113,COM,Lannion,22,22300,nan,48,1", "longitude"),
        ("22113,COM,Lannion,22,22300,\"3,2\",48,1", "avec un point"),
        ("22113,COM,Lannion,22,22300,-3,91,1", "longitude"),
        ("22113,COM,Lannion,22,22300,1e1,48,1", "longitude"), ("22113,COM,Lannion,22,22300,,,x", "habitants"),
        ("22113,COM,Lannion,22,22300,,,-1", "habitants"), ("22113,COM,Lannion,22,22300,,,1e9", "habitants"),
        ("22113,COM,Lannion,22,22300,,,9999999999", "habitants"),
        ("2A004,COM,Ajaccio,2A,20000,,,1", "le code 2A004 est déjà à la ligne 2"),
        ("22113,COM,\"Lannion,22", "n’est pas fermé"), ("22113,COM,\"Lannion\"x,22", "suivi de texte"),
        (String(repeating: ",", count: 70), "plus de 64"), (String(repeating: "9", count: 2_000), "plus de 1000"),
    ])
    func `a wrong row is told with its line`(row: String, message: String) throws {
        var files = TerritoryFiles.small
        files.communes = Array(
            ("code,type,name,departement,postal_codes,longitude,latitude,population\n2A004,COM,Ajaccio,2A,20000,,,1\n"
                + row).utf8)
        let faults = try #require(throws: TerritoryFaults.self) { try files.read().get() }
        #expect(faults.list.count == 1)
        #expect(faults.list.first?.line == 3 && faults.list.first?.file == .communes)
        let french = faults.french.joined().replacing("\u{A0}", with: " ")
        #expect(french.contains(message), "\(french)")
    }

    /// (departements.csv, what is said)
    @Test(arguments: [
        ("", "la colonne"), ("code,name,region_code\n22,A,53", "« region » manque"),
        ("code,name,region_code,region", "vide"),
        ("code,name,region_code,region\n20,Corse,94,Corse", "« 20 » n’est pas un code de département"),
        ("code,name,region_code,region\n22,Armor,x,B", "« x » n’est pas un code de région"),
        ("code,name,region_code,region\n22,,53,B", "nom de département"),
        ("code,name,region_code,region\n22,A,53,", "nom de région"),
        ("code,name,region_code,region\n22,A,53,B\n22,A,53,B", "deux fois"),
    ])
    func `a wrong list of départements is told`(text: String, message: String) throws {
        var files = TerritoryFiles.small
        files.departements = Array(text.utf8)
        let faults = try #require(throws: TerritoryFaults.self) { try files.read().get() }
        let french = faults.french.joined(separator: "\n").replacing("\u{A0}", with: " ")
        #expect(french.contains(message) && french.hasPrefix("departements.csv"), "\(french)")
    }

    /// (departements.geojson, what is said)
    @Test(arguments: [
        ("", "« { » est attendu"), ("[]", "« { » est attendu"), ("{}", "aucun contour"),
        ("{\"type\":\"Feature\"}", "FeatureCollection"),
        ("{\"features\":[]}", "aucun contour"), ("{\"features\":[{}]}", "pas de propriété « code »"),
        ("{\"features\":[{\"properties\":{\"code\":\"20\"}}]}", "« 20 » n’est pas un code"),
        ("{\"features\":[{\"properties\":{\"code\":22}}]}", "« \" » est attendu"),
        (
            "{\"features\":[{\"properties\":{\"code\":\"22\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}",
            "« Point »"
        ),
        (outline("[[[0,0],[1,0],[1,1]]]"), "pas fermé"), (outline("[[[0,0],[1,0],[1,1],[0,1]]]"), "pas fermé"),
        (outline("[]"), "le contour 22 est vide"),
        (outline("[[[0,0],[0,0],[0,0],[0,0]]]") + "x", "continue après sa fin"),
        (outline("[[[0,0],[1,0],[1,1],[0]]]"), "longitude et une latitude"), (outline("[[[0,95],[1,0]]]"), "longitude"),
        (outline("[[[0,0],[1e999,0]]]"), "un nombre"), (outline("[[[0,0],[--1,0]]]"), "un nombre"),
        (outline("[[[0,0,1,2,3]]]"), "deux coordonnées"), (outline("[[[[[[0,0]]]]]]"), "trop de niveaux"),
        (outline("[[[0,0],]]"), "« [ » est attendu"), (outline("null"), "« [ » est attendu"),
        ("{\"x\":" + String(repeating: "[", count: 100_000), "trop de niveaux"),
        ("{\"x\":" + String(repeating: "{\"a\":", count: 100_000), "trop de niveaux"),
        ("{\"features", "un texte simple"), ("{\"x\":\"abc", "n’est pas fermé"), ("{\"x\":\"abc\\", "n’est pas fermé"),
        ("{\"x\":nul}", "JSON"), ("{\"x\" 1}", "« : » est attendu"), ("{\"x\":1 \"y\":2}", "« , » est attendu"),
    ])
    func `a wrong outline is told with its place`(text: String, message: String) throws {
        var files = TerritoryFiles.small
        files.outlines = Array(text.utf8)
        let faults = try #require(throws: TerritoryFaults.self) { try files.read().get() }
        #expect(faults.list.count == 1 && faults.list.first?.file == .outlines && faults.list.first?.line == 1)
        let french = faults.french.joined().replacing("\u{A0}", with: " ")
        #expect(french.contains(message), "\(french)")
    }

    @Test func `the place of a fault is counted in lines and bytes`() throws {
        var files = TerritoryFiles.small
        files.outlines = Array("{\"type\":\n  \"FeatureCollection\",\n  \"features\": 12}".utf8)
        let faults = try #require(throws: TerritoryFaults.self) { try files.read().get() }
        #expect(faults.french == ["departements.geojson, ligne 3, colonne 15\u{A0}: «\u{A0}[\u{A0}» est attendu ici."])
    }

    @Test func `a town hall far from its département has no position, and this is told`() throws {
        var files = TerritoryFiles.small
        let text = String(decoding: files.communes, as: UTF8.self).replacing("-3.4550", with: "3.4550")
        files.communes = Array(text.utf8)
        let reading = try files.read().get()
        #expect(reading.territory.communes.first?.position == nil)
        #expect(reading.warnings.map(\.line) == [2])
        #expect(reading.warnings.first?.french.hasPrefix("communes.csv, ligne 2\u{A0}: Lannion serait loin") == true)
    }

    @Test func `an arrondissement without its city is told`() throws {
        var files = TerritoryFiles.small
        files.departements += Array("\n75,Paris,11,Île-de-France".utf8)
        files.communes += Array("\n75111,ARM,Paris 11e Arrondissement,75,75011,2.3795,48.8585,146643".utf8)
        let faults = try #require(throws: TerritoryFaults.self) { try files.read().get() }
        #expect(
            faults.french == ["communes.csv, ligne 4\u{A0}: Paris 11e Arrondissement\u{A0}: sa commune 75056 manque."])
    }

    @Test func `what is not drawn and what is drawn for nothing is told`() throws {
        var files = TerritoryFiles.small
        files.departements += Array("\n29,Finistère,53,Bretagne".utf8)
        files.outlines = Array(String(decoding: files.outlines, as: UTF8.self).replacing("\"2a\"", with: "\"2B\"").utf8)
        let reading = try files.read().get()
        #expect(
            reading.warnings.map(\.french) == [
                "departements.csv, ligne 3\u{A0}: Corse-du-Sud n’a pas de contour\u{A0}: il ne sera pas dessiné.",
                "departements.csv, ligne 4\u{A0}: Finistère n’a pas de contour\u{A0}: il ne sera pas dessiné.",
                "departements.geojson\u{A0}: le contour 2B n’est d’aucun département\u{A0}: il est laissé de côté.",
            ])
    }

    @Test func `a file of faults is not read to its end`() throws {
        var files = TerritoryFiles.small
        files.communes = Array((TerritoryFiles.head + String(repeating: "x,COM,A,22,,,,1\n", count: 10_000)).utf8)
        let faults = try #require(throws: TerritoryFaults.self) { try files.read().get() }
        #expect(faults.list.count == TerritoryFaults.most)
    }

    @Test func `files without end are refused`() throws {
        var files = TerritoryFiles.small
        files.communes = Array(repeating: UInt8(ascii: "\n"), count: TerritoryFiles.mostBytes + 1)
        files.departements = files.communes
        files.outlines = files.communes
        let faults = try #require(throws: TerritoryFaults.self) { try files.read().get() }
        #expect(Set(faults.list.map(\.file)) == Set(TerritoryFiles.Name.allCases))
        #expect(faults.list.allSatisfy { $0.message.contains("16\u{A0}Mio") })
    }

    @Test func `files cut anywhere, or with any byte changed, are read or refused`() {
        var random = SeededGenerator(seed: 5)
        for round in 0..<3_000 {
            var files = TerritoryFiles.small
            func hurt(_ bytes: inout [UInt8]) {
                if Bool.random(using: &random) {
                    bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
                }
                for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
            }
            switch round % 3 {
            case 0: hurt(&files.communes)
            case 1: hurt(&files.departements)
            default: hurt(&files.outlines)
            }
            switch files.read() {
            case .success(let reading): #expect(reading.territory.communes.count <= 3, "seed 5, \(round)")
            case .failure(let faults): #expect(!faults.list.isEmpty, "seed 5, \(round)")
            }
        }
    }
}

extension TerritoryFiles {
    static let head = "code,type,name,departement,postal_codes,longitude,latitude,population\n"
}

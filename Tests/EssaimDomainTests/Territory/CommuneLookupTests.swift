import EssaimDomain
import Testing

struct CommuneLookupTests {
    let territory = Land.territory

    @Test(arguments: ["22113", "2A004", "2B033", "75056", "75111", "97411"])
    func `a code finds its commune`(code: String) throws {
        #expect(territory.commune(try Land.code(code))?.code.rawValue == code)
    }

    @Test func `a postal code finds all of its communes, the largest first`() throws {
        #expect(territory.communes(try Land.postal("22300")).map(\.name) == ["Lannion", "Ploubezre", "Rospez"])
        #expect(territory.communes(try Land.postal("20090")).map(\.name) == ["Ajaccio"])
        #expect(territory.communes(try Land.postal("99999")) == [])
    }

    @Test func `communes stand in the order of their codes, each once`() throws {
        let twice = Territory(communes: Land.communes + Land.communes, departements: Land.departements)
        #expect(twice.communes.map(\.code.rawValue) == Land.communes.map(\.code.rawValue).sorted())
        #expect(twice == territory)
    }

    /// (code, what the tables know of it)
    @Test(arguments: [
        ("22113", "Lannion"), ("22999", "département 22"), ("2A999", "département 2A"), ("97499", "département 974"),
        ("97701", "Saint-Barthélemy"), ("97801", "Saint-Martin"), ("98818", "Nouvelle-Calédonie"),
        ("98901", "La Passion-Clipperton"),
        ("97502", "Saint-Pierre-et-Miquelon"), ("99109", "abroad"), ("99999", "abroad"), ("00000", "unknown"),
        ("20004", "unknown"), ("96001", "unknown"), ("13055", "unknown"),
    ])
    func `a commune that is in no table falls back on its département`(code: String, expected: String) throws {
        let standing =
            switch territory.standing(of: try Land.code(code)) {
            case .listed(let commune): commune.name
            case .unlisted(let departement): "département \(departement.code)"
            case .collectivity(let collectivity): collectivity.name
            case .abroad: "abroad"
            case .unknown: "unknown"
            }
        #expect(standing == expected)
    }

    @Test(arguments: [
        ("75101", "75056"), ("75120", "75056"), ("69381", "69123"), ("69389", "69123"), ("13201", "13055"),
        ("13216", "13055"), ("75121", "75121"), ("75100", "75100"), ("69390", "69390"), ("13217", "13217"),
        ("75056", "75056"), ("22113", "22113"), ("2A004", "2A004"),
    ])
    func `an arrondissement leads to its commune`(code: String, city: String) throws {
        #expect(try Land.code(code).city.rawValue == city)
        #expect(try Land.code(code).isArrondissement == (code != city))
    }

    @Test(arguments: [
        ("01", true), ("95", true), ("20", false), ("2A", true), ("2B", true), ("2C", false), ("00", false),
        ("96", false),
        ("971", true), ("975", true), ("978", true), ("979", false), ("986", true), ("988", true), ("989", false),
        ("1", false), ("001", false), ("", false), ("٢٢", false), ("+1", false), ("2a", false),
    ])
    func `a département's code has its form`(text: String, isCode: Bool) {
        #expect(Departement.isCode(text) == isCode)
    }

    @Test(arguments: ["", "2230", "223000", "2A300", "00000", "２２３００", " 22300", "22 30"] + hostileTexts)
    func `what is no postal code is none`(text: String) {
        #expect(PostalCode(rawValue: text) == nil)
    }

    @Test func `a collectivity has a name where a département is asked`() {
        #expect(territory.name(ofDepartement: "22") == "Côtes-d'Armor")
        #expect(territory.name(ofDepartement: "978") == "Saint-Martin")
        #expect(territory.name(ofDepartement: "96") == nil)
    }
}

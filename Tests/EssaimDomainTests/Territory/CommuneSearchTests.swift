import EssaimDomain
import Testing

struct CommuneSearchTests {
    let territory = Land.territory

    /// (typed, the codes found, in order)
    @Test(arguments: [
        ("lannion", ["22113"]), ("LANNION", ["22113"]), ("  Lannion  ", ["22113"]), ("lan", ["22113"]),
        ("Saint-Brieuc", ["22278"]), ("st brieuc", ["22278"]), ("St-Brieuc", ["22278"]), ("st. brieuc", ["22278"]),
        ("brieuc", ["22278"]), ("SAINT BRIEUC", ["22278"]), ("ste marie", ["97418"]), ("marie", ["97418"]),
        ("tréguier", ["22362"]), ("Treguier", ["22362"]), ("Tre\u{301}guier", ["22362"]), ("TRÉGUIER", ["22362"]),
        ("le mans", ["72181"]), ("mans", ["72181"]), ("Le Mans", ["72181"]),
        ("saint-denis", ["97411", "93066"]), ("saint denis 93", ["93066"]), ("Saint-Denis 974", ["97411"]),
        ("st denis (93)", ["93066"]), ("saint-denis 97400", ["97411"]), ("Lannion 22113", ["22113"]),
        ("Lannion (22300)", ["22113"]), ("lannion 29", []),
        ("paris", ["75056", "75111", "75110"]), ("paris 11", ["75111"]), ("Paris 11e", ["75111"]),
        ("Ajaccio 2a", ["2A004"]), ("ajaccio 20090", ["2A004"]),
        ("22300", ["22113", "22211", "22265"]), ("22113", ["22113"]), ("2a004", ["2A004"]), ("22999", []),
        ("75056", ["75056"]), ("la rochelle", ["17300", "70450"]), ("rochelle", ["17300", "70450"]), ("nantes", []),
        ("rieuc", []), ("lannion brest", []),
    ])
    func `a name as people type it finds its commune`(typed: String, codes: [String]) {
        #expect(territory.search(typed).map(\.code.rawValue) == codes)
    }

    @Test func `an abbreviation may be the beginning of a word`() {
        let names = Set(territory.search("st", atMost: 50).map(\.name))
        #expect(names == ["Saint-Brieuc", "Saint-Denis", "Strasbourg", "Sainte-Marie"])
    }

    @Test func `no more than asked for is given, the largest of what fits as well`() {
        #expect(territory.search("saint", atMost: 2).map(\.code.rawValue) == ["97411", "93066"])
        #expect(territory.search("saint", atMost: 0) == [])
        #expect(territory.search("saint", atMost: -1) == [])
    }

    @Test(arguments: ["", " ", "-", "'", "…", "()", "1", "-1", "11"] + hostileTexts.filter { $0 != "２A" })
    func `what is no name finds nothing`(typed: String) {
        #expect(territory.search(typed) == [])
    }

    @Test func `any text is taken`() {
        var random = SeededRandom(41)
        let alphabet = Array("aàeéiïoœuæstSTlLdD'’- .()/0123456789\u{301}\u{202F}\u{0}💉é")
        for _ in 0..<2_000 {
            let typed = String(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
            #expect(territory.search(typed, atMost: 3).count <= 3, "seed 41: \(typed)")
        }
    }
}

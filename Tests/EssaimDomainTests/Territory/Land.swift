import EssaimDomain
import Testing

/// A small land in the real one: codes, names, places and numbers of people of the code officiel géographique.
enum Land {
    static let lannion = commune("22113", "Lannion", ["22300"], -3.4550, 48.7329, 20_040)
    static let treguier = commune("22362", "Tréguier", ["22220"], -3.2309, 48.7895, 2_419)
    static let saintBrieuc = commune("22278", "Saint-Brieuc", ["22000"], -2.7650, 48.5140, 44_224)
    static let ploubezre = commune("22211", "Ploubezre", ["22300"], -3.4490, 48.7040, 3_700)
    /// No position: its neighbours of 22300 tell where it is.
    static let rospez = commune("22265", "Rospez", ["22300"], nil, nil, 1_800)
    static let brest = commune("29019", "Brest", ["29200"], -4.4860, 48.3904, 139_619)
    static let morlaix = commune("29151", "Morlaix", ["29600"], -3.8270, 48.5780, 15_000)
    static let lorient = commune("56121", "Lorient", ["56100"], -3.3700, 47.7480, 57_812)
    static let redon = commune("35236", "Redon", ["35600"], -2.0840, 47.6510, 9_300)
    static let rennes = commune("35238", "Rennes", ["35000", "35200", "35700"], -1.6778, 48.1173, 225_081)
    static let leMans = commune("72181", "Le Mans", ["72000", "72100"], 0.1968, 48.0074, 146_249)
    static let laRochelle = commune("17300", "La Rochelle", ["17000"], -1.1519, 46.1597, 79_851)
    static let smallRochelle = commune("70450", "Rochelle", ["70120"], 5.7307, 47.7469, 39)
    static let ajaccio = commune("2A004", "Ajaccio", ["20000", "20090", "20167"], 8.7369, 41.9186, 76_320)
    static let bastia = commune("2B033", "Bastia", ["20200", "20600"], 9.4515, 42.7021, 49_143)
    static let saintDenis = commune("93066", "Saint-Denis", ["93200", "93210"], 2.3580, 48.9362, 149_077)
    static let saintDenisReunion = commune("97411", "Saint-Denis", ["97400"], 55.4486, -20.8790, 155_634)
    static let strasbourg = commune("67482", "Strasbourg", ["67000"], 7.7521, 48.5734, 291_709)
    static let sainteMarie = commune("97418", "Sainte-Marie", ["97438"], 55.5493, -20.8970, 34_061)
    /// Nobody was counted.
    static let mamoudzou = commune("97611", "Mamoudzou", ["97600", "97605"], 45.2326, -12.7806, nil)
    static let paris = commune("75056", "Paris", [], 2.3201, 48.8573, 300)
    static let paris10 = commune("75110", "Paris 10e Arrondissement", ["75010"], 2.3574, 48.8718, 100, .arrondissement)
    static let paris11 = commune("75111", "Paris 11e Arrondissement", ["75011"], 2.3795, 48.8585, 200, .arrondissement)

    static let communes = [
        lannion, treguier, saintBrieuc, ploubezre, rospez, brest, morlaix, lorient, redon, rennes, leMans, laRochelle,
        smallRochelle, ajaccio, bastia, saintDenis, saintDenisReunion, strasbourg, sainteMarie, mamoudzou, paris,
        paris10, paris11,
    ]

    static let bretagne = Region(code: "53", name: "Bretagne")
    static let departements = [
        Departement(code: "22", name: "Côtes-d'Armor", region: bretagne, outline: square(-3.7, -1.9, 48.0, 48.9)),
        Departement(code: "29", name: "Finistère", region: bretagne, outline: square(-4.8, -3.7, 47.7, 48.8)),
        Departement(code: "35", name: "Ille-et-Vilaine", region: bretagne, outline: square(-1.9, -1.0, 47.6, 48.7)),
        Departement(code: "56", name: "Morbihan", region: bretagne, outline: square(-3.7, -1.9, 47.2, 48.0)),
        Departement(code: "2A", name: "Corse-du-Sud", region: Region(code: "94", name: "Corse")),
        Departement(
            code: "75", name: "Paris", region: Region(code: "11", name: "Île-de-France"),
            outline: square(2.22, 2.47, 48.81, 48.91)),
        Departement(
            code: "974", name: "La Réunion", region: Region(code: "04", name: "La Réunion"),
            outline: square(55.2, 55.9, -21.4, -20.8)),
    ]

    /// Given backwards: the territory puts them in order.
    static let territory = Territory(communes: communes.reversed(), departements: departements.reversed())

    static func code(_ text: String) throws -> INSEECommune { try #require(INSEECommune(rawValue: text), "\(text)") }

    static func postal(_ text: String) throws -> PostalCode { try #require(PostalCode(rawValue: text), "\(text)") }

    static func square(_ west: Double, _ east: Double, _ south: Double, _ north: Double) -> Outline? {
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        return Outline(rings: [corners.compactMap { Position(longitude: $0.0, latitude: $0.1) }])
    }

    private static func commune(
        _ code: String, _ name: String, _ postalCodes: [String], _ longitude: Double?, _ latitude: Double?,
        _ population: Int?, _ kind: Commune.Kind = .commune
    ) -> Commune {
        guard let code = INSEECommune(rawValue: code) else { preconditionFailure("no commune \(code)") }
        let position = longitude.flatMap { longitude in
            latitude.flatMap { Position(longitude: longitude, latitude: $0) }
        }
        return Commune(
            code: code, kind: kind, name: name, postalCodes: postalCodes.compactMap(PostalCode.init(rawValue:)),
            position: position, population: population)
    }
}

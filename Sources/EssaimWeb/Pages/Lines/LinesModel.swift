import EssaimDomain

/// *À qui demander ?*: the lines of all networks, found by need.
struct LinesModel: Sendable {
    static let needName = "besoin"
    static let placeName = "lieu"
    static let departementName = "dep"
    static let specialtyName = "specialite"
    static let withinName = "delai"
    static let establishmentName = "etablissement"
    static let serviceName = "service"
    static let viewName = "vue"
    static let mapView = "carte"

    struct Place: Sendable {
        var name: String
        var path: SitePath
    }

    /// A département, and how many of the lines answer there.
    struct Area: Sendable {
        var code: String
        var name: String
        var lines: Int
        var path: SitePath
        var isChosen: Bool
    }

    /// What the address carries.
    var query: [(name: String, value: String)]
    var rows: [LineRow]
    var specialties: [String]
    var establishments: [ChoiceGroup.Option]
    var areas: [Area]
    /// Nil in the list's view.
    var map: TerritoryMap?
    /// From where distances are: « Lannion », empty when nothing is known.
    var from: String
    /// What was typed names no commune.
    var placeIsUnknown = false
    /// Other communes that it may name.
    var otherPlaces: [Place] = []

    func chosen(_ name: String) -> String { query.first { $0.name == name }?.value ?? "" }

    /// The same question, one answer changed.
    func path(_ name: String, _ value: String) -> SitePath {
        .lines(query.filter { $0.name != name } + [(name, value)])
    }

    var isFiltered: Bool { query.contains { !$0.value.isEmpty && $0.name != Self.viewName } }

    static let delays: [(minutes: Int, label: String)] = [
        (60, "Sous 1\u{A0}h"), (24 * 60, "Sous 24\u{A0}h"), (48 * 60, "Sous 48\u{A0}h"),
        (7 * 1440, "Sous 7\u{A0}jours"),
    ]

    static let sample = LinesModel(
        query: [(needName, "grain de beauté"), (placeName, "Melun")], rows: LineRow.samples,
        specialties: ["Dermatologie et vénéréologie", "Oto-rhino-laryngologie"],
        establishments: [ChoiceGroup.Option(value: "ghef", label: "GHEF")], areas: sampleAreas, from: "Melun",
        otherPlaces: [Place(name: "Melun 77", path: .lines([(placeName, "Melun 77")]))])
    static let mapSample = LinesModel(
        query: [(viewName, mapView)], rows: LineRow.samples, specialties: [], establishments: [], areas: sampleAreas,
        map: TerritoryMap.sample, from: "")
    static let emptySample = LinesModel(
        query: [(needName, "xyz"), (placeName, "Nulle-Part")], rows: [], specialties: [], establishments: [], areas: [],
        from: "", placeIsUnknown: true)

    private static let sampleAreas = [
        Area(code: "22", name: "Côtes-d’Armor", lines: 4, path: .lines([(departementName, "22")]), isChosen: false),
        Area(code: "77", name: "Seine-et-Marne", lines: 19, path: .lines([(departementName, "77")]), isChosen: true),
    ]
}

extension TerritoryMap {
    /// Two squares.
    fileprivate static let sample = TerritoryMap(
        width: 200, height: 100,
        shapes: [
            Shape(departement: "22", name: "Côtes-d’Armor", path: "M10 10H90V90H10Z", middle: MapPoint(x: 50, y: 50)),
            Shape(
                departement: "77", name: "Seine-et-Marne", path: "M110 10H190V90H110Z", middle: MapPoint(x: 150, y: 50)),
        ], insets: [])
}

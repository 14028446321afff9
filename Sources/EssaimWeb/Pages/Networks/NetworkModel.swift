import EssaimDomain

/// A network as it is declared: its sections, and the parts of one of them.
struct NetworkModel {
    struct Part {
        var title: String
        var words: [String]
        var path: SitePath
    }

    var id: String
    var name: String
    /// Nil: the whole, at a glance.
    var section: SheetSection?
    /// How many parts each section has.
    var counts: [SheetSection: Int]
    var parts: [Part]
    var mayAdd: Bool
    /// Somebody keeps it, or it is only read.
    var mayChange: Bool
    /// Its people are theirs to read.
    var readsMembers = false
    var map: TerritoryMap?
    /// The sector of each département, named once.
    var areas: [(code: String, sector: String)] = []

    static let sample = NetworkModel(
        id: "oncobreizh", name: "OncoBreizh", section: nil, counts: [.zones: 3, .teams: 3, .lines: 2, .partners: 0],
        parts: [
            Part(
                title: "Lésion suspecte\u{A0}: cancer de la peau", words: ["Ouverte", "le réseau"],
                path: .networkPart("oncobreizh", .lines, "lesion-suspecte"))
        ], mayAdd: false, mayChange: false)

    static let zonesSample: NetworkModel = {
        var model = sample
        model.section = .zones
        model.parts = [
            Part(title: "Rennes", words: ["35, 22"], path: .networkPart("oncobreizh", .zones, "rennes"))
        ]
        (model.mayAdd, model.mayChange) = (true, true)
        model.areas = [("35", "Rennes")]
        return model
    }()
}

/// One part of a network in a form.
struct NetworkPartModel {
    struct Line {
        var key: String
        var said: SheetKey
        var value: String
    }

    var network: String
    var networkName: String
    var section: SheetSection
    /// Empty for a new one, and for the identity.
    var id: String
    var isNew: Bool
    var title: String
    var lines: [Line]
    var faults: [FieldFault] = []
    var isStale = false
    var mayChange: Bool
    var seal: FormSeal

    var path: SitePath { .networkPart(network, section, isNew ? NetworkPartModel.new : id) }

    /// In the address of a part that is not there yet.
    static let new = SheetSection.newPart
    /// The field of a new part's short name.
    static let name = "nom-court"

    static let sample = NetworkPartModel(
        network: "oncobreizh", networkName: "OncoBreizh", section: .zones, id: "rennes", isNew: false, title: "Rennes",
        lines: ["nom", "departements", "communes"].map {
            Line(
                key: $0, said: .of($0, in: .zones, forms: [], partners: []), value: $0 == "nom" ? "Rennes" : "35, 22")
        }, mayChange: true, seal: .sample)

    static let faultySample: NetworkPartModel = {
        var model = sample
        (model.isNew, model.isStale) = (true, true)
        model.faults = [FieldFault(field: "departements", message: "Le département «\u{A0}99\u{A0}» n’existe pas.")]
        return model
    }()

    static let readSample: NetworkPartModel = {
        var model = sample
        model.mayChange = false
        return model
    }()
}

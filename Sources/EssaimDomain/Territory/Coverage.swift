/// What a catchment covers on the ground: which communes, how many people.
public struct Coverage: Equatable, Sendable {
    /// In `Territory.communes`, each once, in order. A city made of arrondissements stands there by them.
    let places: [Int]
    /// A city counts as one commune, whichever of its arrondissements are covered.
    public let communes: Int
    public let inhabitants: Int
    /// In how many communes or arrondissements nobody was counted, for the tables do not know: they are not among the
    /// inhabitants.
    public let uncounted: Int
    public let departements: [DepartementShare]
    /// What was asked for and covers nothing, or not what it seems; in the order of the catchment.
    public let remarks: [CoverageRemark]

    public var isEmpty: Bool { places.isEmpty }
}

/// How much of a département is covered.
public struct DepartementShare: Hashable, Sendable {
    public let code: String
    public let communes: Int
    /// Of how many communes.
    public let allCommunes: Int
    public let inhabitants: Int
    /// Of how many people.
    public let allInhabitants: Int
    /// Every commune and every arrondissement.
    public let isWhole: Bool
}

/// Why a part of a catchment covers nothing.
public enum CoverageRemark: Hashable, Sendable {
    /// A commune that is in no table: it routes by its code, and its département may be meant.
    case unlistedCommune(INSEECommune)
    case unknownDepartement(String)
    /// The tables have none of its communes: it routes by its code, and counts for nothing.
    case collectivity(OverseasCollectivity)
    case unknownPostalCode(PostalCode)
}

/// Two of several coverages that meet, by their places in the list.
public struct CoverageOverlap: Equatable, Sendable {
    public let first: Int
    public let second: Int
    public let shared: Coverage
}

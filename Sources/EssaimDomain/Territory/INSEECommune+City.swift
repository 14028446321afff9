extension INSEECommune {
    /// The commune that an arrondissement of Paris, Lyon or Marseille is a part of, by its code; any other code is itself.
    public var city: INSEECommune {
        let city: String? =
            switch rawValue {
            case "75101"..."75120": "75056"
            case "69381"..."69389": "69123"
            case "13201"..."13216": "13055"
            default: nil
            }
        return city.flatMap(INSEECommune.init(rawValue:)) ?? self
    }

    /// Whether it is the code of a municipal arrondissement.
    public var isArrondissement: Bool { city != self }

    /// The communes that are made of arrondissements: Marseille, Lyon, Paris.
    static let cities = Set(["13055", "69123", "75056"].compactMap(INSEECommune.init(rawValue:)))

    /// `99` and the country: a place of birth only.
    public var isAbroad: Bool { rawValue.hasPrefix("99") }
}

extension INSEECommune: Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

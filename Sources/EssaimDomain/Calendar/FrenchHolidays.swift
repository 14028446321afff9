/// The public holidays of France (code du travail L.3133-1), with those of some territories.
public struct FrenchHolidays: Hashable, Sendable {
    /// Territories that keep more days.
    public struct Regions: OptionSet, Hashable, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Good Friday and 26 December in the Bas-Rhin, Haut-Rhin and Moselle (code du travail L.3134-13). Good Friday
        /// is a holiday there only where there is a Protestant temple; counted for all.
        public static let alsaceMoselle = Self(rawValue: 1 << 0)
        /// The day of the abolition of slavery (code du travail L.3422-2, décret 83-1003): 27 April.
        public static let mayotte = Self(rawValue: 1 << 1)
        /// Abolition: 22 May.
        public static let martinique = Self(rawValue: 1 << 2)
        /// Abolition: 27 May.
        public static let guadeloupe = Self(rawValue: 1 << 3)
        /// Abolition: 28 May, as Saint-Martin has kept it since 2019; the code still says the day of Guadeloupe.
        public static let saintMartin = Self(rawValue: 1 << 4)
        /// Abolition: 10 June.
        public static let guyane = Self(rawValue: 1 << 5)
        /// Abolition: 9 October.
        public static let saintBarthelemy = Self(rawValue: 1 << 6)
        /// Abolition: 20 December.
        public static let reunion = Self(rawValue: 1 << 7)
        /// 24 September (*accord interprofessionnel territorial*, article 74).
        public static let newCaledonia = Self(rawValue: 1 << 8)
        /// 5 March and Good Friday; 29 June until 2025, then 20 November (code du travail of French Polynesia, as its
        /// assembly changed it on 6 May 2025).
        public static let polynesia = Self(rawValue: 1 << 9)
        /// 28 April and 29 July.
        public static let wallisFutuna = Self(rawValue: 1 << 10)
    }

    public let regions: Regions

    /// The eleven national days, and those of `regions`.
    public init(_ regions: Regions = []) { self.regions = regions }

    /// The days kept in a département or overseas territory, by its code (`57`, `974`, `988`). Days that only some trades or
    /// agreements keep are left to `OpeningHours.closedDays`: Victor Schoelcher, Mi-Carême, the feasts of Islam in Mayotte.
    public init(departement: String) { regions = Self.regions(of: departement) }

    public func contains(_ date: CivilDate) -> Bool { name(of: date) != nil }

    /// The French name of the holiday on that day, nil on other days.
    public func name(of date: CivilDate) -> String? {
        fixedName(of: date) ?? movableName(daysAfterEaster: date.days(since: .easter(of: date.year)))
    }

    /// All the days of a year, in order. Empty outside 1…9999.
    public func days(of year: Int) -> [(date: CivilDate, name: String)] {
        guard let first = CivilDate(year: year, month: 1, day: 1) else { return [] }
        return (0..<(CivilDate.isLeap(year) ? 366 : 365)).compactMap { offset in
            let date = first.adding(days: offset)
            return name(of: date).map { (date, $0) }
        }
    }

    private func fixedName(of date: CivilDate) -> String? {
        let abolition = "Abolition de l’esclavage"
        return switch (date.month, date.day) {
        case (1, 1): "Jour de l’an"
        case (5, 1): "Fête du Travail"
        case (5, 8): "Victoire de 1945"
        case (7, 14): "Fête nationale"
        case (8, 15): "Assomption"
        case (11, 1): "Toussaint"
        case (11, 11): "Armistice de 1918"
        case (12, 25): "Noël"
        case (12, 26) where regions.contains(.alsaceMoselle): "Saint-Étienne"
        case (4, 27) where regions.contains(.mayotte): abolition
        case (5, 22) where regions.contains(.martinique): abolition
        case (5, 27) where regions.contains(.guadeloupe): abolition
        case (5, 28) where regions.contains(.saintMartin): abolition
        case (6, 10) where regions.contains(.guyane): abolition
        case (10, 9) where regions.contains(.saintBarthelemy): abolition
        case (12, 20) where regions.contains(.reunion): abolition
        case (9, 24) where regions.contains(.newCaledonia): "Fête de la citoyenneté"
        case (3, 5) where regions.contains(.polynesia): "Arrivée de l’Évangile"
        case (6, 29) where regions.contains(.polynesia) && date.year < 2026: "Fête de l’autonomie"
        case (11, 20) where regions.contains(.polynesia) && date.year >= 2026: "Matari’i i ni’a"
        case (4, 28) where regions.contains(.wallisFutuna): "Saint Pierre Chanel"
        case (7, 29) where regions.contains(.wallisFutuna): "Fête du territoire"
        default: nil
        }
    }

    private func movableName(daysAfterEaster days: Int) -> String? {
        switch days {
        case -2 where !regions.isDisjoint(with: [.alsaceMoselle, .polynesia]): "Vendredi saint"
        case 1: "Lundi de Pâques"
        case 39: "Ascension"
        case 50: "Lundi de Pentecôte"
        default: nil
        }
    }

    private static func regions(of departement: String) -> Regions {
        switch departement {
        case "57", "67", "68": .alsaceMoselle
        case "971": .guadeloupe
        case "972": .martinique
        case "973": .guyane
        case "974": .reunion
        case "976": .mayotte
        case "977": .saintBarthelemy
        case "978": .saintMartin
        case "986": .wallisFutuna
        case "987": .polynesia
        case "988": .newCaledonia
        default: []
        }
    }
}

extension CivilDate {
    /// Easter Sunday of a year, Gregorian (« Meeus/Jones/Butcher », J. Meeus, *Astronomical Algorithms*, ch. 8).
    public static func easter(of year: Int) -> Self {
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * toSunday) / 451
        let sum = epact + toSunday - 7 * shift + 114
        return Self(year: year, month: sum / 31, day: sum % 31 + 1) ?? .first
    }
}

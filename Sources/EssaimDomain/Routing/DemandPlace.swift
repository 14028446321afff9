/// Where a demand comes from, as much as is known of it: the commune, else the postal code, else the département.
public struct DemandPlace: Sendable, Equatable {
    public var commune: INSEECommune?
    public var postalCode: String?
    public var departement: String?

    public init(commune: INSEECommune? = nil, postalCode: String? = nil, departement: String? = nil) {
        self.commune = commune
        self.postalCode = postalCode
        self.departement = departement
    }
}

/// What routing asks of the table of communes.
public protocol CommuneTable: Sendable {
    /// Whether that commune, or municipal arrondissement, exists today.
    func contains(_ commune: INSEECommune) -> Bool
    /// In any order; none for a code that no commune bears.
    func communes(withPostalCode code: String) -> [INSEECommune]
    /// The commune of which that one is an arrondissement (`75111` → `75056`); nil for any other.
    func whole(of commune: INSEECommune) -> INSEECommune?
}

/// Where no table is at hand: every code is taken as it stands, and a postal code stands for its département.
public struct NoCommunes: CommuneTable {
    public init() {}
    public func contains(_ commune: INSEECommune) -> Bool { true }
    public func communes(withPostalCode code: String) -> [INSEECommune] { [] }
    public func whole(of commune: INSEECommune) -> INSEECommune? { commune.isArrondissement ? commune.city : nil }
}

extension Territory: CommuneTable {
    public func contains(_ commune: INSEECommune) -> Bool { self.commune(commune) != nil }

    public func communes(withPostalCode code: String) -> [INSEECommune] {
        PostalCode(rawValue: code).map { communes($0).map(\.code) } ?? []
    }

    public func whole(of commune: INSEECommune) -> INSEECommune? { NoCommunes().whole(of: commune) }
}

/// A place as zones can be compared with it.
public struct Locality: Sendable, Equatable {
    /// One place that it may be.
    public struct Spot: Sendable, Equatable {
        /// The commune; for an arrondissement, the commune around it too. None where the département alone is known.
        public let communes: [INSEECommune]
        public let departement: String

        public init(communes: [INSEECommune], departement: String) {
            self.communes = communes
            self.departement = departement
        }
    }

    /// What is not sure about the place, and did not stop routing.
    public enum Doubt: Sendable, Hashable, Codable {
        /// In no table, for communes merge: a zone that names it still has it, else its département decides.
        case communeGone(INSEECommune)
        /// No commune bears it: its département decides.
        case postalCodeUnknown(String)
    }

    /// One, or one for each commune of a postal code.
    public let spots: [Spot]
    public let doubt: Doubt?

    public init(spots: [Spot], doubt: Doubt? = nil) {
        self.spots = spots
        self.doubt = doubt
    }
}

extension DemandPlace {
    /// Nil when nothing is known that could be a place.
    public func locality(in table: some CommuneTable) -> Locality? {
        if let commune {
            let whole = table.whole(of: commune)
            let isKnown = whole != nil || table.contains(commune)
            let spot = Locality.Spot(
                communes: [commune] + (whole.map { [$0] } ?? []), departement: commune.departement)
            return Locality(spots: [spot], doubt: isKnown ? nil : .communeGone(commune))
        }
        if let postalCode, let departement = Self.departement(ofPostalCode: postalCode) {
            let communes = table.communes(withPostalCode: postalCode).sorted { $0.rawValue < $1.rawValue }
            if communes.isEmpty {
                let spot = Locality.Spot(communes: [], departement: departement)
                return Locality(spots: [spot], doubt: .postalCodeUnknown(postalCode))
            }
            return Locality(
                spots: communes.map { commune in
                    Locality.Spot(
                        communes: [commune] + (table.whole(of: commune).map { [$0] } ?? []),
                        departement: commune.departement)
                })
        }
        guard let departement, !departement.isEmpty else { return nil }
        return Locality(spots: [Locality.Spot(communes: [], departement: departement)])
    }

    /// The département that a postal code begins with: Corse-du-Sud up to `201`, Haute-Corse after; three digits overseas,
    /// where Saint-Barthélemy and Saint-Martin kept codes of Guadeloupe. A few communes are served from across the border
    /// of their département: a table knows better. Nil for what is no postal code.
    static func departement(ofPostalCode code: String) -> String? {
        guard code.utf8.count == 5, let number = plainNumber(code), number >= 1000 else { return nil }
        switch (code, number / 1000) {
        case ("97133", _): return "977"
        case ("97150", _): return "978"
        case (_, 20): return number < 20_200 ? "2A" : "2B"
        case (_, 97), (_, 98): return String(code.prefix(3))
        case (_, 96), (_, 99): return nil
        default: return String(code.prefix(2))
        }
    }
}

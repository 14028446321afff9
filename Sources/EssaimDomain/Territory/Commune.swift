/// A commune of France, or a municipal arrondissement of Paris, Lyon or Marseille (code officiel géographique).
public struct Commune: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case commune = "COM"
        case arrondissement = "ARM"
    }

    public let code: INSEECommune
    public let kind: Kind
    public let name: String
    /// None for a city made of arrondissements: they have them.
    public let postalCodes: [PostalCode]
    /// The town hall, else a point inside; nil when the tables do not know.
    public let position: Position?
    /// Municipal population; nil when the tables do not know.
    public let population: Int?

    public init(
        code: INSEECommune, kind: Kind = .commune, name: String, postalCodes: [PostalCode], position: Position?,
        population: Int?
    ) {
        self.code = code
        self.kind = kind
        self.name = name
        self.postalCodes = postalCodes
        self.position = position
        self.population = population
    }

    /// The département's code.
    public var departement: String { code.departement }
}

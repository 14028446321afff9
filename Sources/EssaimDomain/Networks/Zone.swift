/// A part of the territory: départements, communes and postal codes that belong to it whatever their département, and other
/// zones that it unites.
public struct Zone: Sendable, Equatable {
    public let id: Identifier<Zone>
    public var name: String
    /// Codes: `22`, `2A`, `974`.
    public var departements: [String]
    public var communes: [INSEECommune]
    public var postalCodes: [PostalCode]
    /// Zones whose places are its own too: « Bretagne » unites three sectors. A zone that is asked first stays first.
    public var unites: [Identifier<Zone>]
    /// Zones that answer when it cannot, in order; each says its own.
    public var overflow: [Identifier<Zone>]

    public init(
        id: Identifier<Zone>, name: String, departements: [String] = [], communes: [INSEECommune] = [],
        postalCodes: [PostalCode] = [], unites: [Identifier<Zone>] = [], overflow: [Identifier<Zone>] = []
    ) {
        self.id = id
        self.name = name
        self.departements = departements
        self.communes = communes
        self.postalCodes = postalCodes
        self.unites = unites
        self.overflow = overflow
    }

    /// Nobody's place: neither named nor united with one that is.
    public var isEmpty: Bool {
        departements.isEmpty && communes.isEmpty && postalCodes.isEmpty && unites.isEmpty
    }
}

/// What a zone is made of: any of départements, communes and postal codes, put together. What is named twice counts once.
public struct Catchment: Hashable, Sendable {
    /// Codes: `22`, `2A`, `974`.
    public var departements: [String]
    public var communes: [INSEECommune]
    public var postalCodes: [PostalCode]

    public init(departements: [String] = [], communes: [INSEECommune] = [], postalCodes: [PostalCode] = []) {
        self.departements = departements
        self.communes = communes
        self.postalCodes = postalCodes
    }
}

extension Zone {
    public var catchment: Catchment { Catchment(departements: departements, communes: communes) }
}

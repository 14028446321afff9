/// A place of practice that asks: cabinet, MSP, EHPAD… It owns its demands: any authorised member may add, read and close.
public struct Structure: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case practice, healthCentre, nursingHome, hospital, pharmacy, coordination
    }

    public var id: Identifier<Structure>
    public var name: String
    public var kind: Kind
    public var finess: FINESS?
    /// INSEE code of the commune (5 characters): decides the zone.
    public var commune: INSEECommune
    public var communeName: String

    public init(
        id: Identifier<Structure>, name: String, kind: Kind, finess: FINESS? = nil, commune: INSEECommune,
        communeName: String
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.finess = finess
        self.commune = commune
        self.communeName = communeName
    }
}

/// An organisation of the network that is no person: the team itself, a hospital, a CPTS, an EHPAD. One that owns lines and
/// teams administers them, their people and their rota; the network's coordinator sees them.
public struct Partner: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// *Équipe de soins spécialisés* (CSP L.1411-11-1).
        case specialistTeam
        case hospital
        /// *Communauté professionnelle territoriale de santé*.
        case territorialCommunity
        /// *Dispositif d’appui à la coordination*.
        case coordinationSupport
        case nursingHome
        case practice
        /// Regulation of unscheduled care (*service d’accès aux soins*).
        case unscheduledCare
    }

    public let id: Identifier<Partner>
    public var name: String
    public var kind: Kind
    public var finess: FINESS?
    /// Where it is, to say how far.
    public var commune: INSEECommune?

    public init(
        id: Identifier<Partner>, name: String, kind: Kind, finess: FINESS? = nil, commune: INSEECommune? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.finess = finess
        self.commune = commune
    }
}

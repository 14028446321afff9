/// From whom a line takes demands, beside their profession.
public struct Admission: Sendable, Equatable, Codable {
    /// Only whom the network invited to ask (`NetworkRole.requester`, or any other role there); otherwise anyone signed in.
    public var isByInvitation: Bool
    /// Where the asking structure is, by département; empty: anywhere in the line's zones.
    public var departements: [String]

    public init(isByInvitation: Bool = false, departements: [String] = []) {
        self.isByInvitation = isByInvitation
        self.departements = departements
    }

    public func admits(_ commune: INSEECommune) -> Bool {
        departements.isEmpty || departements.contains(commune.departement)
    }
}

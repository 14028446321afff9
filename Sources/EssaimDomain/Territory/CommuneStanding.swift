/// What the tables know of a well-formed INSEE code. Communes merge and change their codes; a code is refused by nobody for
/// that, but who reads it is told.
public enum CommuneStanding: Equatable, Sendable {
    case listed(Commune)
    /// In no table: it merged, or is newer than they are. Its département stands in for it, to route and to measure; not for
    /// a place of birth, whose code may be older than its département (91 to 94 were Algeria's until 1962).
    case unlisted(Departement)
    case collectivity(OverseasCollectivity)
    /// A country: a place of birth only.
    case abroad
    /// No département has this beginning.
    case unknown
}

extension Territory {
    public func standing(of code: INSEECommune) -> CommuneStanding {
        if let commune = commune(code) { return .listed(commune) }
        if code.isAbroad { return .abroad }
        if let departement = departement(code.departement) { return .unlisted(departement) }
        return OverseasCollectivity(rawValue: code.departement).map(CommuneStanding.collectivity) ?? .unknown
    }

    /// The name of a département, or of a collectivity whose code has that form.
    public func name(ofDepartement code: String) -> String? {
        departement(code)?.name ?? OverseasCollectivity(rawValue: code)?.name
    }
}

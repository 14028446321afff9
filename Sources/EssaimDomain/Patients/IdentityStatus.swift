/// How sure an identity is (*référentiel national d'identitovigilance*), by the codes of fr-core's `identityStatus`.
public enum IdentityStatus: String, Sendable, Codable, CaseIterable {
    case provisional = "PROV"
    case retrieved = "RECUP"
    case validated = "VALI"
    case qualified = "QUAL"

    /// The status that two proofs give together: the INSi teleservice retrieves, a proof of identity validates, both
    /// qualify. Typed or scanned traits are at most validated: a matricule typed by hand counts for nothing.
    public init(retrievedFromTeleservice: Bool, identityProved: Bool) {
        switch (retrievedFromTeleservice, identityProved) {
        case (true, true): self = .qualified
        case (true, false): self = .retrieved
        case (false, true): self = .validated
        case (false, false): self = .provisional
        }
    }

    /// « qualifiée ».
    public var french: String {
        switch self {
        case .provisional: "provisoire"
        case .retrieved: "récupérée"
        case .validated: "validée"
        case .qualified: "qualifiée"
        }
    }
}

/// Where a status *qualifiée* comes from: nobody becomes qualified by typing.
public enum QualificationSource: Hashable, Sendable, Codable {
    case partnerSoftware
    case teleservice
    /// A named and dated declaration of the requérant.
    case declaration(by: Identifier<Person>, at: Instant)
}

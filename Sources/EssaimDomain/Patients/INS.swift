/// *Identité nationale de santé*: a matricule and the authority that gave it. Patients are keyed by the pair, never by
/// the matricule alone: a test number may equal a real one.
public struct INS: Hashable, Sendable, Codable {
    /// Who gave the matricule, by the OID that every exchange carries.
    public enum Authority: String, Sendable, Codable, CaseIterable {
        case nir = "1.2.250.1.213.1.4.8"
        case nia = "1.2.250.1.213.1.4.9"
        case test = "1.2.250.1.213.1.4.10"
        case demonstration = "1.2.250.1.213.1.4.11"

        /// Never a real patient's.
        public var isForTests: Bool { self == .test || self == .demonstration }
    }

    /// Fifteen characters: a NIA has the form of a NIR.
    public let matricule: NIR
    public let authority: Authority
    public let status: IdentityStatus

    public init(matricule: NIR, authority: Authority, status: IdentityStatus) {
        self.matricule = matricule
        self.authority = authority
        self.status = status
    }

    /// Reads what another software sends: a matricule, and an OID with or without `urn:oid:`.
    /// - Parameter production: refuse the authorities of tests and demonstrations.
    public static func parse(
        matricule: String, oid: String, status: IdentityStatus, production: Bool
    ) -> Result<Self, INSFault> {
        let bare = oid.hasPrefix("urn:oid:") ? String(oid.dropFirst(8)) : oid
        guard let authority = Authority(rawValue: bare) else { return .failure(.unknownAuthority) }
        if production, authority.isForTests { return .failure(.testAuthority) }
        return NIR.parse(matricule).mapError(INSFault.matricule)
            .map { Self(matricule: $0, authority: authority, status: status) }
    }

    /// The matricule as it may leave Essaim: only when the identity is *qualifiée*.
    public var matriculeToSend: NIR? { status == .qualified ? matricule : nil }
}

/// Why an INS was refused. The message never repeats the number.
public enum INSFault: Error, Hashable, Sendable {
    case matricule(IdentityFault)
    case unknownAuthority
    case testAuthority

    public var message: String {
        switch self {
        case .matricule(let fault): fault.message
        case .unknownAuthority: "L’autorité qui a donné ce matricule INS est inconnue."
        case .testAuthority: "Ce matricule INS est celui d’un patient de test\u{A0}: il est refusé ici."
        }
    }
}

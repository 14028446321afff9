/// Someone of a network as its file names them: who they are, and where they stand there.
public struct DeclaredMember: Sendable, Equatable {
    /// By what they are recognised, whatever the file calls them.
    public enum Sign: Sendable, Hashable {
        case rpps(RPPS)
        /// Of their account, or of the one that they will have; in lower case.
        case login(String)

        public var text: String {
            switch self {
            case .rpps(let number): number.rawValue
            case .login(let login): login
            }
        }
    }

    /// A short name that duties of the file use.
    public var key: String
    public var sign: Sign
    public var familyName: String
    public var givenName: String
    public var profession: Profession
    /// Code of the NOS table TRE_R38, as `Person.specialty`.
    public var specialty: String?
    /// Where they are told that they are awaited.
    public var mail: MailboxAddress?
    public var roles: Set<NetworkRole>
    public var pools: [Identifier<Pool>: PoolGrade]
    /// The establishments that they administer.
    public var partners: Set<Identifier<Partner>>
    public var subSpecialties: Set<Identifier<SubSpecialty>>

    public init(
        key: String, sign: Sign, familyName: String, givenName: String, profession: Profession,
        specialty: String? = nil, mail: MailboxAddress? = nil, roles: Set<NetworkRole> = [],
        pools: [Identifier<Pool>: PoolGrade] = [:], partners: Set<Identifier<Partner>> = [],
        subSpecialties: Set<Identifier<SubSpecialty>> = []
    ) {
        self.key = key
        self.sign = sign
        self.familyName = familyName
        self.givenName = givenName
        self.profession = profession
        self.specialty = specialty
        self.mail = mail
        self.roles = roles
        self.pools = pools
        self.partners = partners
        self.subSpecialties = subSpecialties
    }

    /// Given name first.
    public var name: String { "\(givenName) \(familyName)" }

    /// Nobody's member: without a role, a team or an establishment they would stand nowhere.
    public var standsNowhere: Bool { roles.isEmpty && pools.isEmpty && partners.isEmpty }

    /// Of a key and of a code.
    public static let longestKey = 60
    /// Whether a text has the form of a specialty's code: `SM15`, `SCD01`.
    public static func isSpecialtyCode(_ text: String) -> Bool {
        (3...8).contains(text.utf8.count)
            && text.utf8.prefix { 0x41...0x5A ~= $0 }.count >= 2
            && text.utf8.drop { 0x41...0x5A ~= $0 }.allSatisfy { 0x30...0x39 ~= $0 }
    }
}

extension NetworkRole {
    /// As files and tables of members write it.
    public var fileWord: String {
        switch self {
        case .coordinator: "coordinateur"
        case .regulator: "regulateur"
        case .secretary: "secretaire"
        case .sectorReferent: "referent-secteur"
        case .head: "responsable"
        case .administrator: "administrateur"
        case .billingOffice: "bureau-facturation"
        case .agencyReader: "agence"
        case .securityReferent: "referent-securite"
        case .requester: "demandeur"
        }
    }
}

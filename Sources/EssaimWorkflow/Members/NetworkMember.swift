import EssaimDomain

/// Someone who stands in a network, whatever way they came: invited, active or suspended somewhere there.
public struct NetworkMember: Sendable, Equatable {
    public struct InPool: Sendable, Equatable {
        public var grade: PoolGrade
        public var status: MembershipStatus

        public init(grade: PoolGrade, status: MembershipStatus) {
            self.grade = grade
            self.status = status
        }
    }

    public var person: Person
    /// Of their account; nil while they have none.
    public var login: String?
    /// What a file or an invitation said of them.
    public var sheet: MemberSheet?
    /// What ended is not there.
    public var roles: [NetworkRole: MembershipStatus]
    public var pools: [Identifier<Pool>: InPool]
    public var partners: [Identifier<Partner>: MembershipStatus]
    public var subSpecialties: Set<Identifier<SubSpecialty>>

    public init(
        person: Person, login: String? = nil, sheet: MemberSheet? = nil, roles: [NetworkRole: MembershipStatus] = [:],
        pools: [Identifier<Pool>: InPool] = [:], partners: [Identifier<Partner>: MembershipStatus] = [:],
        subSpecialties: Set<Identifier<SubSpecialty>> = []
    ) {
        self.person = person
        self.login = login
        self.sheet = sheet
        self.roles = roles
        self.pools = pools
        self.partners = partners
        self.subSpecialties = subSpecialties
    }

    public var hasAccount: Bool { login != nil }

    /// The best of what they are there.
    public var status: MembershipStatus {
        let all = Array(roles.values) + pools.values.map(\.status) + Array(partners.values)
        return [.active, .invited, .suspended].first(where: all.contains) ?? .ended
    }

    /// By what a file recognises them: what it said itself, before what is known beside it.
    public var sign: DeclaredMember.Sign {
        if let login = sheet?.login { return .login(login) }
        return person.rpps.map { .rpps($0) } ?? .login(login ?? person.id.rawValue)
    }

    public func declared(as key: String) -> DeclaredMember {
        DeclaredMember(
            key: key, sign: sign, familyName: person.familyName, givenName: person.givenName,
            profession: person.profession, specialty: person.specialty, mail: sheet?.mail, roles: Set(roles.keys),
            pools: pools.mapValues(\.grade), partners: Set(partners.keys), subSpecialties: subSpecialties)
    }
}

/// What a network noted of someone beside where they stand.
public struct MemberSheet: Sendable, Equatable {
    public var key: String
    /// What they are awaited under, when it is not their RPPS.
    public var login: String?
    public var mail: MailboxAddress?

    public init(key: String, login: String? = nil, mail: MailboxAddress? = nil) {
        self.key = key
        self.login = login
        self.mail = mail
    }

    public init(_ member: DeclaredMember) {
        key = member.key
        mail = member.mail
        if case .login(let login) = member.sign { self.login = login }
    }
}

extension [NetworkMember] {
    /// As a file would name them, in their order: their own keys first, others made of their names, each once.
    public func declared() -> [DeclaredMember] {
        var taken = Set(compactMap(\.sheet?.key))
        var keys: [Identifier<Person>: String] = [:]
        var given: Set<String> = []
        for member in sorted(by: { $0.person.id < $1.person.id }) {
            if let key = member.sheet?.key, given.insert(key).inserted {
                keys[member.person.id] = key
            } else {
                let key = DeclaredMember.key(
                    family: member.person.familyName, given: member.person.givenName, besides: taken)
                taken.insert(key)
                keys[member.person.id] = key
            }
        }
        return map { $0.declared(as: keys[$0.person.id] ?? $0.person.id.rawValue) }
    }
}

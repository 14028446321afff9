import EssaimDomain

/// What a network changes of one of its people; what is nil or not named stays.
public struct MemberChange: Sendable, Equatable {
    public enum Writing: Sendable { case none, insert, update }

    public let person: Person
    /// Of the person themselves: made, or said better while they have no account.
    public var writing: Writing = .none
    public var sheet: MemberSheet?
    public var roles: [NetworkRole: MembershipStatus] = [:]
    public var pools: [Identifier<Pool>: NetworkMember.InPool] = [:]
    public var partners: [Identifier<Partner>: MembershipStatus] = [:]
    public var subSpecialties: Set<Identifier<SubSpecialty>>?

    public init(_ person: Person) { self.person = person }

    public var isEmpty: Bool { self == MemberChange(person) }
    /// They answer no more in a team where they did.
    public var leavesPool: Bool { pools.values.contains { $0.status == .ended } }
}

extension MemberChange {
    /// From how someone stands to how they are declared. What is suspended and named stays suspended: no file says it.
    /// - Parameter standing: nil for who stands nowhere in the network.
    init(_ person: Person, from standing: NetworkMember?, to declared: DeclaredMember?, hasAccount: Bool) {
        self.init(person)
        let joined: MembershipStatus = hasAccount ? .active : .invited
        for role in declared?.roles ?? [] where standing?.roles[role] == nil { roles[role] = joined }
        for role in standing?.roles.keys.map(\.self) ?? [] where declared?.roles.contains(role) != true {
            roles[role] = .ended
        }
        for (pool, grade) in declared?.pools ?? [:] {
            let now = standing?.pools[pool]
            if now?.grade != grade { pools[pool] = .init(grade: grade, status: now?.status ?? joined) }
        }
        for (pool, now) in standing?.pools ?? [:] where declared?.pools[pool] == nil {
            pools[pool] = .init(grade: now.grade, status: .ended)
        }
        for partner in declared?.partners ?? [] where standing?.partners[partner] == nil { partners[partner] = joined }
        for partner in standing?.partners.keys.map(\.self) ?? [] where declared?.partners.contains(partner) != true {
            partners[partner] = .ended
        }
        let known = declared?.subSpecialties ?? []
        if known != standing?.subSpecialties ?? [] { subSpecialties = known }
    }
}

import EssaimDomain

/// What someone changes of a network's people: its administrator, the roles, the network's own teams and who administers each
/// establishment; an establishment's people, its own teams and their colleagues. A coordinator sees and changes nothing.
public struct MemberScope: Sendable, Equatable {
    public let keepsRoles: Bool
    public let pools: Set<Identifier<Pool>>
    public let partners: Set<Identifier<Partner>>

    public init(of caller: Caller, in network: Network) {
        keepsRoles = caller.has(.administrator, in: network.id)
        let own = Set(caller.partners.filter { $0.network == network.id }.map(\.partner))
        let isAdministrator = keepsRoles
        pools = Set(
            network.pools.filter { pool in pool.owner.map(own.contains) ?? isAdministrator }.map(\.id))
        partners = isAdministrator ? Set(network.partners.map(\.id)) : own
    }

    public var isEmpty: Bool { !keepsRoles && pools.isEmpty && partners.isEmpty }

    /// Nothing of what someone is invited to is another's to give.
    public func covers(_ member: DeclaredMember) -> Bool {
        (keepsRoles || member.roles.isEmpty) && pools.isSuperset(of: member.pools.keys)
            && partners.isSuperset(of: member.partners)
    }

    /// Someone as they stand, with what was typed where it is this person's to say.
    public func changed(_ member: DeclaredMember, to typed: TypedPlaces) -> DeclaredMember {
        var member = member
        if keepsRoles { member.roles = typed.roles }
        for pool in pools { member.pools[pool] = typed.pools[pool] }
        member.partners = member.partners.subtracting(partners).union(typed.partners.intersection(partners))
        return member
    }
}

/// Where someone is to stand, as typed: what is outside of the scope counts for nothing.
public struct TypedPlaces: Sendable, Equatable {
    public var roles: Set<NetworkRole>
    public var pools: [Identifier<Pool>: PoolGrade]
    public var partners: Set<Identifier<Partner>>

    public init(
        roles: Set<NetworkRole> = [], pools: [Identifier<Pool>: PoolGrade] = [:],
        partners: Set<Identifier<Partner>> = []
    ) {
        self.roles = roles
        self.pools = pools
        self.partners = partners
    }
}

extension Caller {
    /// Whether they see who belongs to a network: who steers it, who administers an establishment of it.
    public func readsMembers(of network: Identifier<Network>) -> Bool {
        has(.administrator, in: network) || has(.coordinator, in: network)
            || partners.contains { $0.network == network }
    }
}

import EssaimDomain

extension StoreReader {
    /// What applying these members would do. Teams and establishments that the network has no more keep their people: running
    /// demands need them.
    /// - Parameter isWhole: the file names all of them.
    public func plan(
        _ declared: [DeclaredMember], of network: Network, isWhole: Bool, at now: Instant
    ) throws -> MemberPlan {
        let (pools, partners) = (Set(network.pools.map(\.id)), Set(network.partners.map(\.id)))
        let standing = try members(of: network.id).map { member in
            var member = member
            member.pools = member.pools.filter { pools.contains($0.key) }
            member.partners = member.partners.filter { partners.contains($0.key) }
            return member
        }
        return MemberPlan(
            declared, over: standing.filter { $0.status != .ended },
            bearers: try bearers(of: Set(declared.map(\.sign))), isWhole: isWhole, at: now)
    }
}

extension StoreWriter {
    /// Writes a plan. What someone holds who answers no more goes back to its team.
    /// - Returns: whether it changed anything.
    public func apply(
        _ plan: MemberPlan, to network: Identifier<Network>, leaving: any HolderLeaving, at now: Instant
    ) throws -> Bool {
        let changes = plan.changes
        guard !changes.isEmpty else { return false }
        try save(changes, in: network)
        for person in plan.leaving.sorted() {
            try leaving.holderBecameAbsent(person, in: network, at: now, self)
        }
        try renew(network)
        return true
    }
}

extension Caller {
    /// Sees how a network is declared: who steers it, and who administers one of its establishments.
    public func readsNetwork(_ network: Identifier<Network>) -> Bool {
        let roles: [NetworkRole] = [.administrator, .coordinator, .regulator, .sectorReferent, .head]
        return roles.contains { has($0, in: network) } || partners.contains { $0.network == network }
    }

    /// The networks whose declaration they see, each once.
    public var readNetworks: [Identifier<Network>] {
        var seen: Set<Identifier<Network>> = []
        return (networks.map(\.network) + partners.map(\.network)).filter {
            readsNetwork($0) && seen.insert($0).inserted
        }
    }

    /// Changes something of it: its administrator, or an establishment's.
    public func keepsSome(of network: Identifier<Network>) -> Bool {
        has(.administrator, in: network) || !partnersKept(in: network).isEmpty
    }

    /// Whether they change that part as it stands: an establishment administers its own teams and lines, the network's
    /// administrator the rest. A coordinator sees both and changes neither.
    public func keeps(_ id: String, _ section: SheetSection, in network: Network) -> Bool {
        guard let owner = network.owner(of: id, section) else { return has(.administrator, in: network.id) }
        return partnersKept(in: network.id).contains(owner)
    }

    /// Adds parts of that kind: the administrator any; an establishment its own teams and lines.
    public func adds(to section: SheetSection, in network: Identifier<Network>) -> Bool {
        if section == .identity { return false }
        let isOwnable = section == .teams || section == .lines
        return has(.administrator, in: network) || isOwnable && !partnersKept(in: network).isEmpty
    }

    /// Whether what an edit makes of a network is theirs to make. Whose part it was is `keeps`; here, what it became: an
    /// establishment neither gives its part away nor answers through another's team.
    public func mayLeave(_ id: String, _ section: SheetSection, as after: Network, from before: Network) -> Bool {
        if before.owner(of: id, section) == nil, has(.administrator, in: after.id) { return true }
        let mine = partnersKept(in: after.id)
        guard after.part(id, section) else { return true }
        guard let owner = after.owner(of: id, section), mine.contains(owner) else { return false }
        if let was = before.owner(of: id, section), was != owner { return false }
        guard section == .lines, let line = after.offer(Identifier("\(after.id)/\(id)")) else { return true }
        let kept = Set(before.offer(line.id)?.pools.values.map { $0 } ?? [])
        return line.pools.values.allSatisfy { pool in
            kept.contains(pool) || after.pool(pool)?.owner.map(mine.contains) ?? false
        }
    }
}

extension Network {
    /// The establishment that a team or a line is of; nil: the network's own, as are all other parts.
    func owner(of id: String, _ section: SheetSection) -> Identifier<Partner>? {
        switch section {
        case .teams: pool(Identifier("\(self.id)/\(id)"))?.owner
        case .lines: offer(Identifier("\(self.id)/\(id)"))?.owner
        case .identity, .partners, .zones: nil
        }
    }

    /// Whether that part stands.
    public func part(_ id: String, _ section: SheetSection) -> Bool {
        let whole = "\(self.id)/\(id)"
        return switch section {
        case .identity: id.isEmpty
        case .partners: partner(Identifier(whole)) != nil
        case .zones: zone(Identifier(whole)) != nil
        case .teams: pool(Identifier(whole)) != nil
        case .lines: offer(Identifier(whole)) != nil
        }
    }
}

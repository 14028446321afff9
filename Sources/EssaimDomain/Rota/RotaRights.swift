extension DutyPost {
    /// The establishment that keeps the rota of this post; nil: the network itself.
    public func owner(in network: Network) -> Identifier<Partner>? {
        switch self {
        case .pool(let pool): network.pool(pool)?.owner
        case .line(let line): network.offer(line)?.owner
        }
    }

    /// Whether the network has it now.
    public func isKnown(in network: Network) -> Bool {
        switch self {
        case .pool(let pool): network.pool(pool) != nil
        case .line(let line): network.offer(line) != nil
        }
    }
}

extension Caller {
    /// Whether they change what stands on the rota for that post: an establishment administers its own teams and lines, the
    /// network's administrator the rest. A coordinator sees both and changes neither.
    public func keepsRota(of post: DutyPost, in network: Network) -> Bool {
        guard post.isKnown(in: network) else { return false }
        guard let owner = post.owner(in: network) else { return has(.administrator, in: network.id) }
        return partners.contains { $0.partner == owner && $0.network == network.id }
    }

    /// Whether they see who is on duty in that network, week after week: who steers it, and who answers there.
    public func readsRota(of network: Identifier<Network>) -> Bool { steersRota(of: network) || answers(in: network) }

    /// Whether they are shown what will lack.
    public func steersRota(of network: Identifier<Network>) -> Bool {
        has(.coordinator, in: network) || has(.administrator, in: network) || has(.regulator, in: network)
            || partners.contains { $0.network == network }
    }

    /// The networks whose rota they see, each once.
    public var rotas: [Identifier<Network>] {
        let all = networks.map(\.network) + partners.map(\.network) + pools.map(\.network)
        var seen: Set<Identifier<Network>> = []
        return all.filter { readsRota(of: $0) && seen.insert($0).inserted }
    }
}

/// Whether a line can be asked by someone, now.
public enum LineStanding: Sendable, Equatable {
    /// By a demand, and it is open at this hour.
    case open(Route)
    /// By a demand, which waits until the line opens; nil when no opening is known.
    case closedNow(Route, opensAt: Instant?)
    case coming(CivilDate?)
    /// The first day on which it is open again, when that is known.
    case paused(CivilDate?)
    case obstacle(LineObstacle)

    /// A demand may leave for it.
    public var route: Route? {
        switch self {
        case .open(let route), .closedNow(let route, _): route
        default: nil
        }
    }
}

/// Why someone cannot ask a line that is open.
public enum LineObstacle: Sendable, Equatable {
    /// Asks in the name of no structure.
    case noStructure
    case profession
    /// The asking structure is not where the line takes demands from.
    case territory
    case invitation
    /// Nobody answers for that zone.
    case noTeam(zone: String)
}

/// Who would ask, as far as lines look at it.
public struct LineAsker: Sendable, Equatable {
    public let profession: Profession
    /// Of the structure in whose name they ask; nil for none.
    public let commune: INSEECommune?
    /// Where they have a place of any kind.
    public let networks: Set<Identifier<Network>>

    public init(profession: Profession, commune: INSEECommune?, networks: Set<Identifier<Network>>) {
        self.profession = profession
        self.commune = commune
        self.networks = networks
    }

    /// A caller, in the name of one of their structures; the first, unless told otherwise.
    public init(_ caller: Caller, in structure: Structure? = nil) {
        self.init(
            profession: caller.person.profession,
            commune: (structure ?? caller.structures.first?.structure)?.commune,
            networks: Set(
                caller.networks.map(\.network) + caller.pools.map(\.network) + caller.partners.map(\.network)))
    }
}

extension Network {
    /// - Parameters:
    ///   - ways: where its demands from the asking structure go (`RoutingTable.ways`).
    ///   - experts: how many answer in each pool; a pool that is not there has nobody.
    public func standing(
        of offer: Offer, for asker: LineAsker, ways: Result<[Route], RoutingObstacle>,
        experts: [Identifier<Pool>: Int], at now: Instant
    ) -> LineStanding {
        let local = localTime(of: offer)
        switch offer.state(on: local.date(at: now)) {
        case .coming: return .coming(offer.stateUntil)
        case .paused: return .paused(offer.stateUntil)
        case .open: break
        }
        if let obstacle = obstacle(to: offer, for: asker) { return .obstacle(obstacle) }
        func nobody(in zone: Identifier<Zone>?) -> LineStanding {
            .obstacle(.noTeam(zone: zone.flatMap { self.zone($0) }?.name ?? ""))
        }
        switch ways {
        case .failure(.zoneWithoutPool(let zone)): return nobody(in: zone)
        case .failure(.noExpert), .failure(.lineWithoutPool): return nobody(in: nil)
        case .failure: return .obstacle(.territory)
        case .success(let routes):
            guard let route = routes.first(where: { experts[$0.pool, default: 0] > 0 }) else {
                return nobody(in: routes.first?.zone)
            }
            if local.isOpen(at: now) { return .open(route) }
            return .closedNow(route, opensAt: local.nextOpening(after: now))
        }
    }

    /// What a line asks of whoever asks it. Someone who is no professional may prepare a téléexpertise that a professional
    /// sends: their profession is looked at then.
    public func obstacle(to offer: Offer, for asker: LineAsker) -> LineObstacle? {
        guard let commune = asker.commune else { return .noStructure }
        if asker.profession.isHealthProfessional, !offer.admits(asker.profession) { return .profession }
        if offer.admission.isByInvitation, !asker.networks.contains(id) { return .invitation }
        return offer.admission.admits(commune) ? nil : .territory
    }
}

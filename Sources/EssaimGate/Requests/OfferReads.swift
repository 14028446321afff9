import EssaimDomain
import EssaimWorkflow

/// A line as it is for one who asks from a place: what is promised, who answers, or why it cannot be asked.
public struct OfferedLine: Sendable {
    public enum Availability: Sendable, Equatable {
        case open(pool: String, experts: Int)
        case paused, coming
        case professionNotAdmitted
        case byInvitation
        case outsideTerritory
        case zoneWithoutPool(zone: String)
    }

    public let network: Network
    public let offer: Offer
    public let availability: Availability
}

extension Grant where P == MayAsk {
    /// The lines of every network, as they are for the caller's first structure.
    public func lines() async throws -> (lines: [OfferedLine], isDemonstration: Bool) {
        let caller = fact.caller
        let isDemonstration = try await house.isDemonstration()
        let (routing, now) = (house.requests.routing, now)
        return try await house.store.read { store in
            let (asker, experts) = (LineAsker(caller), try store.poolSizes())
            let lines = try store.networks().flatMap { network in
                let table = routing.standing(of: network).table
                return network.offers.map { offer in
                    let ways = caller.structures.first.map {
                        table.ways(of: offer.id, from: routing.place(of: $0.structure), at: now)
                    }
                    let standing = network.standing(
                        of: offer, for: asker, ways: ways ?? .failure(.placeUnknown), experts: experts, at: now)
                    return OfferedLine(
                        network: network, offer: offer,
                        availability: OfferedLine.Availability(standing, in: network, experts))
                }
            }
            return (lines, isDemonstration)
        }
    }

    /// Opens a draft on a line.
    public func openDraft(
        _ offer: Identifier<Offer>, _ seal: CommandSeal
    ) async throws -> Result<RequestDesk.Receipt, Refusal> {
        try await house.requests.open(offer, for: nil, key: seal.key, by: fact.caller.person.id, from: seal.place)
    }
}

extension OfferedLine.Availability {
    fileprivate init(_ standing: LineStanding, in network: Network, _ experts: [Identifier<Pool>: Int]) {
        switch standing {
        case .open(let route), .closedNow(let route, _):
            self = .open(pool: network.pool(route.pool)?.name ?? "", experts: experts[route.pool] ?? 0)
        case .coming: self = .coming
        case .paused: self = .paused
        case .obstacle(.profession): self = .professionNotAdmitted
        case .obstacle(.invitation): self = .byInvitation
        case .obstacle(.territory), .obstacle(.noStructure): self = .outsideTerritory
        case .obstacle(.noTeam(let zone)): self = .zoneWithoutPool(zone: zone)
        }
    }
}

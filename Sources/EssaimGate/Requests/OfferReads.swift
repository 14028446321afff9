import EssaimDomain
import EssaimWorkflow

/// A line as it is for one who asks from a place: what is promised, who answers, or why it cannot be asked.
public struct OfferedLine: Sendable {
    public enum Availability: Sendable, Equatable {
        case open(pool: String, experts: Int)
        case paused, coming
        case professionNotAdmitted
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
        return try await house.store.read { store in
            guard let structure = caller.structures.first?.structure else { return ([], isDemonstration) }
            let lines = try store.networks().flatMap { network in
                try network.offers.map { offer in
                    OfferedLine(
                        network: network, offer: offer,
                        availability: try store.availability(of: offer, in: network, for: caller, from: structure))
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

extension StoreReader {
    fileprivate func availability(
        of offer: Offer, in network: Network, for caller: Caller, from structure: Structure
    ) throws -> OfferedLine.Availability {
        switch offer.state {
        case .paused: return .paused
        case .coming: return .coming
        case .open: break
        }
        guard offer.admits(caller.person.profession) || !caller.person.profession.isHealthProfessional else {
            return .professionNotAdmitted
        }
        switch network.route(offer, from: structure.commune) {
        case .outsideTerritory: return .outsideTerritory
        case .zoneWithoutPool(let zone): return .zoneWithoutPool(zone: network.zone(zone)?.name ?? "")
        case .routed(let route):
            let experts = try expertCount(in: route.pool)
            guard experts > 0 else { return .zoneWithoutPool(zone: network.zone(route.zone)?.name ?? "") }
            return .open(pool: network.pool(route.pool)?.name ?? "", experts: experts)
        }
    }
}

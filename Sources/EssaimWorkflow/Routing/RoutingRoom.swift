import EssaimDomain
import Synchronization

/// Who is asked for a demand: the tables of the networks, each made once for as long as its network stays as it is, and the
/// people of the pools in reach as they are now.
public final class RoutingRoom: Sendable {
    /// A network as it was read, ready for routing.
    public struct Standing: Sendable {
        public let network: Network
        public let table: RoutingTable
        public let local: LocalTime
    }

    public typealias Declaring = @Sendable (Identifier<Network>, any StoreReader) throws -> Network?

    private let communes: any CommuneTable
    private let shelf: RotaShelf
    private let declared: Declaring
    private let made = Mutex<[Identifier<Network>: Standing]>([:])

    /// - Parameters:
    ///   - communes: what a place and the postal codes of a zone are read with.
    ///   - shelf: the rotas.
    ///   - declared: where a network is read; the store's own unless said.
    public init(
        communes: any CommuneTable = NoCommunes(), shelf: RotaShelf = RotaShelf(),
        declared: @escaping Declaring = { try $1.network($0) }
    ) {
        self.communes = communes
        self.shelf = shelf
        self.declared = declared
    }

    /// Nil for a network that is not, or no longer, declared.
    public func standing(of id: Identifier<Network>, _ reader: any StoreReader) throws -> Standing? {
        try declared(id, reader).map(standing)
    }

    public func standing(of network: Network) -> Standing {
        made.withLock { made in
            if let known = made[network.id], known.network == network { return known }
            let standing = Standing(
                network: network, table: RoutingTable(network, communes: communes), local: network.local)
            made[network.id] = standing
            return standing
        }
    }

    public func place(of structure: Structure) -> Locality? {
        DemandPlace(commune: structure.commune).locality(in: communes)
    }

    /// Where a line's demands from that structure go, as far as places and open lines say; somebody answers in each.
    public func ways(
        of line: Identifier<Offer>, for structure: Structure, _ standing: Standing, at now: Instant,
        _ reader: any StoreReader
    ) throws -> Result<[Route], RoutingObstacle> {
        switch standing.table.ways(of: line, from: place(of: structure), at: now) {
        case .failure(let obstacle): return .failure(obstacle)
        case .success(let routes):
            let answered = try routes.filter { try reader.expertCount(in: $0.pool) > 0 }
            return answered.isEmpty ? .failure(.noExpert) : .success(answered)
        }
    }

    /// Who is asked now.
    public func answer(
        to demand: RoutingDemand, _ standing: Standing, at now: Instant, _ reader: any StoreReader
    ) throws -> RoutingAnswer {
        standing.table.route(demand, at: try hour(of: demand, standing, at: now, reader))
    }

    /// The people of the pools in reach, in a number of queries that does not grow with them.
    private func hour(
        of demand: RoutingDemand, _ standing: Standing, at now: Instant, _ reader: any StoreReader
    ) throws -> RoutingHour {
        let pools = standing.table.pools(for: demand)
        // Their own hours, and not those of the line.
        let local = standing.local
        let today = local.date(at: now)
        let members = try reader.members(
            routedIn: Set(pools), on: today, since: local.midnight(startOf: today))
        var experts: [Identifier<Pool>: [ExpertStanding]] = [:]
        for member in members {
            experts[member.pool, default: []].append(
                ExpertStanding(
                    member.person, grade: member.grade, subSpecialties: member.subSpecialties, member.availability,
                    busy: member.busy, taken: member.taken, held: member.held, lastGivenAt: member.lastGivenAt, at: now,
                    in: local))
        }
        let duties = try duties(of: pools, demand.offer, members, standing, at: now, reader)
        return RoutingHour(
            now: now, experts: experts, duties: duties, hasRegulator: try reader.hasRegulator(standing.network.id))
    }

    /// Who is on duty for these pools, on the rota of the network.
    private func duties(
        of pools: [Identifier<Pool>], _ line: Identifier<Offer>?, _ members: [RoutedMember], _ standing: Standing,
        at now: Instant, _ reader: any StoreReader
    ) throws -> [Identifier<Pool>: DutyAnswer] {
        let calendar = try shelf.calendar(of: standing.network, by: reader)
        guard !calendar.posts.isEmpty else { return [:] }
        let local = standing.local
        let answerers = Answerers(
            of: standing.network,
            members: members.reduce(into: [:]) { $0[$1.pool, default: []].insert($1.person) },
            presences: Dictionary(
                members.map { ($0.person, Presence($0.availability, busy: $0.busy, in: local)) },
                uniquingKeysWith: { first, _ in first }))
        return pools.reduce(into: [:]) { duties, pool in
            duties[pool] = calendar.answer(at: now, pool: pool, line: line, among: answerers)
        }
    }

    /// Who is on duty for a pool now; none where no rota is kept.
    public func onDuty(
        _ pool: Identifier<Pool>, _ line: Identifier<Offer>?, _ standing: Standing, at now: Instant,
        _ reader: any StoreReader
    ) throws -> [Identifier<Person>] {
        let local = standing.local
        let today = local.date(at: now)
        let members = try reader.members(routedIn: [pool], on: today, since: local.midnight(startOf: today))
        guard case .onDuty(let turns)? = try duties(of: [pool], line, members, standing, at: now, reader)[pool] else {
            return []
        }
        return turns.map(\.expert)
    }
}

extension RotaCalendar {
    /// As routing asks it. Strangers on the rota are left to its review.
    func answer(
        at now: Instant, pool: Identifier<Pool>, line: Identifier<Offer>?, among answerers: Answerers
    ) -> DutyAnswer {
        switch standing(at: now, pool: pool, line: line, among: answerers) {
        case .noRota: .noRota
        case .nobody: .nobody(nextAt: nextDuty(from: now, pool: pool, line: line, among: answerers))
        case .onDuty(let people): .onDuty(people.map { DutyAnswer.Turn($0.person, until: $0.until) })
        }
    }
}

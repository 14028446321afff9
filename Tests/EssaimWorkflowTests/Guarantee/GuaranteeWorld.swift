import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// The sample town with a third pool, whose line is the last resort; the north overflows to the south.
struct GuaranteeWorld: Sendable {
    let world: World
    let network: Network

    static let lastPool = Pool(id: "pool-last", name: "Garde régionale")
    static let last = Offer(
        id: "last", title: "Dernier recours", targets: [:], pools: [Zone.north.id: lastPool.id])
    static let plan = GuaranteePlan(
        fallback: GuaranteePlan.Fallback(offer: "last", phone: "02 99 00 00 15", meanwhile: "Appelez le 15."))

    static func open(
        routing line: LineRouting = LineRouting(), _ visit: @Sendable (GuaranteeWorld) async throws -> Void
    ) async throws {
        try await World.with { world in
            var network = Network.sample
            network.pools.append(lastPool)
            network.offers.append(last)
            network.offers[0].routing = line
            network.guarantee = plan
            network.zones[0].overflow = [Zone.south.id]
            let stored = network
            try await world.store.write { tx in
                try tx.save(stored)
                try tx.join(Person.emergency.id, pool: lastPool.id, as: .senior, status: .active)
                for person in [Person.asker, .senior, .second, .southern, .emergency, .coordinator] {
                    try tx.ask("\(person.id)@exemple.fr", of: person.id, by: .mail, at: .sample)
                    try tx.confirm(person.id, by: .mail)
                }
            }
            try await visit(GuaranteeWorld(world: world, network: network))
        }
    }

    /// A server of its own over the same store.
    func desk(_ store: (any Store)? = nil, channels: Set<TellingChannel> = [.mail]) -> RequestDesk {
        let network = network
        return RequestDesk(
            store: store ?? world.store, clock: world.clock, forms: FormLibrary([.sample]), billing: .sample,
            bulletin: world.bulletin, channels: channels, routing: RoutingRoom { _, _ in network })
    }

    /// `remind answer`, in the order in which they were done; overtaken ones in brackets.
    func steps(of id: Identifier<AdviceRequest> = "request") async throws -> [String] {
        try await world.store.read { try $0.guaranteeTrace(of: id) }.map { step in
            let said = "\(step.key.act) \(step.key.owed)"
            return step.isOvertaken ? "(\(said))" : said
        }
    }

    func next(_ id: Identifier<AdviceRequest> = "request") async throws -> Instant? {
        try await world.store.read { try $0.guaranteeAt(id) }
    }

    /// `senior reminded`, in alphabetical order.
    func told() throws -> [String] {
        try world.look().texts("SELECT person_id || ' ' || event FROM notices ORDER BY 1")
    }

    func go(to share: Int, of request: AdviceRequest, late: Duration = .zero) throws {
        let clock = try #require(request.clock)
        world.clock.set(to: clock.instant(atShare: share, in: LocalTime()) + late)
    }

    /// Someone says that they are away, or answer no more.
    func leaves(_ person: Identifier<Person>) async throws {
        let now = world.clock.now()
        try await world.store.write { try ReturningHolder().holderBecameAbsent(person, in: nil, at: now, $0) }
    }
}

import EssaimCalendarFiles
import EssaimDomain
import EssaimWorkflow

/// One's own turns in one network, and whom one may ask to keep one.
public struct OwnDuties: Sendable {
    public let network: Network
    /// Of the eight weeks to come, in order.
    public let turns: [Shift]
    /// Turns of colleagues of the same post that one could keep instead, by post.
    public let others: [Shift]
    /// Who may keep each post, oneself left out.
    public let colleagues: [DutyPost: [Identifier<Person>]]
}

/// The page of one's duties.
public struct OwnDutyPage: Sendable {
    public let networks: [OwnDuties]
    /// The latest first; what their turns are now, by key.
    public let swaps: [KeptSwap]
    public let shifts: [Shift.Key: Shift]
    public let people: [Identifier<Person>: Person]
    /// When the feed was made; nil without one.
    public let feedAt: Instant?
    public let me: Identifier<Person>
    public let surroundings: Surroundings

    public func network(_ id: Identifier<Network>) -> OwnDuties? { networks.first { $0.network.id == id } }
}

extension Grant where P == Answers {
    public func ownDuties() async throws -> OwnDutyPage {
        let (caller, isLoopback, now, shelf) = (fact.caller, house.isLoopback, now, house.shelf)
        return try await house.store.read { store in
            let ids = caller.pools.map(\.network).reduce(into: [Identifier<Network>]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            let swaps = try store.swaps(of: caller.person.id, since: now - RotaDesk.swapsLast, limit: 50)
            var shifts: [Shift.Key: Shift] = [:]
            let networks = try ids.compactMap { id -> OwnDuties? in
                guard let network = try store.network(id) else { return nil }
                let rota = try shelf.calendar(of: network, by: store)
                for kept in swaps where kept.network == id {
                    for key in [kept.swap.given.key, kept.swap.taken?.key].compactMap(\.self) {
                        shifts[key] = rota.shift(key)
                    }
                }
                return try store.ownDuties(of: caller.person.id, in: network, rota, at: now)
            }
            let named =
                swaps.flatMap { [$0.swap.proposer, $0.swap.asked] }
                + networks.flatMap { $0.colleagues.values.joined() } + networks.flatMap { $0.others.map(\.person) }
            return OwnDutyPage(
                networks: networks, swaps: swaps, shifts: shifts, people: try store.people(Set(named)),
                feedAt: try store.calendarFeed(of: caller.person.id), me: caller.person.id,
                surroundings: try Surroundings(store, of: ids.first, isLoopback: isLoopback))
        }
    }

    public func propose(
        _ given: Shift.Seen, to asked: Identifier<Person>, for taken: Shift.Seen?, in network: Identifier<Network>,
        _ input: Input
    ) async throws -> Result<Void, Refusal> {
        try await house.rotas.propose(given, to: asked, for: taken, act(network, input))
    }

    /// Nil when no such exchange is theirs.
    public func answerSwap(_ answer: DutySwap.State, version: Int, _ input: Input) async throws -> Result<
        Void, Refusal
    >? {
        let id = Identifier<DutySwap>(input.parameter("echange"))
        let me = fact.caller.person.id
        let kept = try await house.store.read { try $0.swap(id) }
        guard let kept, kept.swap.asked == me || kept.swap.proposer == me else {
            try await house.recordRefusal(of: visitor, policy: P.name, input)
            return nil
        }
        let act = act(kept.network, input)
        let result =
            switch answer {
            case .accepted: try await house.rotas.accept(id, version: version, act)
            case .declined: try await house.rotas.decline(id, version: version, act)
            case .withdrawn, .proposed: try await house.rotas.withdraw(id, version: version, act)
            }
        if answer == .accepted, case .success = result { _ = try await house.rotaWatch.look(at: kept.network) }
        return result
    }

    /// A new secret, said this once: the one before opens nothing from here on.
    public func renewFeed(_ input: Input) async throws -> String {
        let (person, now, secret) = (fact.caller.person, now, house.tokens.make())
        let hash = house.tokens.hash(secret)
        let entry = house.recorder.entry("rota.feed", at: now, by: person, from: input.client)
        try await house.store.write { tx in
            try tx.setCalendarFeed(secret: hash, of: person.id, at: now)
            try tx.append(entry)
        }
        return secret
    }

    public func stopFeed(_ input: Input) async throws {
        let (person, now) = (fact.caller.person, now)
        let entry = house.recorder.entry("rota.feedStop", at: now, by: person, from: input.client)
        try await house.store.write { tx in
            try tx.setCalendarFeed(secret: nil, of: person.id, at: now)
            try tx.append(entry)
        }
    }

    /// The server's own address, before a path.
    public var origin: String { house.origin }

    private func act(_ network: Identifier<Network>, _ input: Input) -> RotaDesk.Act {
        RotaDesk.Act(on: network, by: fact.caller.person.id, from: input.client)
    }
}

extension StoreReader {
    fileprivate func ownDuties(
        of me: Identifier<Person>, in network: Network, _ rota: RotaCalendar, at now: Instant
    ) throws -> OwnDuties {
        let local = network.local
        let today = local.date(at: now)
        let days = today...today.adding(days: RotaReview.days - 1)
        let answerers = try answerers(of: network, from: today)
        let turns = rota.shifts(of: me, in: days).filter { $0.span.upperBound > now }
        let posts = Set(turns.map(\.post)).sorted()
        let everyone = Set(network.pools.flatMap { answerers.members(of: $0.id) }).subtracting([me])
        let others = posts.flatMap { post in
            (0..<RotaReview.days).flatMap { rota.shifts(on: today.adding(days: $0), for: post) }
        }.filter { $0.person != me && $0.span.lowerBound > now && everyone.contains($0.person) }
        let colleagues = posts.map { post in (post, everyone.filter { answerers.mayKeep(post, $0) }.sorted()) }
        return OwnDuties(
            network: network, turns: turns, others: others.sorted(),
            colleagues: Dictionary(uniqueKeysWithValues: colleagues))
    }
}

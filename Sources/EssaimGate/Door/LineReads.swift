import EssaimDomain
import EssaimWorkflow

/// What is asked of the catalogue, as typed and chosen.
public struct LineFilter: Sendable {
    public var need: String
    public var place: String
    public var departement: String
    public var specialty: String
    /// In minutes.
    public var within: Int?
    public var establishment: String
    public var service: Offer.Service?

    public init(
        need: String = "", place: String = "", departement: String = "", specialty: String = "", within: Int? = nil,
        establishment: String = "", service: Offer.Service? = nil
    ) {
        self.need = need
        self.place = place
        self.departement = departement
        self.specialty = specialty
        self.within = within
        self.establishment = establishment
        self.service = service
    }
}

/// The lines that fit, and what the filters may ask.
public struct LineFinding: Sendable {
    public let lines: [FoundLine]
    /// The communes that the typed place may mean, the chosen one first; empty when none was typed or found.
    public let places: [Commune]
    /// By the name of the commune where the asker's structure is; nil for who has none.
    public let from: Structure?
    public let specialties: [String]
    public let establishments: [(id: Identifier<Partner>, name: String)]
    /// How many of the lines that fit answer in each département, whichever is chosen.
    public let departements: [(code: String, name: String, lines: Int)]
    public let map: TerritoryMap
    public let surroundings: Surroundings
}

extension Grant where P == SeekLine {
    public func find(_ filter: LineFilter) async throws -> LineFinding {
        let (caller, now, house) = (fact.caller, now, house)
        let (territory, map) = (await house.territory.territory(), await house.territory.map())
        let places = filter.place.isEmpty ? [] : territory.search(filter.place, atMost: 6)
        let question = LineQuestion(
            need: LineNeed(filter.need), specialty: filter.specialty, place: places.first?.code, within: filter.within,
            establishment: filter.establishment.isEmpty ? nil : Identifier(filter.establishment),
            service: filter.service)
        let departement = filter.departement
        return try await house.store.read { store in
            let networks = try store.networks()
            let found = try house.search(networks, territory, store).lines(question, for: LineAsker(caller), at: now)
            return LineFinding(
                lines: found.filter { line in
                    departement.isEmpty || line.network.departements(of: line.offer).contains(departement)
                },
                places: places, from: caller.structures.first?.structure,
                specialties: Set(networks.flatMap(\.offers).map(\.specialty)).subtracting([""]).sorted(),
                establishments: networks.flatMap(\.answeringPartners).sorted { ($0.name, $0.id) < ($1.name, $1.id) },
                departements: Self.counts(found, territory), map: map,
                surroundings: try Surroundings(store, isLoopback: house.isLoopback))
        }
    }

    private static func counts(
        _ found: [FoundLine], _ territory: Territory
    ) -> [(code: String, name: String, lines: Int)] {
        let counts = found.reduce(into: [String: Int]()) { counts, line in
            for code in line.network.departements(of: line.offer) { counts[code, default: 0] += 1 }
        }
        return counts.sorted { $0.key < $1.key }.map { code, lines in
            (code: code, name: territory.departement(code)?.name ?? code, lines: lines)
        }
    }
}

/// One line, as whoever may ask it reads it.
public struct LinePage: Sendable {
    public let line: FoundLine
    public let form: ClinicalProtocol?
    public let subscription: LineSubscription?
    public let mayAsk: Bool
    public let surroundings: Surroundings
}

extension Grant where P == SeeLine {
    public func line() async throws -> LinePage? {
        let (fact, now, house) = (fact, now, house)
        let territory = await house.territory.territory()
        return try await house.store.read { store in
            let search = try house.search([fact.network], territory, store)
            guard
                let line = search.lines(LineQuestion(), for: LineAsker(fact.caller), at: now)
                    .first(where: { $0.offer.id == fact.offer.id })
            else { return nil }
            return LinePage(
                line: line, form: house.forms[fact.offer.form],
                subscription: try store.lineSubscription(of: fact.caller.person.id, to: fact.offer.id),
                mayAsk: fact.caller.mayAsk,
                surroundings: try Surroundings(store, of: fact.network.id, isLoopback: house.isLoopback))
        }
    }

    public func subscribe(_ input: Input) async throws -> Bool {
        try await house.lines.subscribe(
            to: fact.offer.id, in: fact.network.id, by: fact.caller.person, from: input.client)
    }

    public func unsubscribe(_ input: Input) async throws {
        try await house.lines.unsubscribe(
            from: fact.offer.id, in: fact.network.id, by: fact.caller.person, from: input.client)
    }
}

extension Grant where P == TakeWay {
    /// Notes that it was taken.
    public func take(_ input: Input) async throws {
        let line = fact.line
        try await house.lines.choose(
            fact.way.kind, of: line.offer.id, in: line.network.id, by: line.caller, from: input.client)
    }
}

/// What a network shows of its lines to anyone: no name of a person.
public struct Catalogue: Sendable {
    public let network: Network
    public let observed: [Identifier<Offer>: ObservedDelay]
    public let surroundings: Surroundings
}

extension Grant where P == ReadCatalogue {
    public func catalogue() async throws -> Catalogue {
        let (network, isLoopback) = (fact.network, house.isLoopback)
        return try await house.store.read { store in
            Catalogue(
                network: network, observed: try store.observedDelays(),
                surroundings: try Surroundings(store, of: network.id, isLoopback: isLoopback))
        }
    }
}

extension House {
    func search(_ networks: [Network], _ territory: Territory, _ store: any StoreReader) throws -> LineSearch {
        LineSearch(
            networks, territory: territory, experts: try store.poolSizes(), observed: try store.observedDelays(),
            protocolText: { forms[$0.form]?.title ?? "" })
    }
}

extension Network {
    /// The establishments that answer for some line.
    fileprivate var answeringPartners: [(id: Identifier<Partner>, name: String)] {
        let owners = Set(offers.compactMap(\.owner))
        return partners.filter { owners.contains($0.id) }.map { (id: $0.id, name: $0.name) }
    }
}

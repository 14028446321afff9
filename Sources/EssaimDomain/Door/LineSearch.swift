/// What is asked of the catalogue; what is nil or empty is not asked.
public struct LineQuestion: Sendable, Equatable {
    public var need: LineNeed
    public var specialty: String
    /// Lines that answer there; distances are from it.
    public var place: INSEECommune?
    /// Lines that answer somewhere in it.
    public var departement: String?
    /// Promised within so many minutes, for some urgency.
    public var within: Int?
    public var establishment: Identifier<Partner>?
    public var service: Offer.Service?

    public init(
        need: LineNeed = LineNeed(""), specialty: String = "", place: INSEECommune? = nil, departement: String? = nil,
        within: Int? = nil, establishment: Identifier<Partner>? = nil, service: Offer.Service? = nil
    ) {
        self.need = need
        self.specialty = specialty
        self.place = place
        self.departement = departement
        self.within = within
        self.establishment = establishment
        self.service = service
    }
}

/// A line that fits, and why it stands where it does.
public struct FoundLine: Sendable {
    public let network: Network
    public let offer: Offer
    public let standing: LineStanding
    public let observed: ObservedDelay?
    /// As the crow flies, in kilometres: to the establishment that answers, else to the nearest place of its zones. Nil when
    /// nothing is known to measure from or to.
    public let kilometres: Double?
    /// How many of the things looked for it says; whether one is its own, and one in the words that were typed.
    let matched: Int
    let isOwn: Bool
    let isTyped: Bool

    /// What to expect: what was observed, when enough was, else what is promised for what does not press.
    public var expected: Duration {
        if let observed, observed.isTelling { return observed.median }
        return offer.target(for: .routine).duration
    }
}

/// Finds lines among all those of all networks, the best fit first: those that may be asked; those that say most of the need;
/// those of which it is the purpose; those that say it in the words typed; those open at this hour; the quickest; the nearest.
public struct LineSearch: Sendable {
    let territory: Territory
    private let lines: [(network: Network, offer: Offer, index: LineIndex)]
    private let tables: [Identifier<Network>: RoutingTable]
    private let experts: [Identifier<Pool>: Int]
    private let observed: [Identifier<Offer>: ObservedDelay]

    /// - Parameter protocolText: what a line's form says of when to use it; empty for none.
    public init(
        _ networks: [Network], territory: Territory, experts: [Identifier<Pool>: Int],
        observed: [Identifier<Offer>: ObservedDelay], protocolText: (Offer) -> String = { _ in "" }
    ) {
        self.territory = territory
        self.experts = experts
        self.observed = observed
        tables = Dictionary(
            networks.map { ($0.id, RoutingTable($0, communes: territory)) }, uniquingKeysWith: { first, _ in first })
        lines = networks.flatMap { network in
            network.offers.map { offer in
                (network, offer, LineIndex(offer, in: network, protocolText: protocolText(offer)))
            }
        }
    }

    public func lines(_ question: LineQuestion, for asker: LineAsker, at now: Instant) -> [FoundLine] {
        var ruler = LineRuler(territory: territory, from: question.place ?? asker.commune)
        let found: [FoundLine] = lines.compactMap { network, offer, index in
            let said = question.need.terms.compactMap(index.saying)
            guard question.need.isEmpty || !said.isEmpty, question.admits(offer, in: network) else { return nil }
            if let place = question.place, case .failure = ways(of: offer, in: network, from: place, at: now) {
                return nil
            }
            return FoundLine(
                network: network, offer: offer,
                standing: network.standing(
                    of: offer, for: asker, ways: ways(of: offer, in: network, from: asker.commune, at: now),
                    experts: experts, at: now),
                observed: observed[offer.id], kilometres: ruler.kilometres(to: offer, in: network),
                matched: said.count, isOwn: said.contains { $0.nearness == .own },
                isTyped: said.contains(where: \.isTyped))
        }
        return found.sorted { Self.fits($0, before: $1) }
    }

    private func ways(
        of offer: Offer, in network: Network, from commune: INSEECommune?, at now: Instant
    ) -> Result<[Route], RoutingObstacle> {
        let place = commune.flatMap { DemandPlace(commune: $0).locality(in: territory) }
        return tables[network.id]?.ways(of: offer.id, from: place, at: now) ?? .failure(.unknownLine)
    }

    private static func fits(_ a: FoundLine, before b: FoundLine) -> Bool {
        func first(_ line: FoundLine) -> (Int, Int, Int, Int, Int) {
            let isOpen = if case .open = line.standing { true } else { false }
            return (
                line.standing.route == nil ? 1 : 0, -line.matched, line.isOwn ? 0 : 1, line.isTyped ? 0 : 1,
                isOpen ? 0 : 1
            )
        }
        func then(_ line: FoundLine) -> (Duration, Double, String, String) {
            (
                line.expected, line.kilometres ?? .infinity, PlaceName(line.offer.title).words.joined(separator: " "),
                line.offer.id.rawValue
            )
        }
        return first(a) == first(b) ? then(a) < then(b) : first(a) < first(b)
    }
}

extension LineQuestion {
    /// All but the need and the place.
    func admits(_ offer: Offer, in network: Network) -> Bool {
        if !specialty.isEmpty, offer.specialty != specialty { return false }
        if let establishment, offer.owner != establishment { return false }
        if let service, offer.service != service { return false }
        if let within, !Urgency.allCases.contains(where: { offer.target(for: $0).minutes <= within }) { return false }
        if let departement, !network.departements(of: offer).contains(departement) { return false }
        return true
    }
}

extension Network {
    /// Where a line is answered, by département: those of its zones and of those that they unite, of their communes and of
    /// their postal codes.
    public func departements(of offer: Offer) -> Set<String> {
        var reached: Set<Identifier<Zone>> = []
        var ahead = zones.filter { offer.pools[$0.id] != nil }.map(\.id)
        while let next = ahead.popLast() {
            if reached.insert(next).inserted { ahead += zone(next)?.unites ?? [] }
        }
        return Set(
            zones.filter { reached.contains($0.id) }.flatMap { zone in
                zone.departements + zone.communes.map(\.departement)
                    + zone.postalCodes.compactMap { DemandPlace.departement(ofPostalCode: $0.rawValue) }
            })
    }
}

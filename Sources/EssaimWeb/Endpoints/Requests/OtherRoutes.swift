import EssaimDomain
import EssaimGate

extension RequestFile {
    /// Where else the demand may go: every open line and zone with a pool, but the present one.
    var otherRoutes: [(String, String)] {
        routes { $0.kind == request.kind }
    }

    /// The other lines open today, with what each is for: « Tumeurs cutanées : une lésion qui change ».
    var otherDoors: [String] {
        network.offers.filter { $0.isOpen(on: today) && $0.kind == request.kind && $0.id != request.route.offer }
            .map { $0.summary.isEmpty ? $0.title : "\($0.title)\u{A0}: \($0.summary)" }
    }

    /// Lines that receive patients: they give more than an opinion, or an establishment stands behind them.
    var receivingRoutes: [(String, String)] { routes { $0.mayReceive } }

    private func routes(of isWanted: (Offer) -> Bool) -> [(String, String)] {
        network.offers.filter { $0.isOpen(on: today) && isWanted($0) }.flatMap { offer in
            network.zones.filter { offer.pools[$0.id] != nil }
                .filter { offer.id != request.route.offer || $0.id != request.route.zone }
                .map { (Route.text(offer.id, $0.id), "\(offer.title), \($0.name)") }
        }
    }
}

extension Route {
    static func text(_ offer: Identifier<Offer>, _ zone: Identifier<Zone>) -> String {
        "\(offer.rawValue) \(zone.rawValue)"
    }

    /// Reads what a form's list sent, by the network's declaration.
    init?(_ text: String, in network: Network) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2, let offer = network.offer(Identifier(parts[0])),
            let pool = offer.pools[Identifier(parts[1])]
        else { return nil }
        self.init(offer: offer.id, zone: Identifier(parts[1]), pool: pool)
    }
}

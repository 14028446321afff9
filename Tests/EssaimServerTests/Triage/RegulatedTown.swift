import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow

@testable import EssaimServer

extension Network {
    /// The sample network with a regulated line of dermatology, and one that receives patients in the south.
    static let regulated: Network = {
        var network = Network.sample
        network.offers = network.offers.map { offer in
            var offer = offer
            if offer.id == Offer.dermatology.id { offer.routing.isRegulated = true }
            if offer.id == Offer.tumours.id { offer.service = .consultation }
            return offer
        }
        return network
    }()
}

extension ServedTown {
    /// The same town, where somebody triages before any expert sees a demand.
    static func openRegulated<T: Sendable>(_ visit: @Sendable (ServedTown) async throws -> T) async throws -> T {
        try await open { town in
            try await town.server.store.write { try $0.save(Network.regulated) }
            return try await visit(town)
        }
    }

    /// A demand that awaits triage; its id.
    func awaitingDemand(_ typed: [(String, String)] = Typed.withoutPhoto) async throws -> String {
        try await browser(of: .asker).sentDemand(typed)
    }
}

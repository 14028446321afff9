import EssaimDomain
import EssaimWorkflow

/// A section of a network's declaration.
public struct NetworkPage: Sendable {
    public let caller: Caller
    public let network: Network
    /// Grows at each change: what a form posts against.
    public let version: Int
    public let parts: [SheetPart]
    public let map: TerritoryMap?
    /// The forms that a line may name.
    public let forms: [Identifier<ClinicalProtocol>]
    public let surroundings: Surroundings

    public func part(_ id: String) -> SheetPart? { parts.first { $0.id == id } }
}

extension Grant where P == ListNetworks {
    /// Those that they may read, by name.
    public func networks() async throws -> (list: [Network], surroundings: Surroundings) {
        let (ids, isLoopback) = (fact.networks, house.isLoopback)
        return try await house.store.read { store in
            (
                try ids.compactMap(store.network).sorted { ($0.name, $0.id) < ($1.name, $1.id) },
                try Surroundings(store, of: ids.first, isLoopback: isLoopback)
            )
        }
    }
}

extension Grant where P == ReadNetwork {
    public func page(of section: SheetSection?) async throws -> NetworkPage {
        try await house.networkPage(fact, section)
    }

    /// The whole, as a file.
    public func text() -> String { house.networks.sheets.text(of: fact.network) }
}

extension Grant where P == KeepNetwork {
    public func page(of section: SheetSection?) async throws -> NetworkPage {
        try await house.networkPage(fact, section)
    }

    public func change(_ edit: SheetEdit, over version: Int, _ input: Input) async throws -> Result<
        Void, NetworkRefusal
    > {
        try await house.networks.change(
            edit, over: version, NetworkDesk.Act(on: fact.network.id, by: fact.caller.person.id, from: input.client))
    }
}

extension House {
    fileprivate func networkPage(_ fact: InNetwork, _ section: SheetSection?) async throws -> NetworkPage {
        let (isLoopback, sheets, shipped) = (isLoopback, networks.sheets, forms.ids)
        let map = section == nil || section == .zones ? await territory.map() : nil
        return try await store.read { store in
            // The version and the network of one snapshot: what is posted is posted against what was shown.
            let network = try store.network(fact.network.id) ?? fact.network
            return NetworkPage(
                caller: fact.caller, network: network, version: try store.networkVersion(network.id) ?? 0,
                parts: section.map { sheets.parts(of: network, in: $0) } ?? [], map: map,
                forms: section == .lines ? shipped.union(try store.publishedProtocols()).sorted() : [],
                surroundings: try Surroundings(store, of: network.id, isLoopback: isLoopback))
        }
    }
}

import EssaimDomain
import EssaimNetworkFiles
import EssaimWorkflow

/// What applying a network file did, or would do.
public struct AppliedNetwork: Sendable {
    public let network: Network
    /// In French, a line a change; empty when the file says what stands already.
    public let difference: [String]
    /// In French, with the line of each: what the file says that is admitted and seldom meant.
    public let warnings: [String]
}

extension EssaimServer {
    /// Reads the whole file before writing any of it, then writes in one transaction. Applying twice changes nothing.
    /// - Throws: `NetworkFileFaults`, with the line of each.
    public func apply(networkFile text: String, isRehearsal: Bool = false) async throws -> AppliedNetwork {
        let known = forms.ids.union(try await store.read { try $0.publishedProtocols() })
        let checked = try NetworkFile.check(
            text, forms: known, territory: await EmbeddedTerritory().territory()
        ).get()
        let network = checked.network
        let now = clock.now()
        return try await store.write { tx in
            let difference = NetworkDifference(between: try tx.network(network.id), and: network)
            if !isRehearsal, !difference.isEmpty {
                try tx.save(network)
                try tx.reviewGuarantees(in: network.id, at: now)
            }
            return AppliedNetwork(
                network: network, difference: difference.lines, warnings: checked.warnings.map(\.french))
        }
    }

    /// The file of a network as it stands; nil when there is none of that name.
    public func networkFile(of id: Identifier<Network>) async throws -> String? {
        try await store.read { try $0.network(id) }.map(NetworkFile.write)
    }

    /// Names of the networks that stand.
    public func networkIDs() async throws -> [Identifier<Network>] {
        try await store.read { try $0.networks().map(\.id) }
    }
}

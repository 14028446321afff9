import EssaimDomain
import EssaimNetworkFiles
import EssaimStorage
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
    /// - Parameter progress: told, in French, how far a long one is.
    /// - Throws: `NetworkFileFaults`, with the line of each.
    public func apply(
        networkFile text: String, isRehearsal: Bool = false, progress: (@Sendable (String) -> Void)? = nil
    ) async throws -> AppliedNetwork {
        let known = forms.ids.union(try await store.read { try $0.publishedProtocols() })
        let checked = try NetworkFile.check(
            text, forms: known, territory: await territory.territory()
        ).get()
        let (people, duties) = (checked.declaration.members?.count ?? 0, checked.declaration.duties?.count ?? 0)
        if people + duties >= Self.longFile {
            progress?("Fichier vérifié (membres : \(people), permanences : \(duties)) ; comparaison et écriture…")
        }
        let now = clock.now()
        let applied = try await store.write { tx in
            try NetworkApplication(checked: checked, tx: tx, leaving: ReturningHolder(), now: now)
                .perform(isRehearsal: isRehearsal)
        }
        if !isRehearsal, !applied.difference.isEmpty { engine.bulletin.post(.people) }
        return applied
    }

    /// From so many members and duties on, one wonders whether anything happens.
    private static let longFile = 500

    /// The file of a network as it stands, its people and its rota with it; nil when there is none of that name.
    public func networkFile(of id: Identifier<Network>) async throws -> String? {
        try await store.read { tx in
            try tx.network(id).map { network in
                let members = try tx.members(of: id)
                let declared = members.declared()
                let keys = Dictionary(
                    zip(members, declared).map { ($0.person.id, $1.key) }, uniquingKeysWith: { a, _ in a })
                // A duty of someone who left is nobody's turn, and no file could say it.
                let duties = try tx.rota(of: id).duties.compactMap { duty in
                    keys[duty.person].map { DeclaredDuty(duty, keptBy: $0) }
                }
                return NetworkFile.write(
                    NetworkDeclaration(
                        network: network, members: declared.isEmpty ? nil : declared,
                        duties: duties.isEmpty ? nil : duties))
            }
        }
    }

    /// Names of the networks that stand.
    public func networkIDs() async throws -> [Identifier<Network>] {
        try await store.read { try $0.networks().map(\.id) }
    }
}

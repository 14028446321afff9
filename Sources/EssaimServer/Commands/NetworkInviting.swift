import EssaimDomain
import EssaimNetworkFiles
import EssaimStorage
import EssaimWorkflow

extension EssaimServer {
    /// Invites the people of a table to a network: every row is read, then the good ones are written in one transaction.
    /// - Returns: what became of each row; nil when the network does not exist.
    /// - Throws: `NetworkFileFault` when the table cannot be read.
    public func invite(
        table: [UInt8], to network: Identifier<Network>, isRehearsal: Bool = false
    ) async throws -> [InvitationResult]? {
        let (now, channels) = (clock.now(), configuration.telling.channels)
        guard let network = try await store.read({ try $0.network(network) }) else { return nil }
        let rows = try InvitationTable.read(table, of: network).get()
        let results = try await store.write { tx in
            let results = try tx.invite(
                rows, to: network, isRehearsal: isRehearsal, greeting: MemberGreeting(by: channels, from: nil), at: now)
            let invited = results.count { $0.outcome == .invited }
            if !isRehearsal, invited > 0 {
                try tx.append(
                    HistoryRecorder().entry(
                        "member.invite", at: now, by: nil, network: network.id, detail: ["count": String(invited)]))
            }
            return results
        }
        if !isRehearsal, results.contains(where: { $0.outcome == .invited }) { engine.bulletin.post(.people) }
        return results
    }
}

/// What pages are given to read tables with.
struct InvitationFiles: InvitationTables {
    func rows(_ table: String, of network: Network) -> Result<[InvitationRow], Refusal> {
        InvitationTable.read(Array(table.utf8), of: network).mapError { fault in
            .faults([FieldFault(field: "table", message: fault.french)])
        }
    }

    func row(_ fields: [String: String], of network: Network) -> InvitationRow {
        InvitationTable.row(fields, of: network)
    }
}

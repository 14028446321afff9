import EssaimDomain
import EssaimWorkflow

/// Who is let to the forms of a network, and to the one that the path names.
public struct InProtocols: Sendable {
    public let caller: Caller
    public let session: Session
    public let network: Network
    /// Of the form that the path names, newest first; empty when it names none.
    public let versions: [KeptProtocol]
    /// May write it; with none named, may begin one.
    public let mayWrite: Bool
}

/// Reads the forms of a network: its administrators, its establishments', its coordination.
public enum ReadProtocols: Policy {
    public static let name = "read protocols"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> InProtocols? { try InProtocols(visitor, input, reader) }
}

/// Writes a form: the network's administrators; an establishment's, where only its lines use it.
public enum KeepProtocols: Policy {
    public static let name = "keep protocols"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> InProtocols? {
        guard let found = try InProtocols(visitor, input, reader), found.mayWrite else { return nil }
        return found
    }
}

extension InProtocols {
    fileprivate init?(_ visitor: Visitor, _ input: Input, _ reader: any StoreReader) throws {
        guard case .signedIn(let caller, let session) = visitor else { return nil }
        let id = Identifier<Network>(input.parameter("reseau"))
        guard caller.readsProtocols(of: id), let network = try reader.network(id) else { return nil }
        let named = input.parameter("protocole")
        var versions: [KeptProtocol] = []
        if !named.isEmpty {
            versions = try reader.versions(of: Identifier(named), in: id, limit: ProtocolDesk.mostVersions)
            if versions.isEmpty { return nil }
        }
        self.init(
            caller: caller, session: session, network: network, versions: versions,
            mayWrite: caller.keepsProtocol(versions.first?.id, madeBy: versions.first?.partner, in: network))
    }
}

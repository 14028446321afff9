import EssaimDomain
import EssaimWorkflow

/// Who is let to the people of a network, and to the one whom the path names.
public struct InMembers: Sendable {
    public let caller: Caller
    public let session: Session
    public let network: Network
    /// What they may change; nothing for a coordinator.
    public let scope: MemberScope
    /// Whom the path names, standing there.
    public let member: NetworkMember?
}

/// Reads who belongs to a network: its administrators, its establishments', its coordination.
public enum ReadMembers: Policy {
    public static let name = "read members"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> InMembers? { try InMembers(visitor, input, reader) }
}

/// Changes who belongs to a network, within what is theirs.
public enum KeepMembers: Policy {
    public static let name = "keep members"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> InMembers? {
        guard let found = try InMembers(visitor, input, reader), !found.scope.isEmpty else { return nil }
        return found
    }
}

extension InMembers {
    fileprivate init?(_ visitor: Visitor, _ input: Input, _ reader: any StoreReader) throws {
        guard case .signedIn(let caller, let session) = visitor else { return nil }
        let id = Identifier<Network>(input.parameter("reseau"))
        guard caller.readsMembers(of: id), let network = try reader.network(id) else { return nil }
        let named = input.parameter("personne")
        let member = named.isEmpty ? nil : try reader.member(Identifier(named), of: id)
        if !named.isEmpty, member == nil { return nil }
        self.init(
            caller: caller, session: session, network: network, scope: MemberScope(of: caller, in: network),
            member: member)
    }
}

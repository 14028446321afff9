import EssaimDomain
import EssaimWorkflow

/// Who sees the rota of the network that the path names: who steers it and who answers there. Named none, the first of theirs.
public enum ReadRota: Policy {
    public static let name = "read rota"

    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
        public let network: Network
        /// Whether they are shown what lacks.
        public let steers: Bool
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor else { return nil }
        let asked = input.parameter("reseau")
        let id = asked.isEmpty ? caller.rotas.first : caller.rotas.first { $0.rawValue == asked }
        guard let id, let network = try reader.network(id) else { return nil }
        return Fact(caller: caller, session: session, network: network, steers: caller.steersRota(of: id))
    }
}

/// Who changes something on the rota of the network that the path names: its administrator for what is the network's own, the
/// administrators of an establishment for what is theirs. Which post it is, the desk decides in its transaction.
public enum KeepRota: Policy {
    public static let name = "keep rota"

    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
        public let network: Network
        /// What the path names, of a post that they keep.
        public let duty: Duty?
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor,
            let network = try reader.network(Identifier(input.parameter("reseau"))),
            !caller.keptPosts(in: network).isEmpty
        else { return nil }
        let asked = input.parameter("garde")
        if asked.isEmpty { return Fact(caller: caller, session: session, network: network, duty: nil) }
        guard let duty = try reader.duty(Identifier(asked), of: network.id),
            caller.keepsRota(of: duty.post, in: network)
        else { return nil }
        return Fact(caller: caller, session: session, network: network, duty: duty)
    }
}

extension Caller {
    /// The teams and the lines whose rota they keep, in the network's order.
    public func keptPosts(in network: Network) -> [DutyPost] {
        let all = network.pools.map { DutyPost.pool($0.id) } + network.offers.map { .line($0.id) }
        return all.filter { keepsRota(of: $0, in: network) }
    }
}

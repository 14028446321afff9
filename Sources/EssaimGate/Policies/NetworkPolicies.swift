import EssaimDomain
import EssaimWorkflow

/// Who is let to the declaration of the network that the path names.
public struct InNetwork: Sendable {
    public let caller: Caller
    public let session: Session
    public let network: Network
}

/// Reads the networks that one steers or has an establishment in: none leads to none.
public enum ListNetworks: NetworkPolicy {
    public static let name = "list networks"
    public static func networks(of caller: Caller) -> [Identifier<Network>] { caller.readNetworks }
}

/// Reads how a network is declared: who steers it, and its establishments' administrators.
public enum ReadNetwork: Policy {
    public static let name = "read network"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> InNetwork? { try InNetwork(visitor, input, reader) }
}

/// Changes a part of it: the administrator of the network or of the establishment. Which part, the desk decides again.
public enum KeepNetwork: Policy {
    public static let name = "keep network"

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> InNetwork? {
        guard let found = try InNetwork(visitor, input, reader), found.caller.keepsSome(of: found.network.id) else {
            return nil
        }
        return found
    }
}

extension InNetwork {
    fileprivate init?(_ visitor: Visitor, _ input: Input, _ reader: any StoreReader) throws {
        guard case .signedIn(let caller, let session) = visitor else { return nil }
        let id = Identifier<Network>(input.parameter("reseau"))
        guard caller.readsNetwork(id), let network = try reader.network(id) else { return nil }
        // A part that is not there yet is for who may add it.
        if input.parameter("partie") == SheetSection.newPart {
            let section = input.path.split(separator: "/").dropFirst(2).first.flatMap {
                SheetSection(rawValue: String($0))
            }
            guard let section, caller.adds(to: section, in: id) else { return nil }
        }
        self.init(caller: caller, session: session, network: network)
    }
}

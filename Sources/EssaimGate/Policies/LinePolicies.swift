import EssaimDomain
import EssaimWorkflow

/// Whoever is signed in, to find whom to ask: lines say nothing of any patient, and name no expert.
public enum SeekLine: CallerPolicy {
    public static let name = "seek line"
    public static func admits(_ caller: Caller) -> Bool { true }
}

/// The same, at the line that the path names.
public enum SeeLine: Policy {
    public static let name = "see line"

    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
        public let network: Network
        public let offer: Offer
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor,
            let network = try reader.network(Identifier(input.parameter("network"))),
            let offer = network.line(named: input.parameter("line"))
        else { return nil }
        return Fact(caller: caller, session: session, network: network, offer: offer)
    }
}

/// The same, for a way out of Essaim that this line has now.
public enum TakeWay: Policy {
    public static let name = "take way"

    public struct Fact: Sendable {
        public let line: SeeLine.Fact
        public let way: Offer.Channel
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard let line = try SeeLine.decide(visitor, input, in: house, reader),
            line.offer.isOpen(on: line.network.localTime(of: line.offer).date(at: house.now)),
            let kind = input.form.single(LineField.way).flatMap(Offer.Channel.Kind.init),
            let way = line.offer.channels.first(where: { $0.kind == kind && !$0.isBuiltIn && !$0.address.isEmpty })
        else { return nil }
        return Fact(line: line, way: way)
    }
}

/// Names of a line's fields.
public enum LineField {
    /// Raw value of `Offer.Channel.Kind`.
    public static let way = "voie"
}

/// Whoever comes, signed in or not, where a network shows its lines to anyone.
public enum ReadCatalogue: OpenPolicy {
    public static let name = "read catalogue"

    public struct Fact: Sendable { public let network: Network }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard let network = try reader.network(Identifier(input.parameter("network"))), network.catalogue == .anyone
        else { return nil }
        return Fact(network: network)
    }
}

extension Network {
    /// By its id, or by what follows the network's in it.
    fileprivate func line(named name: String) -> Offer? {
        offer(Identifier(name)) ?? offer(Identifier("\(id.rawValue)/\(name)"))
    }
}

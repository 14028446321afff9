import EssaimDomain
import EssaimWorkflow

/// What the page of an opinion given on the telephone proposes.
public struct PhoneDesk: Sendable {
    /// Lines under which the expert answers.
    public let lines: [Offer]
    /// Found by what was typed; else those answered last.
    public let askers: [KnownAsker]
    /// Who called may be typed: the expert has a structure of their own to keep the demand.
    public let mayBeTyped: Bool
    public let surroundings: Surroundings
}

extension Grant where P == Answers {
    public static var mostAskers: Int { 8 }

    /// - Parameter search: a name, a structure's, or an RPPS; empty for those answered last.
    public func phoneDesk(searching search: String) async throws -> PhoneDesk {
        let (caller, isLoopback) = (fact.caller, house.isLoopback)
        let text = String(search.prefix(100)).trimmed
        return try await house.store.read { store in
            let networks = try Set(caller.pools.map(\.network)).sorted().compactMap(store.network)
            return PhoneDesk(
                lines: networks.flatMap { caller.answeredLines(of: $0).map(\.offer) },
                askers: text.isEmpty
                    ? try store.lastAskers(of: caller.person.id, limit: Self.mostAskers)
                    : try store.askers(matching: text, limit: Self.mostAskers),
                mayBeTyped: !caller.structures.isEmpty,
                surroundings: try Surroundings(store, of: networks.first?.id, isLoopback: isLoopback))
        }
    }

    public func enter(
        _ typed: TypedPhoneOpinion, on offer: Identifier<Offer>, askedBy asker: PhoneAsker?, _ seal: CommandSeal
    ) async throws -> Result<RequestDesk.Receipt, Refusal> {
        try await house.requests.enter(
            typed, on: offer, askedBy: asker, key: seal.key, by: fact.caller.person.id, from: seal.place)
    }
}

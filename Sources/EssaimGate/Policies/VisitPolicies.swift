import EssaimDomain
import EssaimWorkflow

/// May see who is to be seen: experts their own answers', secretaries their networks'. Nothing clinical lies behind.
public enum SeeVisits: CallerPolicy {
    public static let name = "see visits"
    public static func admits(_ caller: Caller) -> Bool { caller.booksVisits }
}

/// May give a patient an appointment and say what became of it: the expert who answered, and the network's secretaries.
public enum BookVisit: Policy {
    public static let name = "book visit"

    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
        /// What the page may show of the demand.
        public let row: VisitRow
        public let actions: Set<Action>
        /// Behind the wall of this room: the page of a visit has nothing of the demand itself.
        let request: AdviceRequest
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        let id = Identifier<AdviceRequest>(input.parameter("id"))
        guard case .signedIn(let caller, let session) = visitor, caller.booksVisits,
            let request = try reader.request(id, bookableBy: caller.person.id),
            let row = try reader.visit(id, of: caller.person.id),
            !caller.relations(to: request).isDisjoint(with: Relation.booking)
        else { return nil }
        return Fact(
            caller: caller, session: session, row: row,
            actions: RequestDesk.actions(on: request, for: caller, at: house.now).intersection(Action.ofVisits),
            request: request)
    }
}

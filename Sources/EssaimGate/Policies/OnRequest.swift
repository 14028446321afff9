import EssaimDomain
import EssaimWorkflow

/// What a policy on one demand establishes: who, which, and what they are to it. Commands decide it again in their own
/// transaction.
public struct OnRequest: Sendable {
    public let caller: Caller
    public let session: Session
    public let request: AdviceRequest
    public let actions: Set<Action>
    /// Opened for an hour, for a reason: to read, and nothing else.
    public let isEmergency: Bool

    var isSent: Bool { request.state != .draft }
    var isAskers: Bool { caller.relations(to: request).contains(.asker) }

    /// The demand of the path's `{id}`, if this visitor may see it by what they are to it.
    static func find(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard case .signedIn(let caller, let session) = visitor,
            let request = try reader.request(Identifier(input.parameter("id")), visibleTo: caller.person.id),
            !caller.relations(to: request).isEmpty
        else { return nil }
        return OnRequest(
            caller: caller, session: session, request: request,
            actions: RequestDesk.actions(on: request, for: caller, at: house.now), isEmergency: false)
    }

    /// The same, or the demand that this visitor has opened in an emergency.
    static func findToRead(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        if let found = try find(visitor, input, in: house, reader) { return found }
        guard case .signedIn(let caller, let session) = visitor,
            let request = try reader.request(
                Identifier(input.parameter("id")), openedInEmergencyBy: caller.person.id, at: house.now)
        else { return nil }
        return OnRequest(caller: caller, session: session, request: request, actions: [], isEmergency: true)
    }
}

/// A policy that asks one thing more of a demand that the caller may see by what they are to it. Who opened it in an
/// emergency is refused.
public protocol RequestPolicy: Policy where Fact == OnRequest {
    static func admits(_ found: OnRequest) -> Bool
}

extension RequestPolicy {
    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> OnRequest? {
        guard let found = try OnRequest.find(visitor, input, in: house, reader), admits(found) else { return nil }
        return found
    }
}

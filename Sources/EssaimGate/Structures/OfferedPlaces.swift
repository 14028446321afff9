import EssaimDomain
import EssaimWorkflow

/// A place that someone is offered, with what they need to know to answer.
public struct OfferedPlace: Sendable {
    public let invitation: StructureInvitation
    public let structure: Structure
    public let by: Person
}

extension Grant where P == SignedIn {
    /// False when it is not theirs to answer.
    public func answerInvitation(accepts: Bool, _ input: Input) async throws -> Bool {
        let id = Identifier<StructureInvitation>(input.parameter("invitation"))
        let isTheirs = try await house.structures.answer(
            id, accepts: accepts, by: fact.caller.person.id, from: input.client)
        if !isTheirs { try await house.recordRefusal(of: visitor, policy: P.name, input) }
        return isTheirs
    }
}

extension StoreReader {
    /// What waits for an answer of that person.
    func offeredPlaces(to person: Identifier<Person>, at now: Instant) throws -> [OfferedPlace] {
        let found = try invitations(
            for: person, since: now - StructureInvitation.lasts, limit: Self.mostOffered)
        let (people, structures) = (try people(Set(found.map(\.by))), try structures(Set(found.map(\.structure))))
        return found.compactMap { invitation in
            guard let structure = structures[invitation.structure], let by = people[invitation.by] else { return nil }
            return OfferedPlace(invitation: invitation, structure: structure, by: by)
        }
    }

    private static var mostOffered: Int { 20 }
}

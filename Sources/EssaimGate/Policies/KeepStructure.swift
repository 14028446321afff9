import EssaimDomain
import EssaimWorkflow

/// Who administers a structure: its members and what it says of itself, no demand. What the path names is theirs, or does not
/// exist.
public enum KeepStructure: Policy {
    public static let name = "keep structure"

    public struct Fact: Sendable {
        public let caller: Caller
        public let session: Session
        /// The one that the path names, or the first of theirs.
        public let structure: Structure
        /// All that they administer.
        public let all: [Structure]
        /// Whom the path names.
        public let member: StructureMember?
    }

    public static func decide(
        _ visitor: Visitor, _ input: Input, in house: HouseFacts, _ reader: any StoreReader
    ) throws -> Fact? {
        guard case .signedIn(let caller, let session) = visitor else { return nil }
        let (asked, all) = (input.parameter("structure"), caller.administers)
        guard let structure = asked.isEmpty ? all.first : all.first(where: { $0.id.rawValue == asked }) else {
            return nil
        }
        let (person, offer) = (input.parameter("membre"), input.parameter("invitation"))
        let member = person.isEmpty ? nil : try reader.member(Identifier(person), of: structure.id)
        if !person.isEmpty, member == nil { return nil }
        if !offer.isEmpty, try reader.invitation(Identifier(offer))?.structure != structure.id { return nil }
        return Fact(caller: caller, session: session, structure: structure, all: all, member: member)
    }
}

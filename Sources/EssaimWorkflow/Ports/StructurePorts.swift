import EssaimDomain

public protocol StructureReading {
    func structures(_ ids: Set<Identifier<Structure>>) throws -> [Identifier<Structure>: Structure]
    func facts(of structure: Identifier<Structure>) throws -> (facts: StructureFacts, version: Int)?
    func member(_ person: Identifier<Person>, of structure: Identifier<Structure>) throws -> StructureMember?
    /// By name, from after a key; those who left last of all.
    func members(
        of structure: Identifier<Structure>, after key: StructureMemberKey?, limit: Int
    ) throws -> [(member: StructureMember, person: Person)]
    /// Health professionals who are active there: those in whose name one may stand.
    func professionals(of structure: Identifier<Structure>, limit: Int) throws -> [Person]
    /// Whether someone else is an active administrator there, their account open.
    func isAdministered(_ structure: Identifier<Structure>, besides person: Identifier<Person>) throws -> Bool
    /// Places that their days open or close by `now`, the oldest first; of one person when given.
    func turning(by now: Instant, of person: Identifier<Person>?, limit: Int) throws -> [StructureMember]
}

public protocol StructureWriting {
    /// False when another version stands.
    func save(_ facts: StructureFacts, of structure: Identifier<Structure>, over version: Int) throws -> Bool
    /// Someone new, or over the version that the member bears. False when another version stands.
    func save(_ member: StructureMember) throws -> Bool
}

public protocol StructureInvitationReading {
    func invitation(_ id: Identifier<StructureInvitation>) throws -> StructureInvitation?
    /// The newest first, waiting or refused, none made before `since`.
    func invitations(
        of structure: Identifier<Structure>, since: Instant, limit: Int
    ) throws -> [StructureInvitation]
    /// What waits for an answer of whoever bears that RPPS or that login.
    func invitations(
        for person: Identifier<Person>, since: Instant, limit: Int
    ) throws -> [StructureInvitation]
    /// The member of that structure, whatever their status, who bears that RPPS or that login.
    func member(
        bearing address: StructureInvitation.Address, of structure: Identifier<Structure>
    ) throws -> StructureMember?
}

public protocol StructureInvitationWriting {
    /// Over what was offered before to the same address.
    func save(_ invitation: StructureInvitation) throws
    func refuse(_ id: Identifier<StructureInvitation>) throws
    func remove(_ id: Identifier<StructureInvitation>) throws
    func removeInvitations(madeBefore: Instant) throws
}

/// Where a page of members ends.
public struct StructureMemberKey: Sendable, Equatable {
    public let hasLeft: Bool
    public let familyName: String
    public let person: Identifier<Person>

    public init(hasLeft: Bool, familyName: String, person: Identifier<Person>) {
        self.hasLeft = hasLeft
        self.familyName = familyName
        self.person = person
    }
}

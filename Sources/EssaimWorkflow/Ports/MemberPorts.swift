import EssaimDomain

/// Whom an RPPS or a login names.
public struct MemberBearer: Sendable, Equatable {
    public let person: Person
    public let hasAccount: Bool

    public init(person: Person, hasAccount: Bool) {
        self.person = person
        self.hasAccount = hasAccount
    }
}

public protocol NetworkMemberReading {
    /// All who stand in a network, by name, its retired teams apart: six queries, and one for each hundred of people.
    func members(of network: Identifier<Network>) throws -> [NetworkMember]
    func member(_ person: Identifier<Person>, of network: Identifier<Network>) throws -> NetworkMember?
    /// Some of them in the order of their names, those after that one.
    func members(
        of network: Identifier<Network>, after place: MemberPlace?, limit: Int
    ) throws -> [NetworkMember]
    /// Whom they name: people with an account, and those who are awaited under it. A query for each hundred.
    func bearers(of signs: Set<DeclaredMember.Sign>) throws -> [DeclaredMember.Sign: MemberBearer]
    /// How many demands of the network each of them holds now; nobody who holds none.
    func heldDemands(
        by people: Set<Identifier<Person>>, in network: Identifier<Network>
    ) throws -> [Identifier<Person>: Int]
}

public protocol NetworkMemberWriting {
    /// Writes them in the order given; the network's version is the caller's to renew, once.
    func save(_ changes: [MemberChange], in network: Identifier<Network>) throws
    /// Over what was noted of someone before they had an account.
    func save(_ person: Person) throws
    /// Someone has an account now: wherever a network invited them they are active. How many networks it was.
    func openInvitations(of person: Identifier<Person>) throws -> Int
}

/// Reads people to invite from what was typed or pasted.
public protocol InvitationTables: Sendable {
    /// Every row of a table, good or not; why it cannot be one.
    func rows(_ table: String, of network: Network) -> Result<[InvitationRow], Refusal>
    /// One invitation, by the columns of a table.
    func row(_ fields: [String: String], of network: Network) -> InvitationRow
}

/// Where someone stands in a list by name.
public struct MemberPlace: Sendable, Hashable {
    public let familyName: String
    public let givenName: String
    public let person: Identifier<Person>

    public init(familyName: String, givenName: String, person: Identifier<Person>) {
        self.familyName = familyName
        self.givenName = givenName
        self.person = person
    }

    public init(_ person: Person) {
        self.init(familyName: person.familyName, givenName: person.givenName, person: person.id)
    }
}

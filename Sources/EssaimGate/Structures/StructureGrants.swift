import EssaimDomain
import EssaimWorkflow

/// A structure as its administrator sees it.
public struct StructurePage: Sendable {
    public let structure: Structure
    /// All that the reader administers.
    public let all: [Structure]
    public let facts: StructureFacts
    public let version: Int
    public let members: [(member: StructureMember, person: Person)]
    /// After whom the next page begins; nil at the end.
    public let next: Identifier<Person>?
    public let invitations: [StructureInvitation]
    /// In whose name one may stand there.
    public let professionals: [Person]
    /// Whom members stand for, by id.
    public let principals: [Identifier<Person>: Person]
    public let surroundings: Surroundings
}

/// One member, as the administrator changes them.
public struct StructureMemberPage: Sendable {
    public let structure: Structure
    public let member: StructureMember
    public let person: Person
    public let professionals: [Person]
    public let surroundings: Surroundings
}

extension Grant where P == KeepStructure {
    public static var pageLength: Int { 50 }

    /// Members from after that one on; from the first when they are none of them.
    public func structurePage(after person: Identifier<Person>? = nil) async throws -> StructurePage? {
        let (structure, all, now, isLoopback) = (fact.structure, fact.all, now, house.isLoopback)
        return try await house.store.read { store in
            guard let (facts, version) = try store.facts(of: structure.id) else { return nil }
            let key = try person.flatMap { try store.memberKey($0, of: structure.id) }
            let found = try store.members(of: structure.id, after: key, limit: Self.pageLength + 1)
            let members = Array(found.prefix(Self.pageLength))
            let last = found.count > Self.pageLength ? members.last : nil
            return StructurePage(
                structure: structure, all: all, facts: facts, version: version, members: members,
                next: last?.person.id,
                invitations: try store.invitations(
                    of: structure.id, since: now - StructureInvitation.lasts, limit: StructureInvitation.most),
                professionals: try store.professionals(of: structure.id, limit: StructureTerms.mostPrincipals),
                principals: try store.people(Set(members.flatMap(\.member.terms.principals))),
                surroundings: try Surroundings(store, isLoopback: isLoopback))
        }
    }

    public func memberPage() async throws -> StructureMemberPage? {
        guard let member = fact.member else { return nil }
        let (structure, isLoopback) = (fact.structure, house.isLoopback)
        return try await house.store.read { store in
            guard let person = try store.person(member.person) else { return nil }
            let known = try store.professionals(of: structure.id, limit: StructureTerms.mostPrincipals)
            return StructureMemberPage(
                structure: structure, member: member, person: person,
                professionals: known.filter { $0.id != person.id },
                surroundings: try Surroundings(store, isLoopback: isLoopback))
        }
    }

    public func save(_ typed: TypedStructure, over version: Int, _ input: Input) async throws -> Result<Void, Refusal> {
        try await house.structures.save(typed, over: version, act(input))
    }

    public func invite(_ address: String, as terms: TypedTerms, _ input: Input) async throws -> Result<Void, Refusal> {
        try await house.structures.invite(address, as: terms, act(input))
    }

    public func withdraw(_ input: Input) async throws -> Result<Void, Refusal> {
        try await house.structures.withdraw(Identifier(input.parameter("invitation")), act(input))
    }

    public func place(_ terms: TypedTerms, over version: Int, _ input: Input) async throws -> Result<Void, Refusal> {
        guard let member = fact.member else { return .failure(.notFound) }
        return try await house.structures.change(member.person, to: terms, over: version, act(input))
    }

    public func change(
        _ change: StructureChange, over version: Int, _ input: Input
    ) async throws -> Result<Void, Refusal> {
        guard let member = fact.member else { return .failure(.notFound) }
        return try await house.structures.change(member.person, change, over: version, act(input))
    }

    private func act(_ input: Input) -> StructureDesk.Act {
        StructureDesk.Act(on: fact.structure.id, by: fact.caller.person.id, from: input.client)
    }
}

extension StoreReader {
    /// Where a page that ends with them ends.
    fileprivate func memberKey(
        _ id: Identifier<Person>, of structure: Identifier<Structure>
    ) throws -> StructureMemberKey? {
        guard let member = try member(id, of: structure), let person = try person(id) else { return nil }
        return StructureMemberKey(hasLeft: member.status == .ended, familyName: person.familyName, person: id)
    }
}

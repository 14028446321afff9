import EssaimDomain
import EssaimWorkflow

/// Some of a network's people, by name.
public struct MemberList: Sendable {
    public let network: Network
    public let scope: MemberScope
    public let members: [NetworkMember]
    /// After whom the next page begins; nil at the end.
    public let next: Identifier<Person>?
    /// This server can write to people.
    public let writes: Bool
    public let surroundings: Surroundings
}

/// One of them.
public struct MemberPage: Sendable {
    public let network: Network
    public let scope: MemberScope
    public let member: NetworkMember
    public let surroundings: Surroundings
}

extension Grant where P == ReadMembers {
    public func members(after person: Identifier<Person>?) async throws -> MemberList {
        try await house.memberList(fact, after: person)
    }

    public func memberPage() async throws -> MemberPage? { try await house.memberPage(fact) }
}

extension Grant where P == KeepMembers {
    /// From the first on: what became of an invitation is told above them.
    public func members() async throws -> MemberList { try await house.memberList(fact, after: nil) }

    public func memberPage() async throws -> MemberPage? { try await house.memberPage(fact) }

    /// - Parameter isRehearsal: says what would become of each row, and writes nothing.
    public func invite(
        table: String, isRehearsal: Bool, _ input: Input
    ) async throws -> Result<[InvitationResult]?, Refusal> {
        switch house.tables.rows(table, of: fact.network) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let rows):
            return .success(try await house.members.invite(rows, act(input), isRehearsal: isRehearsal))
        }
    }

    /// False when it was sent too often today.
    public func inviteAgain(_ input: Input) async throws -> Bool {
        guard let member = fact.member else { return false }
        return try await house.members.inviteAgain(member.person.id, act(input))
    }

    public func invite(one fields: [String: String], _ input: Input) async throws -> [InvitationResult]? {
        try await house.members.invite([house.tables.row(fields, of: fact.network)], act(input))
    }

    public func place(_ typed: TypedPlaces, over stamp: Int, _ input: Input) async throws -> Result<Void, Refusal> {
        guard let member = fact.member else { return .failure(.notFound) }
        return try await house.members.place(member.person.id, at: typed, over: stamp, act(input))
    }

    private func act(_ input: Input) -> MemberDesk.Act {
        MemberDesk.Act(in: fact.network.id, by: fact.caller.person.id, from: input.client)
    }
}

extension House {
    private static let memberPageSize = 50

    fileprivate func memberList(_ fact: InMembers, after person: Identifier<Person>?) async throws -> MemberList {
        let (network, scope, isLoopback) = (fact.network, fact.scope, isLoopback)
        let writes = contacts.channels.contains(.mail)
        return try await store.read { store in
            let place = try person.flatMap { try store.person($0) }.map(MemberPlace.init)
            let found = try store.members(of: network.id, after: place, limit: Self.memberPageSize + 1)
            let members = Array(found.prefix(Self.memberPageSize))
            return MemberList(
                network: network, scope: scope, members: members,
                next: found.count > members.count ? members.last?.person.id : nil, writes: writes,
                surroundings: try Surroundings(store, of: network.id, isLoopback: isLoopback))
        }
    }

    fileprivate func memberPage(_ fact: InMembers) async throws -> MemberPage? {
        guard let member = fact.member else { return nil }
        let isLoopback = isLoopback
        return try await store.read { store in
            MemberPage(
                network: fact.network, scope: fact.scope, member: member,
                surroundings: try Surroundings(store, of: fact.network.id, isLoopback: isLoopback))
        }
    }
}

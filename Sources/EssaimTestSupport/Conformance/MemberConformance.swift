import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let members: [StoreConformance] = [
        StoreConformance("a network's people are found whole, by name, and page by page", aNetworksPeopleAreFound),
        StoreConformance("changes of members are written, and read back the same", changesOfMembersAreWritten),
        StoreConformance("people are recognised by RPPS, login, or what they are awaited under", peopleAreRecognised),
        StoreConformance("whoever joins or leaves in any way renews the network", whoeverJoinsRenews),
        StoreConformance("an account opens the invitations of its person alone", anAccountOpensInvitations),
        StoreConformance("demands that people hold are counted in one network", demandsHeldAreCounted),
    ]

    private static let network = Network.sample.id
    private static let awaited = Person(
        id: "awaited", rpps: RPPS(rawValue: "99900000019"), familyName: "Attendue", givenName: "Éva",
        profession: .doctor,
        specialty: "SM15")

    private static func change(_ person: Person) -> MemberChange {
        var change = MemberChange(person)
        change.writing = .insert
        change.sheet = MemberSheet(key: "eva", login: "eva@exemple.fr", mail: MailboxAddress(rawValue: "e@exemple.fr"))
        change.roles = [.head: .invited]
        change.pools = [Pool.north.id: .init(grade: .junior, status: .invited)]
        return change
    }

    @Sendable private static func aNetworksPeopleAreFound(_ store: any Store) async throws {
        let all = try await store.read { try $0.members(of: network) }
        #expect(!all.isEmpty && all.map(\.person.id).contains(Person.senior.id))
        let ended = Person.former.id
        #expect(!all.contains { $0.person.id == ended } && !all.contains { $0.status == .ended })
        let places = all.map { MemberPlace($0.person) }
        #expect(
            zip(places, places.dropFirst()).allSatisfy {
                ($0.familyName, $0.givenName) <= ($1.familyName, $1.givenName)
            })
        var (paged, after): ([NetworkMember], MemberPlace?) = ([], nil)
        while true {
            let place = after
            let page = try await store.read { try $0.members(of: network, after: place, limit: 3) }
            paged += page
            guard let last = page.last, page.count == 3 else { break }
            after = MemberPlace(last.person)
        }
        #expect(paged == all)
        for member in all {
            #expect(try await store.read { try $0.member(member.person.id, of: network) } == member)
        }
        #expect(try await store.read { try $0.member(ended, of: network) } == nil)
        #expect(try await store.read { try $0.members(of: "nowhere") }.isEmpty)
    }

    @Sendable private static func changesOfMembersAreWritten(_ store: any Store) async throws {
        let made = change(awaited)
        try await store.write { try $0.save([made], in: network) }
        let member = try await store.read { try $0.member(awaited.id, of: network) }
        #expect(
            member
                == NetworkMember(
                    person: awaited, sheet: made.sheet, roles: made.roles, pools: made.pools))
        var left = MemberChange(awaited)
        left.roles = [.head: .ended]
        left.pools = [Pool.north.id: .init(grade: .junior, status: .ended)]
        let leaving = left
        try await store.write { try $0.save([leaving], in: network) }
        #expect(try await store.read { try $0.member(awaited.id, of: network) } == nil)
        #expect(try await store.read { try $0.person(awaited.id) } == awaited, "never deleted")
    }

    @Sendable private static func peopleAreRecognised(_ store: any Store) async throws {
        let made = change(awaited)
        try await store.write { tx in
            try tx.save([made], in: network)
            try tx.insert(Account(person: "with-account", login: "autre@exemple.fr", passwordHash: nil), of: .doctor)
        }
        let signs: [DeclaredMember.Sign] =
            [.login("eva@exemple.fr"), .login("autre@exemple.fr"), .login("nobody")]
            + [awaited.rpps.map { .rpps($0) }].compactMap(\.self)
        let found = try await store.read { try $0.bearers(of: Set(signs)) }
        #expect(found[signs[0]] == MemberBearer(person: awaited, hasAccount: false))
        #expect(found[signs[1]]?.hasAccount == true && found[signs[1]]?.person.id == "with-account")
        #expect(found[signs[2]] == nil && found[signs[3]]?.person == awaited)
        try await store.write { try $0.insert(Account(person: awaited.id, login: "eva", passwordHash: nil)) }
        let later = try await store.read { try $0.bearers(of: Set(signs)) }
        #expect(later[signs[0]]?.hasAccount == true && later[signs[3]]?.hasAccount == true)
    }

    @Sendable private static func whoeverJoinsRenews(_ store: any Store) async throws {
        let senior = Person.senior.id
        try await store.write { try $0.save(Network.rich) }
        func grows(_ work: @escaping @Sendable (any StoreWriter) throws -> Void) async throws -> Bool {
            let before = try await store.read { try $0.networkVersion("rich") } ?? 0
            let other = try await store.read { try $0.networkVersion(network) }
            try await store.write(work)
            #expect(try await store.read { try $0.networkVersion(network) } == other)
            return try await store.read { try $0.networkVersion("rich") } == before + 1
        }
        let pool = try #require(Network.rich.pools.first).id
        #expect(try await grows { try $0.join(senior, pool: pool, as: .senior, status: .active) })
        #expect(try await grows { try $0.join(senior, pool: pool, as: .senior, status: .ended) })
        #expect(try await grows { try $0.join(senior, network: "rich", as: .head, status: .active) })
        #expect(try await grows { try $0.join(senior, partner: "rich-hospital", status: .active) })
        #expect(try await grows { try $0.setSubSpecialties(["rich/retina"], of: senior, in: "rich") })
    }

    @Sendable private static func anAccountOpensInvitations(_ store: any Store) async throws {
        let made = change(awaited)
        let opened = try await store.write { tx in
            try tx.save([made], in: network)
            try tx.insert(Account(person: awaited.id, login: "eva", passwordHash: nil))
            return try tx.openInvitations(of: awaited.id)
        }
        #expect(opened == 1)
        let caller = try #require(try await store.read { try $0.caller(awaited.id) })
        #expect(caller.pools.map(\.pool) == [Pool.north.id] && caller.networks.map(\.role) == [.head])
        #expect(try await store.read { try $0.caller(Person.invited.id) }?.pools == [], "who is another stays invited")
        #expect(try await store.write { try $0.openInvitations(of: awaited.id) } == 0)
    }

    @Sendable private static func demandsHeldAreCounted(_ store: any Store) async throws {
        try await store.put([.sample(.taken)])
        let request = try #require(try await store.stored("request"))
        let holder = try #require(request.lead?.expert)
        let others: Set<Identifier<Person>> = [holder, Person.asker.id]
        #expect(try await store.read { try $0.heldDemands(by: others, in: request.network) } == [holder: 1])
        #expect(try await store.read { try $0.heldDemands(by: others, in: "rich") }.isEmpty)
        #expect(try await store.read { try $0.heldDemands(by: [], in: request.network) }.isEmpty)
    }
}

extension StoreWriter {
    /// An account with its person.
    fileprivate func insert(_ account: Account, of profession: Profession) throws {
        try insert(
            Person(id: account.person, familyName: "Autre", givenName: "Zoé", profession: profession))
        try insert(account)
    }
}

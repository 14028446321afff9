import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let people: [StoreConformance] = [
        StoreConformance(
            "a caller comes with their active memberships, each of the town", aCallerComesWithTheirActiveMemberships),
        StoreConformance("people come back as they were, one by one and together", peopleComeBackAsTheyWereOne),
        StoreConformance(
            "a folder of demonstration knows when somebody real comes in", aFolderOfDemonstrationKnowsWhenSomebody),
        StoreConformance("an account is found by its login, exactly", anAccountIsFoundByItsLogin),
        StoreConformance(
            "sessions are found by hash, touched, ended, and forgotten by either limit",
            sessionsAreFoundByHashTouchedEnded),
    ]

    @Sendable private static func aCallerComesWithTheirActiveMemberships(_ store: any Store) async throws {
        for person in Person.samples where person != .closed {
            let caller = try await store.read { try $0.caller(person.id) }
            #expect(caller == Town.caller(person), "\(person.id)")
        }
        #expect(try await store.read { try $0.caller("nobody") } == nil)
    }

    @Sendable private static func peopleComeBackAsTheyWereOne(_ store: any Store) async throws {
        let person = Person(
            id: "full-person", rpps: RPPS(rawValue: "10100000019"), billingNumber: ADELI(rawValue: "291234567"),
            familyName: "D’Essai", givenName: "Zoë", profession: .midwife, specialty: "SM15", mode: .salaried)
        try await store.write { try $0.insert(person) }
        try await store.read { reader throws in
            #expect(try reader.person(person.id) == person && reader.person("nobody") == nil)
            #expect(
                try reader.people([person.id, Person.asker.id, "nobody"]) == [
                    person.id: person, Person.asker.id: .asker,
                ])
            #expect(try reader.structure(Structure.practice.id) == .practice && reader.structure("none") == nil)
        }
    }

    @Sendable private static func aFolderOfDemonstrationKnowsWhenSomebody(_ store: any Store) async throws {
        #expect(try await !store.read { try $0.realIdentityExists() })
        try await store.write { try $0.insert(Patient.full) }
        #expect(try await !store.read { try $0.realIdentityExists() }, "an identity of demonstration is not real")
        let real = Person(id: "real", familyName: "Vraie", givenName: "Anne", profession: .doctor)
        try await store.write { try $0.insert(real) }
        #expect(try await store.read { try $0.realIdentityExists() })
    }

    @Sendable private static func anAccountIsFoundByItsLogin(_ store: any Store) async throws {
        let account = Account(person: "new", login: "anne@essai.fr", passwordHash: "$argon2id$x", isDisabled: false)
        try await store.write { tx throws in
            try tx.insert(Person.sample("new", "Neuve", "Anne", .doctor))
            try tx.insert(account)
        }
        #expect(try await store.read { try $0.account(login: "anne@essai.fr") } == account)
        for login in ["Anne@essai.fr", "anne@essai.f_", "anne%", "", "anne@essai.fr "] {
            #expect(try await store.read { try $0.account(login: login) } == nil, "\(login)")
        }
        try await store.write { try $0.setPassword("$argon2id$y", of: "new") }
        #expect(try await store.read { try $0.account(login: "anne@essai.fr") }?.passwordHash == "$argon2id$y")
        let listed = try await store.read { reader throws in
            try reader.accounts(after: "administrator", limit: 2).map(\.account.login)
        }
        #expect(listed == ["anne@essai.fr", "asker"])
    }

    @Sendable private static func sessionsAreFoundByHashTouchedEnded(_ store: any Store) async throws {
        let session = { (byte: UInt8, age: Duration, idle: Duration) in
            Session(
                tokenHash: [byte, 0, 255], person: Person.asker.id, csrf: "c\(byte)", createdAt: .sample - age,
                lastSeenAt: .sample - idle)
        }
        let live = session(1, .hours(1), .minutes(1))
        let idle = session(2, .hours(1), .minutes(31))
        let old = session(3, .hours(13), .minutes(1))
        try await store.write { tx throws in
            for session in [live, idle, old] { try tx.insert(session) }
            try tx.endSessions(idleSince: .sample - .minutes(30), endedBefore: .sample)
            #expect(try tx.session(live.tokenHash) == live && tx.session([1, 0]) == nil && tx.session([]) == nil)
            #expect(try tx.session(idle.tokenHash) == nil && tx.session(old.tokenHash) == nil)
            try tx.touch(live.tokenHash, at: .sample)
            #expect(try tx.session(live.tokenHash)?.lastSeenAt == .sample)
            try tx.end(live.tokenHash)
            #expect(try tx.session(live.tokenHash) == nil)
        }
    }
}

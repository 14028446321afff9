import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let accountMails: [StoreConformance] = [
        StoreConformance(
            "a mail about an account is claimed once, comes back, and is gone once settled", aMailIsClaimed),
        StoreConformance("devices are known by their words, with when they were seen last", devicesAreKnown),
        StoreConformance("of many sessions those seen last stay", someSessionsStay),
    ]

    @Sendable private static func aMailIsClaimed(_ store: any Store) async throws {
        let mails = [("m1", AccountEvent.keyAdded), ("m2", .invited)].map { id, event in
            AccountMail(
                id: Identifier(id), person: Person.asker.id, address: "\(id)@exemple.fr", event: event,
                detail: "Firefox sur Windows", madeAt: .sample + .minutes(id == "m1" ? 0 : 1))
        }
        try await store.write { tx throws in for mail in mails { try tx.leave(mail) } }
        #expect(try await store.read { try $0.waitingAccountMails(of: Person.asker.id) } == mails)
        #expect(try await store.read { try $0.waitingAccountMails(of: Person.senior.id) }.isEmpty)
        let claim: @Sendable (Instant) async throws -> AccountMail? = { now in
            try await store.write { try $0.claimAccountMail(dueBy: now, until: now + .minutes(5)) }
        }
        #expect(try await claim(.sample - .milliseconds(1)) == nil)
        let first = try #require(try await claim(.sample))
        #expect(first.id == "m1" && first.attempts == 1 && first.address == "m1@exemple.fr")
        #expect(try await claim(.sample) == nil, "claimed")
        try await store.write { try $0.postpone(first.id, until: .sample + .hours(1)) }
        #expect(try await claim(.sample + .minutes(2))?.id == "m2")
        #expect(try await claim(.sample + .minutes(3)) == nil)
        let again = try #require(try await claim(.sample + .minutes(7)))
        #expect(again.id == "m2" && again.attempts == 2, "its worker died")
        try await store.write { try $0.settle("m2" as Identifier<AccountMail>) }
        #expect(try await claim(.sample + .hours(1))?.attempts == 2)
        try await store.write { try $0.settle(first.id) }
        #expect(try await store.read { try $0.waitingAccountMails(of: Person.asker.id) }.isEmpty)
    }

    @Sendable private static func devicesAreKnown(_ store: any Store) async throws {
        try await store.write { tx throws in
            for (device, minute) in [("Firefox sur Windows", 0), ("Safari sur iPhone", 1), ("Firefox sur Windows", 5)] {
                try tx.note(device: device, of: Person.asker.id, at: .sample + .minutes(minute))
            }
            let known = try tx.knownDevices(of: Person.asker.id)
            #expect(
                known == ["Firefox sur Windows": .sample + .minutes(5), "Safari sur iPhone": .sample + .minutes(1)])
            #expect(try tx.knownDevices(of: Person.senior.id).isEmpty)
        }
    }

    @Sendable private static func someSessionsStay(_ store: any Store) async throws {
        try await store.write { tx throws in
            for (index, person) in [Person.asker, .asker, .asker, .senior].enumerated() {
                try tx.insert(
                    Session(
                        tokenHash: [UInt8(index)], person: person.id, csrf: "c", createdAt: .sample,
                        lastSeenAt: .sample + .minutes([3, 1, 2, 0][index]), id: Identifier("s\(index)")))
            }
            try tx.endSessions(of: Person.asker.id, beyond: 2)
            #expect(try tx.sessions(of: Person.asker.id, limit: 9).map(\.id) == ["s0", "s2"])
            #expect(try tx.sessions(of: Person.senior.id, limit: 9).count == 1)
            try tx.countAttempt("b", window: .hours(1), at: .sample)
            try tx.forgetAttempts(of: "b")
            #expect(try tx.attempts("b", at: .sample) == nil)
        }
    }
}

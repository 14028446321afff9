import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let contacts: [StoreConformance] = [
        StoreConformance("an address counts once it is confirmed, and the old one until then", anAddressIsConfirmed),
        StoreConformance("a message to confirm is claimed once, comes back, and has one secret", aCheckIsClaimedOnce),
        StoreConformance("who is reached is who confirmed, as they chose, on an open account", theReachedAreReached),
        StoreConformance("an audience is whoever of it is reached, once", anAudienceIsReached),
    ]

    @Sendable private static func anAddressIsConfirmed(_ store: any Store) async throws {
        let asker = Person.asker.id
        let address: @Sendable () async throws -> String? = {
            try await store.read { try $0.address(of: asker, by: .mail) }
        }
        try await store.write { try $0.confirm(asker, by: .mail) }
        try await store.write { try $0.ask("un@exemple.fr", of: asker, by: .mail, at: .sample) }
        #expect(try await address() == nil)
        try await store.write { try $0.confirm(asker, by: .mail) }
        #expect(try await address() == "un@exemple.fr")
        try await store.write { try $0.ask("deux@exemple.fr", of: asker, by: .mail, at: .sample) }
        #expect(try await address() == "un@exemple.fr")
        let waiting = try await store.read { try $0.contact(of: asker, by: .mail) }
        #expect(waiting?.pending == "deux@exemple.fr" && waiting?.check == .waiting && waiting?.secretHash == nil)
        // Confirmed, and confirmed again by nothing.
        for _ in 0..<2 { try await store.write { try $0.confirm(asker, by: .mail) } }
        #expect(try await address() == "deux@exemple.fr")
        #expect(try await store.read { try $0.address(of: asker, by: .sms) } == nil)
        #expect(try await store.read { try $0.address(of: Person.colleague.id, by: .mail) } == nil)
        try await store.write { try $0.forgetContact(of: asker, by: .mail) }
        #expect(try await store.read { try $0.contact(of: asker, by: .mail) } == nil)
    }

    @Sendable private static func aCheckIsClaimedOnce(_ store: any Store) async throws {
        let asker = Person.asker.id
        try await store.write { try $0.ask("un@exemple.fr", of: asker, by: .mail, at: .sample) }
        let claim: @Sendable (Instant) async throws -> Int? = { now in
            try await store.write { try $0.claimCheck(on: .mail, dueBy: now, until: now + .minutes(5))?.attempts }
        }
        #expect(try await claim(.sample - .milliseconds(1)) == nil)
        #expect(try await claim(.sample) == 1)
        #expect(try await claim(.sample + .minutes(4)) == nil)
        #expect(try await claim(.sample + .minutes(5)) == 2, "its worker died")
        try await store.write { tx throws in
            for byte: UInt8 in [1, 2] {
                try tx.setSecret([byte], until: .sample + .hours(1), of: asker, by: .mail)
                try tx.countWrongSecret(of: asker, by: .mail)
            }
            try tx.settleCheck(of: asker, by: .mail, as: .waiting, next: .sample + .hours(1))
        }
        let contact = try await store.read { try $0.contact(of: asker, by: .mail) }
        #expect(contact?.secretHash == [2] && contact?.wrongSecrets == 1 && contact?.secretUntil == .sample + .hours(1))
        #expect(try await claim(.sample + .minutes(59)) == nil)
        #expect(try await claim(.sample + .hours(1)) == 3)
        try await store.write { try $0.settleCheck(of: asker, by: .mail, as: .sent, next: nil) }
        #expect(try await claim(.sample + .days(1)) == nil)
        // Asked for again while a message is on its way: what came of that one says nothing of this one.
        try await store.write { tx throws in
            try tx.ask("deux@exemple.fr", of: asker, by: .mail, at: .sample)
            try tx.settleCheck(of: asker, by: .mail, as: .sent, next: nil)
        }
        #expect(try await claim(.sample) == 1)
    }

    @Sendable private static func theReachedAreReached(_ store: any Store) async throws {
        let hours = TellingHours(digests: [480], quietFrom: 1320, quietTo: 360, quietSundays: false)
        let choices = TellingChoices(mail: .pressing, sms: .nothing, hours: hours)
        try await store.write { tx throws in
            for person in [Person.asker, .colleague, .closed, .senior] {
                try tx.ask("\(person.id)@exemple.fr", of: person.id, by: .mail, at: .sample)
                if person != .senior { try tx.confirm(person.id, by: .mail) }
            }
            try tx.ask("+33612345678", of: Person.asker.id, by: .sms, at: .sample)
            try tx.confirm(Person.asker.id, by: .sms)
            try tx.save(TellingChoices(), of: Person.asker.id)
            try tx.save(choices, of: Person.asker.id)
        }
        try await store.read { reader throws in
            let people = [Person.asker, .colleague, .closed, .senior, .second]
            let reached = try reader.tellable(Set(people.map { Telling.Audience.person($0.id) }))
            #expect(reached.count == 3)
            for wanted in [
                Tellable(person: "asker", channel: .mail, choices: choices),
                Tellable(person: "asker", channel: .sms, choices: choices),
                Tellable(person: "colleague", channel: .mail, choices: TellingChoices()),
            ] { #expect(reached.contains(wanted)) }
            #expect(try reader.tellable([]) == [] && reader.address(of: Person.closed.id, by: .mail) == nil)
            #expect(try reader.choices(of: Person.asker.id) == choices && reader.choices(of: "colleague") == nil)
        }
    }

    @Sendable private static func anAudienceIsReached(_ store: any Store) async throws {
        let people: [Person] = [
            .asker, .colleague, .closed, .former, .senior, .second, .suspended, .southern, .coordinator, .secretary,
        ]
        try await store.write { tx throws in
            for person in people {
                try tx.ask("\(person.id)@exemple.fr", of: person.id, by: .mail, at: .sample)
                try tx.confirm(person.id, by: .mail)
            }
        }
        let reached: @Sendable (Set<Telling.Audience>) async throws -> [String] = { audience in
            try await store.read { try $0.tellable(audience).map(\.person.rawValue) }.sorted()
        }
        let (practice, north, network) = (Structure.practice.id, Pool.north.id, Network.sample.id)
        #expect(try await reached([]) == [])
        #expect(try await reached([.person("asker"), .person("delegate"), .person("closed")]) == ["asker"])
        #expect(try await reached([.structure(practice)]) == ["asker", "colleague"])
        #expect(try await reached([.pool(north)]) == ["second", "senior"])
        #expect(try await reached([.network(network, .coordinator)]) == ["coordinator"])
        #expect(try await reached([.network(Network.other.id, .secretary)]) == [])
        let all: Set<Telling.Audience> = [
            .person("asker"), .person("senior"), .structure(practice), .pool(north), .pool(Pool.south.id),
            .network(network, .secretary), .network(network, .coordinator),
        ]
        #expect(
            try await reached(all) == [
                "asker", "colleague", "coordinator", "second", "secretary", "senior", "southern",
            ])
    }
}

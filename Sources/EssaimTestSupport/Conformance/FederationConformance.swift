import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let federation: [StoreConformance] = [
        StoreConformance("who left for a provider is known when they come back, once", whoLeftComesBack),
        StoreConformance("who waits at the door is kept sealed, and forgotten", whoWaitsIsKept),
        StoreConformance("a subject is one person's by its issuer, and stays theirs", aSubjectIsOnePersons),
        StoreConformance("a provider's word goes with the session that it opened", aProvidersWordGoes),
        StoreConformance("an RPPS finds the real person who bears it", anRPPSFindsWhoBearsIt),
        StoreConformance(
            "secrets that another master key sealed are found in slices, and sealed again", secretsAreResealed),
    ]

    @Sendable private static func whoLeftComesBack(_ store: any Store) async throws {
        let again = Departure(
            address: "https://psc.exemple.fr/a?b=c", state: "s", nonce: "n", verifier: "v", renewedAfter: .sample)
        let kept = [
            KeptDeparture(tokenHash: [1, 0], provider: "psc", departure: again, startedAt: .sample),
            KeptDeparture(
                tokenHash: [2], provider: "chu",
                departure: Departure(address: "https://chu.exemple.fr", state: "s", nonce: "n", verifier: "v"),
                startedAt: .sample + .minutes(1)),
        ]
        try await store.write { tx throws in
            for one in kept { try tx.insert(one) }
            #expect(try tx.departure([1, 0]) == kept[0] && tx.departure([2]) == kept[1] && tx.departure([1]) == nil)
            try tx.forgetDepartures(startedBefore: .sample + .minutes(1))
            #expect(try tx.departure([1, 0]) == nil && tx.departure([2]) == kept[1])
            try tx.end(departure: [2])
            #expect(try tx.departure([2]) == nil)
        }
    }

    @Sendable private static func whoWaitsIsKept(_ store: any Store) async throws {
        let kept = [(UInt8(1), Instant.sample), (2, .sample + .minutes(1))].map {
            KeptArrival(
                tokenHash: [$0.0], identity: SealedSecret(master: "0123456789abcdef", bytes: [0, $0.0, 255]),
                startedAt: $0.1)
        }
        try await store.write { tx throws in
            for one in kept { try tx.insert(one) }
            #expect(try tx.arrival([1]) == kept[0])
            try tx.forgetArrivals(startedBefore: .sample + .minutes(1))
            #expect(try tx.arrival([1]) == nil && tx.arrival([2]) == kept[1])
            try tx.end(arrival: [2])
            #expect(try tx.arrival([2]) == nil)
        }
    }

    @Sendable private static func aSubjectIsOnePersons(_ store: any Store) async throws {
        let (psc, chu) = ("https://psc.exemple.fr", "https://chu.exemple.fr")
        try await store.write { tx throws in
            try tx.bind(psc, "810000000017", to: Person.asker.id)
            try tx.bind(psc, "810000000017", to: Person.senior.id)
            #expect(try tx.person(boundTo: "810000000017", at: psc) == Person.asker.id)
            #expect(try tx.person(boundTo: "810000000017", at: chu) == nil)
            #expect(try tx.person(boundTo: "81", at: psc) == nil)
            #expect(try !tx.hasAccepted("2026-11", Person.asker.id))
            for _ in 1...2 { try tx.accept("2026-11", Person.asker.id, at: .sample) }
            #expect(try tx.hasAccepted("2026-11", Person.asker.id) && !tx.hasAccepted("2027-11", Person.asker.id))
        }
    }

    @Sendable private static func aProvidersWordGoes(_ store: any Store) async throws {
        let word = ProviderSession(provider: "psc", idToken: SealedSecret(master: "0123456789abcdef", bytes: [0, 9]))
        try await store.write { tx throws in
            for token in [[1], [2]] as [[UInt8]] {
                try tx.insert(
                    Session(
                        tokenHash: token, person: Person.asker.id, csrf: "c", createdAt: .sample, lastSeenAt: .sample,
                        id: Identifier("s\(token[0])"), means: .provider))
            }
            try tx.keep(word, of: [1])
            #expect(try tx.providerSession([1]) == word && tx.providerSession([2]) == nil)
            try tx.end([1])
            #expect(try tx.providerSession([1]) == nil)
        }
    }

    @Sendable private static func anRPPSFindsWhoBearsIt(_ store: any Store) async throws {
        let rpps = try #require(RPPS(rawValue: "10000000900"))
        try await store.write { tx throws in
            #expect(try tx.person(bearing: rpps) == nil)
            try tx.insert(
                Person(id: "real", rpps: rpps, familyName: "Kerfictif", givenName: "Hervé", profession: .doctor))
            #expect(try tx.person(bearing: rpps) == "real")
            // A persona is nobody: its number is fictional.
            #expect(try tx.person(bearing: #require(Person.asker.rpps)) == nil)
        }
    }

    @Sendable private static func secretsAreResealed(_ store: any Store) async throws {
        let people = [Person.asker.id, Person.senior.id, Person.second.id].sorted { $0.rawValue < $1.rawValue }
        let keys = people.enumerated().map { place, person in
            TimeCodeKey(
                person: person, secret: SealedSecret(master: place == 2 ? "new" : "old", bytes: [UInt8(place)]),
                addedAt: .sample, lastPeriod: 7)
        }
        try await store.write { tx throws in
            for key in keys { try tx.save(key) }
            #expect(try tx.timeCodes(notSealedBy: "new", after: nil, limit: 1) == [keys[0]])
            #expect(try tx.timeCodes(notSealedBy: "new", after: people[0], limit: 9) == [keys[1]])
            try tx.reseal(keys[0], with: SealedSecret(master: "new", bytes: [9]))
            let resealed = try tx.factors(of: people[0]).timeCode
            #expect(resealed?.secret == SealedSecret(master: "new", bytes: [9]) && resealed?.lastPeriod == 7)
            // Its owner has another application meanwhile.
            let other = TimeCodeKey(
                person: people[1], secret: SealedSecret(master: "old", bytes: [8]), addedAt: .sample)
            try tx.save(other)
            try tx.reseal(keys[1], with: SealedSecret(master: "new", bytes: [9]))
            #expect(try tx.factors(of: people[1]).timeCode == other)
        }
    }
}

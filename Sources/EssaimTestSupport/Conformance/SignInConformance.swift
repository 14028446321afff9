import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let signIn: [StoreConformance] = [
        StoreConformance("a step of a sign-in comes back, counts what was wrong, and is forgotten", aStepComesBack),
        StoreConformance("a code's period is taken once, and none before it", aPeriodIsTakenOnce),
        StoreConformance("a key signs on with a count that rises, or none at all", aKeySignsOn),
        StoreConformance("a code from paper is taken once, by its owner", aCodeFromPaperIsTakenOnce),
        StoreConformance("a link is found by its digest until another takes its place", aLinkIsFound),
        StoreConformance("sessions are one's own: listed, and ended one by one or all but one", sessionsAreOnesOwn),
    ]

    @Sendable private static func aStepComesBack(_ store: any Store) async throws {
        let whole = SignInStep(
            tokenHash: [1, 0, 255], person: Person.asker.id, purpose: .enrolment, challenge: [2, 0],
            secret: SealedSecret(master: "0123456789abcdef", bytes: [3, 0]), startedAt: .sample)
        let bare = SignInStep(
            tokenHash: [2], person: nil, purpose: .passkey, challenge: [9], startedAt: .sample + .minutes(1))
        try await store.write { tx throws in
            try tx.insert(whole)
            try tx.insert(bare)
            #expect(try tx.signInStep([1, 0, 255]) == whole && tx.signInStep([2]) == bare && tx.signInStep([1]) == nil)
            try tx.countWrongCode(step: whole.tokenHash)
            #expect(try tx.signInStep(whole.tokenHash)?.wrongCodes == 1)
            try tx.forgetSignInSteps(startedBefore: .sample + .minutes(1))
            #expect(try tx.signInStep(whole.tokenHash) == nil && tx.signInStep(bare.tokenHash) == bare)
            try tx.end(step: bare.tokenHash)
            #expect(try tx.signInStep(bare.tokenHash) == nil)
        }
    }

    @Sendable private static func aPeriodIsTakenOnce(_ store: any Store) async throws {
        let key = TimeCodeKey(
            person: Person.asker.id, secret: SealedSecret(master: "0123456789abcdef", bytes: [7]), addedAt: .sample)
        try await store.write { tx throws in
            #expect(try tx.take(period: 5, of: Person.asker.id) == false, "there is no application yet")
            try tx.save(key)
            #expect(try tx.factors(of: Person.asker.id).timeCode == key)
            #expect(try tx.factors(of: Person.senior.id).isEmpty)
            for (period, isTaken) in [(5, true), (5, false), (4, false), (6, true)] {
                #expect(try tx.take(period: period, of: Person.asker.id) == isTaken)
            }
            #expect(try tx.mastersInUse().contains("0123456789abcdef"))
            try tx.removeTimeCode(of: Person.asker.id)
            #expect(try tx.factors(of: Person.asker.id).timeCode == nil)
        }
    }

    @Sendable private static func aKeySignsOn(_ store: any Store) async throws {
        let keys = [(id: "k1", person: Person.asker.id, count: UInt32(5)), ("k2", Person.asker.id, 0)].map {
            Passkey(
                id: Identifier($0.id), person: $0.person,
                key: Passkey.Key(identifier: Array($0.id.utf8), cose: [1, 2], count: $0.count, isSynced: true),
                name: "Poste", addedAt: .sample)
        }
        try await store.write { tx throws in
            for key in keys { try tx.insert(key) }
            #expect(try tx.factors(of: Person.asker.id).passkeys == keys)
            #expect(try tx.passkey(Array("k1".utf8)) == keys[0] && tx.passkey([]) == nil)
            for (id, count, isTaken) in [
                ("k1", UInt32(6), true), ("k1", 6, false), ("k1", 0, false), ("k2", 0, true), ("k2", 0, true),
                ("k2", 1, true), ("k2", 0, false), ("none", 9, false),
            ] {
                #expect(try tx.use(Identifier(id), count: count, at: .sample) == isTaken, "\(id) \(count)")
            }
            #expect(try tx.passkey(Array("k1".utf8))?.lastUsedAt == .sample)
            #expect(try tx.remove(passkey: "k1", of: Person.senior.id) == false)
            #expect(try tx.remove(passkey: "k1", of: Person.asker.id))
            #expect(try tx.factors(of: Person.asker.id).passkeys.map(\.id) == ["k2"])
        }
        let twice = keys[1]
        let fault = await store.fault { tx in
            try tx.insert(
                Passkey(id: "k3", person: Person.senior.id, key: twice.key, name: "La même", addedAt: .sample))
        }
        #expect(fault?.isDuplicate == true)
    }

    @Sendable private static func aCodeFromPaperIsTakenOnce(_ store: any Store) async throws {
        try await store.write { tx throws in
            try tx.replaceRecoveryCodes([[1], [2]], of: Person.asker.id, at: .sample)
            try tx.replaceRecoveryCodes([[1]], of: Person.senior.id, at: .sample)
            #expect(try tx.factors(of: Person.asker.id).recoveryCodes == 2)
            for (digest, isTaken) in [([1], true), ([1], false), ([3], false)] as [([UInt8], Bool)] {
                #expect(try tx.take(recovery: digest, of: Person.asker.id, at: .sample) == isTaken)
            }
            #expect(try tx.factors(of: Person.asker.id).recoveryCodes == 1)
            #expect(try tx.factors(of: Person.senior.id).recoveryCodes == 1)
            try tx.replaceRecoveryCodes([[1]], of: Person.asker.id, at: .sample)
            #expect(try tx.take(recovery: [2], of: Person.asker.id, at: .sample) == false)
            #expect(try tx.take(recovery: [1], of: Person.asker.id, at: .sample))
        }
    }

    @Sendable private static func aLinkIsFound(_ store: any Store) async throws {
        let links = [UInt8(1), 2].map {
            AccountLink(
                tokenHash: [$0], person: Person.asker.id, kind: .password,
                sentTo: $0 == 1 ? "un@exemple.fr" : nil, madeAt: .sample,
                expiresAt: .sample + .hours(1))
        }
        try await store.write { tx throws in
            try tx.save(links[0])
            #expect(try tx.accountLink([1]) == links[0])
            try tx.save(links[1])
            #expect(try tx.accountLink([1]) == nil && tx.accountLink([2]) == links[1])
            try tx.endAccountLinks(of: Person.asker.id)
            #expect(try tx.accountLink([2]) == nil)
            #expect(try tx.account(of: Person.asker.id)?.login == "asker" && tx.account(of: "nobody") == nil)
        }
    }

    @Sendable private static func sessionsAreOnesOwn(_ store: any Store) async throws {
        let sessions = [(UInt8(1), Person.asker), (2, Person.asker), (3, Person.asker), (4, Person.senior)].map {
            Session(
                tokenHash: [$0], person: $1.id, csrf: "c\($0)", createdAt: .sample,
                lastSeenAt: .sample + .minutes(Int($0)),
                id: Identifier("s\($0)"), means: .passkey, device: "Firefox sur Windows", place: "203.0.113.9",
                provenAt: .sample, endsAt: .sample + .hours(4))
        }
        try await store.write { tx throws in
            for session in sessions { try tx.insert(session) }
            #expect(try tx.sessions(of: Person.asker.id, limit: 2) == [sessions[2], sessions[1]])
            #expect(try tx.end("s4", of: Person.asker.id) == false)
            #expect(try tx.end("s3", of: Person.asker.id))
            try tx.endSessions(of: Person.asker.id, but: [1])
            #expect(try tx.sessions(of: Person.asker.id, limit: 9).map(\.id) == ["s1"])
            #expect(try tx.session([4]) == sessions[3])
        }
    }
}

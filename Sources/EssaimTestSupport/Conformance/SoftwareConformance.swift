import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let software: [StoreConformance] = [
        StoreConformance("a software account, its keys and tokens come back as they were put", softwareComesBack),
        StoreConformance("a key taken away takes its tokens along, and no other", aKeyTakesItsTokens),
        StoreConformance("a software account closed has neither key nor token left", aClosedAccountHasNothing),
        StoreConformance("an assertion is taken once, by whoever comes first", anAssertionIsTakenOnce),
    ]

    private static let account = SoftwareAccount(
        id: "soft", network: Network.sample.id, name: "Logiciel fictif", scopes: [.figures, .lines], madeAt: .sample)
    private static let other = SoftwareAccount(
        id: "tool", network: Network.sample.id, name: "Outil fictif", scopes: [], madeAt: .sample)

    private static func key(_ name: String, of id: Identifier<SoftwareAccount> = "soft") -> SoftwareKey {
        SoftwareKey(
            account: id, name: name, kind: .ed25519, pem: "-----é\n", notBefore: .sample,
            notAfter: .sample + .days(1))
    }

    private static func token(
        _ byte: UInt8, _ key: String, of id: Identifier<SoftwareAccount> = "soft"
    ) -> SoftwareToken {
        SoftwareToken(
            tokenHash: [byte, 0], account: id, key: key, scopes: [.lines], endsAt: .sample + .minutes(Int(byte)))
    }

    private static func found(_ tx: any StoreWriter) throws {
        for one in [account, other] { try tx.insert(one) }
        for one in [key("a"), key("b"), key("a", of: "tool")] { try tx.insert(one) }
        for one in [token(1, "a"), token(2, "b"), token(3, "a", of: "tool")] { try tx.insert(one) }
    }

    @Sendable private static func softwareComesBack(_ store: any Store) async throws {
        try await store.write { tx throws in
            try found(tx)
            #expect(try tx.software("soft") == account && tx.software("tool") == other && tx.software("sof") == nil)
            #expect(try tx.softwareAccounts(after: nil, limit: 1) == [account])
            #expect(try tx.softwareAccounts(after: "soft", limit: 9) == [other])
            #expect(try tx.softwareKeys(of: "soft") == [key("a"), key("b")])
            #expect(try tx.softwareToken([2, 0]) == token(2, "b") && tx.softwareToken([2]) == nil)
            try tx.setScopes([.figures], of: "soft")
            #expect(try tx.software("soft")?.scopes == [.figures] && tx.software("tool")?.scopes == [])
        }
    }

    @Sendable private static func aKeyTakesItsTokens(_ store: any Store) async throws {
        try await store.write { tx throws in
            try found(tx)
            #expect(try tx.removeKey("a", of: "soft"))
            #expect(try !tx.removeKey("a", of: "soft"))
            #expect(try tx.softwareKeys(of: "soft") == [key("b")] && tx.softwareKeys(of: "tool").count == 1)
            #expect(try tx.softwareToken([1, 0]) == nil)
            #expect(try tx.softwareToken([2, 0]) != nil && tx.softwareToken([3, 0]) != nil)
        }
    }

    @Sendable private static func aClosedAccountHasNothing(_ store: any Store) async throws {
        try await store.write { tx throws in
            try found(tx)
            try tx.close("soft", at: .sample)
            try tx.close("soft", at: .sample + .days(1))
            #expect(try tx.software("soft")?.closedAt == .sample && tx.software("tool")?.closedAt == nil)
            #expect(try tx.softwareKeys(of: "soft").isEmpty && tx.softwareToken([2, 0]) == nil)
            #expect(try tx.softwareToken([3, 0]) != nil)
        }
    }

    @Sendable private static func anAssertionIsTakenOnce(_ store: any Store) async throws {
        try await store.write { tx in try found(tx) }
        // As two servers would, at once.
        let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 1...8 {
                group.addTask {
                    try await store.write { try $0.take(assertion: [7], of: "soft", until: .sample + .minutes(5)) }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(taken == 1)
        try await store.write { tx throws in
            #expect(try tx.take(assertion: [7], of: "tool", until: .sample + .minutes(5)))
            try tx.forgetSoftware(endedBefore: .sample + .minutes(2))
            #expect(try tx.softwareToken([2, 0]) == nil && tx.softwareToken([3, 0]) != nil)
            #expect(try !tx.take(assertion: [7], of: "soft", until: .sample + .minutes(9)))
            try tx.forgetSoftware(endedBefore: .sample + .minutes(5))
            #expect(try tx.take(assertion: [7], of: "soft", until: .sample + .minutes(9)))
        }
    }
}

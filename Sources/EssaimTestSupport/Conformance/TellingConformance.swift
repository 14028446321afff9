import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let telling: [StoreConformance] = [
        StoreConformance("a notice of the same mark is left once", aNoticeIsLeftOnce),
        StoreConformance("what presses is claimed alone, the rest gathered for its reader", noticesAreClaimed),
        StoreConformance("a message keeps its name and its notices until it is settled", aMessageKeepsItsName),
        StoreConformance("workers at once share the notices, none is sent twice", workersShareTheNotices),
        StoreConformance("what was settled is forgotten, what waits is not", whatWasSettledIsForgotten),
        StoreConformance("a matter is told to who may see it, a visit to who may book", mattersAreOfTheirReaders),
        StoreConformance("a follow-up is found when due, slice after slice, and marked once", followUpsAreFound),
    ]

    static func notice(
        _ id: String, to person: Person = .asker, of request: Identifier<AdviceRequest> = "request",
        mark: String? = nil, isPressing: Bool = false, at planned: Instant = .sample
    ) -> TellingNotice {
        TellingNotice(
            id: Identifier(id), mark: mark ?? id, person: person.id, request: request, event: .answered, channel: .mail,
            isPressing: isPressing, madeAt: .sample, plannedAt: planned)
    }

    /// The ids of what is claimed at that moment, for five minutes.
    static func claim(_ store: any Store, at now: Instant) async throws -> Set<String> {
        let claimed = try await store.write { tx in
            try tx.claimNotices(on: .mail, dueBy: now, until: now + .minutes(5))
        }
        return Set(claimed.map(\.id.rawValue))
    }

    @Sendable private static func aNoticeIsLeftOnce(_ store: any Store) async throws {
        try await store.put([.sample(.answered)])
        try await store.write { tx throws in
            for id in ["a", "b", "c"] { try tx.leave(notice(id, mark: id == "c" ? "other" : "same")) }
        }
        #expect(try await claim(store, at: .sample) == ["a", "c"])
    }

    @Sendable private static func noticesAreClaimed(_ store: any Store) async throws {
        try await store.put([.sample(.answered)])
        try await store.write { tx throws in
            try tx.leave(notice("early", at: .sample - .minutes(2)))
            try tx.leave(notice("now"))
            try tx.leave(notice("pressing", isPressing: true, at: .sample - .minutes(1)))
            try tx.leave(notice("later", at: .sample + .milliseconds(1)))
            try tx.leave(notice("other", to: .colleague))
        }
        let sms = try await store.write { try $0.claimNotices(on: .sms, dueBy: .sample, until: .sample) }
        #expect(sms.isEmpty)
        #expect(try await claim(store, at: .sample) == ["early", "now"])
        #expect(try await claim(store, at: .sample) == ["pressing"])
        #expect(try await claim(store, at: .sample) == ["other"])
        #expect(try await claim(store, at: .sample) == [])
    }

    @Sendable private static func aMessageKeepsItsName(_ store: any Store) async throws {
        try await store.put([.sample(.answered)])
        try await store.write { try $0.leave(notice("a")) }
        let first = try await store.write {
            try $0.claimNotices(on: .mail, dueBy: .sample, until: .sample + .minutes(5))
        }
        let name = try #require(first.first?.message)
        try await store.write { try $0.leave(notice("b")) }
        #expect(try await claim(store, at: .sample + .minutes(4)) == ["b"], "what comes later is another message")
        try await store.write { try $0.postpone(message: name, until: .sample + .hours(1)) }
        #expect(try await claim(store, at: .sample + .minutes(59)) == ["b"], "its worker died; the other is put back")
        let again = try await store.write {
            try $0.claimNotices(on: .mail, dueBy: .sample + .hours(1), until: .sample + .hours(2))
        }
        #expect(again.map(\.message) == [name] && again.map(\.attempts) == [2])
        try await store.write { try $0.settle(["a"], as: .givenUp, at: .sample + .hours(1)) }
        try await store.read { reader throws in
            let asker = Person.asker.id
            #expect(try reader.lastGivenUp(of: asker, by: .mail, since: .sample) == .sample + .hours(1))
            #expect(try reader.lastGivenUp(of: asker, by: .mail, since: .sample + .hours(1)) == nil)
            #expect(try reader.lastGivenUp(of: asker, by: .sms, since: .sample) == nil)
        }
        #expect(try await claim(store, at: .sample + .days(1)) == ["b"])
    }

    @Sendable private static func workersShareTheNotices(_ store: any Store) async throws {
        try await store.put([.sample(.answered)])
        try await store.write { tx throws in
            for number in 1...40 { try tx.leave(notice("n-\(number)", isPressing: number.isMultiple(of: 2))) }
        }
        let claimed = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var mine: [String] = []
                    while case let some = try await claim(store, at: .sample), !some.isEmpty { mine += some }
                    return mine
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claimed.count == 40 && Set(claimed).count == 40)
    }

    @Sendable private static func whatWasSettledIsForgotten(_ store: any Store) async throws {
        try await store.put([.sample(.answered)])
        try await store.write { tx throws in
            for id in ["sent", "dropped", "waits"] { try tx.leave(notice(id)) }
            try tx.settle(["sent"], as: .sent, at: .sample)
            try tx.settle(["dropped"], as: .dropped, at: .sample + .days(1))
            try tx.forgetNotices(settledBefore: .sample + .days(1))
            // Forgotten: its mark is free again. The other two are known.
            for id in ["sent", "dropped", "waits"] { try tx.leave(notice("\(id)-again", mark: id)) }
        }
        #expect(try await claim(store, at: .sample) == ["waits", "sent-again"])
    }
}

import EssaimDomain
import EssaimWorkflow
import Testing

// What is told because its hour came, and to whom.

extension StoreConformance {
    private static let before = CivilDate(year: 2026, month: 12, day: 3)

    private static func toBeSeen(
        _ id: Identifier<AdviceRequest>, rank: UInt64, on appointment: Visit.Appointment? = nil
    ) -> AdviceRequest {
        .sample(
            .answered, id: id, rank: rank,
            visit: Visit(since: .sample, before: before, appointment: appointment))
    }

    @Sendable static func mattersAreOfTheirReaders(_ store: any Store) async throws {
        try await store.put([
            .sample(.submitted, id: "sent"), .sample(.answered, id: "unread", rank: 2, isUnread: true),
            toBeSeen("visit", rank: 3),
        ])
        let all: Set<Identifier<AdviceRequest>> = ["sent", "unread", "visit", "none"]
        let seen: @Sendable (Person) async throws -> Set<String> = { person in
            Set(try await store.read { try $0.matters(all, visibleTo: person.id).map(\.request.rawValue) })
        }
        let booked: @Sendable (Person) async throws -> [TellingMatter] = { person in
            try await store.read { try $0.visitMatters(all, bookableBy: person.id) }
        }
        for person in [Person.asker, .delegate, .senior, .coordinator] {
            #expect(try await seen(person) == ["sent", "unread", "visit"], "\(person.id)")
        }
        for person in [Person.secretary, .neighbour, .southern, .closed, .former, .elsewhere] {
            #expect(try await seen(person) == [], "\(person.id)")
        }
        for person in [Person.asker, .second, .coordinator, .closed] {
            #expect(try await booked(person) == [], "\(person.id)")
        }
        for person in [Person.secretary, .senior] {
            let matters = try await booked(person)
            #expect(matters.map(\.request) == ["visit"], "\(person.id)")
            #expect(matters.allSatisfy { $0.isUnbooked && $0.isToBeSeen && !$0.hasNews && !$0.isUnread })
        }
        let unread = try await store.read { try $0.matters(["unread"], visibleTo: Person.asker.id) }
        #expect(unread.map(\.isUnread) == [true] && unread.map(\.line) == ["Dermatologie"])
        #expect(try await store.read { try $0.matters([], visibleTo: Person.asker.id) } == [])
    }

    /// The ids of all that is found, one slice after the other.
    private static func found(
        in store: any Store, _ slice: @escaping @Sendable (any StoreReader, WorklistKey?) throws -> [WorklistKey]
    ) async throws -> [String] {
        var (ids, key): ([String], WorklistKey?) = ([], nil)
        repeat {
            let start = key
            let some = try await store.read { try slice($0, start) }
            ids += some.map(\.id.rawValue)
            key = some.last
        } while key != nil
        return ids
    }

    @Sendable static func followUpsAreFound(_ store: any Store) async throws {
        let unread = (1...5).map { rank in
            AdviceRequest.sample(.answered, id: Identifier("u-\(rank)"), rank: UInt64(rank), isUnread: true)
        }
        let appointment = Visit.Appointment(at: .sample + .days(4), place: "Lannion", with: "Dr Guivarch")
        let booked = toBeSeen("booked", rank: 10, on: appointment)
        try await store.put(unread + [.sample(.answered, id: "read", rank: 8), toBeSeen("visit", rank: 9), booked])
        let found: @Sendable (FollowUp.Reason, Instant) async throws -> [String] = { reason, now in
            try await Self.found(in: store) { try $0.followUpsDue(reason, at: now, after: $1, limit: 2) }
        }
        let due = try #require(unread.first?.readDueAt)
        #expect(try await found(.unread, due - .milliseconds(1)) == [])
        #expect(try await found(.unread, due) == ["u-1", "u-2", "u-3", "u-4", "u-5"])
        #expect(try await found(.unread, due + FollowUp.forgottenAfter + .milliseconds(1)) == [])
        let marks = try await store.write { tx in
            try [due, due, due + .days(1)].map { try tx.markFollowUp("u-2", .unread, watched: $0) }
        }
        #expect(marks == [true, false, true])
        #expect(try await found(.unread, due) == ["u-1", "u-3", "u-4", "u-5"])
        let visit = toBeSeen("visit", rank: 9)
        let (half, end) = (try #require(visit.watchedAt(.unbooked)), try #require(visit.watchedAt(.unseen)))
        #expect(try await found(.unbooked, half) == ["visit"])
        #expect(try await found(.unseen, end) == ["booked", "visit"])
        #expect(try await found(.unclosed, end + .days(60)) == [])
    }
}

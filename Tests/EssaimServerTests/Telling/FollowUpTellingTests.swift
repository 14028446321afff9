import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Answers that nobody read and patients without an appointment, told once each. The town's clock begins on Monday
/// 23 November 2026 at 9 h 30; an answer stands an hour later.
@Suite struct FollowUpTellingTests {
    private static let reached = TellingTown.reached + [.coordinator, .secretary, .administrator, .neighbour]
    private static let answeredAt = Instant.sample + .hours(1)

    @Test func `an answer that nobody read is told once, whatever the restarts and the clock`() async throws {
        try await TellingTown.open(reached: Self.reached) { telling in
            try await telling.town.keep(.sample(.answered, isUnread: true))
            let due = Self.answeredAt + .days(5)
            for (at, told) in [
                (due - .hours(60) - .milliseconds(1), 0), (due - .hours(60), 1), (due - .hours(60), 0),
                (due - .hours(61), 0), (due - .hours(30), 1), (due, 1), (due, 0), (due + .days(1), 0),
            ] {
                telling.town.clock.set(to: at)
                #expect(try await telling.look() == told)
            }
            #expect(try telling.town.ledger.counts()["guarantee_steps"] == 3)
            let people = ["asker", "colleague", "delegate", "coordinator", "senior"]
            #expect(try telling.notices() == Set(people.map { "\($0) unread mail waiting" }))
            try telling.goTo(12, 30, days: 7)
            try await telling.send()
            #expect(telling.mail.events.count == 5 && telling.mail.events["asker@exemple.fr"] == [.unread])
        }
    }

    @Test func `read before the digest, it is told to nobody`() async throws {
        try await TellingTown.open(reached: Self.reached) { telling in
            try await telling.town.keep(.sample(.declined, isUnread: true))
            telling.town.clock.set(to: Self.answeredAt + .days(5))
            #expect(try await telling.look() == 1)
            _ = try await telling.town.browser(of: .colleague).act(on: "request", "lu")
            try telling.goTo(12, 30, days: 7)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty)
            #expect(try telling.notices().allSatisfy { $0.hasSuffix("dropped") })
        }
    }

    @Test func `an urgent answer that nobody read is told at once, at night too`() async throws {
        try await TellingTown.open(reached: [.asker, .senior]) { telling in
            try telling.goTo(22)
            let sent = telling.town.clock.now()
            try await telling.town.keep(.sample(.answered, sentAt: sent, urgency: .urgent, isUnread: true))
            telling.town.clock.set(to: sent + .hours(5))
            #expect(try await telling.look() == 1)
            try await telling.send()
            #expect(telling.mail.events == ["asker@exemple.fr": [.unread], "senior@exemple.fr": [.unread]])
        }
    }

    @Test func `many servers that look at once tell each demand once, slice after slice`() async throws {
        try await TellingTown.open(reached: [.asker]) { telling in
            let count = DueWatch.slice + 20
            try await telling.town.server.store.write { tx in
                for rank in 1...count {
                    try tx.insert(
                        .sample(.answered, id: Identifier("r-\(rank)"), rank: UInt64(rank), isUnread: true))
                }
            }
            telling.town.clock.set(to: Self.answeredAt + .days(6))
            let told = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 { group.addTask { try await telling.look() } }
                return try await group.reduce(0, +)
            }
            #expect(told == count)
            #expect(try telling.notices() == ["asker unread mail waiting"])
            #expect(try telling.town.ledger.counts()["notices"] == count)
        }
    }

    @Test func `what has been unread for a fortnight when first seen is told once to each`() async throws {
        try await TellingTown.open(reached: [.asker, .senior]) { telling in
            try await telling.town.keep(.sample(.answered, isUnread: true))
            telling.town.clock.set(to: Self.answeredAt + .days(14))
            #expect(try await telling.look() == 1)
            #expect(try telling.town.ledger.counts()["notices"] == 2)
        }
    }
}

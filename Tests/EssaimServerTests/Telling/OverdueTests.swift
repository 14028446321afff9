import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// A delay that passes is told once for each stage. A routine demand of the town has seven days.
@Suite struct OverdueTests {
    private func due(_ demand: String, _ telling: TellingTown) async throws -> Instant {
        try #require(try await telling.town.stored(demand)?.clock?.dueAt)
    }

    @Test func `each stage once: at the hour, a day later, whatever the restarts and the clock`() async throws {
        try await TellingTown.open { telling in
            let demand = try await telling.town.takenDemand()
            let due = try await due(demand, telling)
            telling.town.clock.set(to: due)
            #expect(try await telling.look() == 0, "not yet late")
            telling.town.clock.set(to: due + .milliseconds(1))
            #expect(try await telling.look() == 1)
            #expect(try await telling.look() == 0)
            let told = try telling.notices()
            #expect(told.contains("senior overdue mail waiting") && told.contains("asker overdue mail waiting"))
            // The clock goes back an hour, and passes the due time again.
            telling.town.clock.set(to: due - .hours(1))
            #expect(try await telling.look() == 0)
            telling.town.clock.set(to: due + .hours(2))
            #expect(try await telling.look() == 0)
            telling.town.clock.set(to: due + .hours(24) + .milliseconds(1))
            #expect(try await telling.look() == 1)
            #expect(try await telling.look() == 0)
            #expect(try telling.town.ledger.counts()["overdue_told"] == 2)
        }
    }

    @Test func `many servers that look at once tell each demand once`() async throws {
        try await TellingTown.open { telling in
            let demands = try await telling.town.manyDemands(12)
            telling.town.clock.set(to: try await due(demands[0], telling) + .hours(1))
            let told = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await telling.look() } }
                return try await group.reduce(0, +)
            }
            #expect(told == 12)
            let perExpert = try telling.town.ledger.look.texts(
                "SELECT person_id || ' ' || count(*) FROM notices WHERE event = 'overdue' GROUP BY person_id")
            #expect(Set(perExpert) == ["asker 12", "senior 12", "second 12", "junior 12"])
        }
    }

    @Test func `a server that was away for two days tells once, and of what is a month late not at all`() async throws {
        try await TellingTown.open { telling in
            let demand = try await telling.town.takenDemand()
            let due = try await due(demand, telling)
            telling.town.clock.set(to: due + .days(2))
            #expect(try await telling.look() == 1)
            #expect(try await telling.look() == 0)
            let other = try await telling.town.manyDemands(1)[0]
            telling.town.clock.set(to: try await self.due(other, telling) + .days(30))
            #expect(try await telling.look() == 0)
        }
    }

    @Test func `what waits for information, or was answered, is not late`() async throws {
        try await TellingTown.open { telling in
            let demand = try await telling.town.takenDemand()
            _ = try await telling.town.browser(of: .senior).act(
                on: demand, "demander-precision", [("texte", Canary.asked)])
            let due = try await due(demand, telling)
            let answered = try await telling.town.answeredDemand()
            telling.town.clock.set(to: due + .hours(2))
            _ = try await telling.look()
            #expect(try telling.notices().allSatisfy { !$0.contains(" overdue ") })
            #expect(try await telling.town.stored(answered)?.state == .answered)
        }
    }

    @Test func `answered before the digest, the delay is told to nobody`() async throws {
        try await TellingTown.open { telling in
            let demand = try await telling.town.takenDemand()
            telling.town.clock.set(to: try await due(demand, telling) + .milliseconds(1))
            #expect(try await telling.look() == 1)
            let expert = try await telling.town.browser(of: .senior)
            let form = try await expert.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
            _ = try await expert.submit(
                form, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
            telling.town.clock.advance(by: .days(1))
            try await telling.send()
            #expect(telling.mail.events["senior@exemple.fr"] == nil)
            #expect(telling.mail.events["asker@exemple.fr"] == [.answered])
        }
    }
}

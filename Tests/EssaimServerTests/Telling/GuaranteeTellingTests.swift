import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// What is told because nobody answered. A routine demand of the town has seven days.
@Suite struct GuaranteeTellingTests {
    private func due(_ demand: String, _ telling: TellingTown) async throws -> Instant {
        try #require(try await telling.town.stored(demand)?.clock?.dueAt)
    }

    @Test func `a delay that passes is told once, whatever the restarts and the clock`() async throws {
        try await TellingTown.open(reached: TellingTown.reached + [.coordinator]) { telling in
            let demand = try await telling.town.manyDemands(1)[0]
            let due = try await due(demand, telling)
            telling.town.clock.set(to: due - .milliseconds(1))
            #expect(try await telling.look() == 1)
            #expect(try telling.notices() == ["coordinator alerted mail waiting"], "the reminder is overtaken")
            for (at, done) in [(due, 1), (due, 0), (due - .hours(1), 0), (due + .hours(2), 0), (due + .hours(25), 0)] {
                telling.town.clock.set(to: at)
                #expect(try await telling.look() == done)
            }
            #expect(
                try telling.notices() == [
                    "coordinator alerted mail waiting", "coordinator overdue mail waiting",
                    "asker overdue mail waiting",
                ])
            #expect(try telling.town.ledger.counts()["guarantee_steps"] == 4)
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
            let perPerson = try telling.town.ledger.look.texts(
                "SELECT person_id || ' ' || count(*) FROM notices WHERE event = 'overdue' GROUP BY person_id")
            #expect(Set(perPerson) == ["asker 12"])
        }
    }

    @Test func `a reminder names nobody and nothing of the patient, and waits for the digest`() async throws {
        try await TellingTown.open { telling in
            let demand = try await telling.town.manyDemands(1)[0]
            let request = try #require(try await telling.town.stored(demand))
            let clock = try #require(request.clock)
            telling.town.clock.set(to: clock.instant(atShare: 25, in: LocalTime()))
            #expect(try await telling.look() == 1)
            try telling.goTo(12, 30, days: 4)
            try await telling.send()
            #expect(telling.mail.events["senior@exemple.fr"] == [.reminded])
            #expect(telling.mail.events["asker@exemple.fr"] == nil)
            let words = telling.words(now: telling.town.clock.now())
            let mails = telling.mail.carried.map { words.mail($0.message.content) + words.subject($0.message.content) }
            for secret in ["Fictive", "Rozenn", "Le Goff", "Guivarch", request.content.question] {
                #expect(mails.allSatisfy { !$0.contains(secret) }, "\(secret)")
            }
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

    @Test func `taken before the digest, the reminder is told to nobody else`() async throws {
        try await TellingTown.open { telling in
            let demand = try await telling.town.takenDemand()
            let request = try #require(try await telling.town.stored(demand))
            telling.town.clock.set(to: try #require(request.clock).instant(atShare: 100, in: LocalTime()))
            #expect(try await telling.look() == 1)
            #expect(try await telling.town.stored(demand)?.state == .submitted, "half of the time in silence")
            #expect(try telling.notices().contains("senior handedBack mail waiting"))
            _ = try await telling.town.browser(of: .second).act(on: demand, "prendre")
            telling.town.clock.advance(by: .days(1))
            try await telling.send()
            #expect(telling.mail.events["senior@exemple.fr"] == nil)
        }
    }
}

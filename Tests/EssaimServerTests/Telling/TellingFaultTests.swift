import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// What becomes of a message when the mail server or the gateway does not take it.
@Suite struct TellingFaultTests {
    @Test
    func `a message that fails comes back after growing pauses, under the same name, and is given up after a day`()
        async throws
    {
        try await TellingTown.open { telling in
            telling.mail.fail(with: .away("timedOut"))
            let never = TellingHours(digests: [750], quietFrom: 0, quietTo: 0, quietSundays: false)
            try await telling.choose(TellingChoices(hours: never), .asker)
            _ = try await telling.town.takenDemand()
            try telling.goTo(12, 30)
            let start = telling.town.clock.now()
            var tries: [Duration] = []
            while telling.town.clock.now() - start < .hours(30) {
                let before = telling.mail.carried.count
                try await telling.send()
                if telling.mail.carried.count > before { tries.append(telling.town.clock.now() - start) }
                telling.town.clock.advance(by: .minutes(1))
            }
            #expect(Array(tries.prefix(7)) == [0, 1, 3, 7, 15, 31, 63].map { Duration.minutes($0) })
            let pauses = zip(tries.dropFirst(), tries).map { $0 - $1 }
            #expect(pauses.allSatisfy { $0 <= .minutes(60) } && pauses == pauses.sorted())
            #expect(try #require(tries.last) < .hours(24) && tries.count > 24)
            #expect(Set(telling.mail.carried.map(\.message.id)).count == 1, "a repeat is known for one")
            #expect(try telling.notices() == ["asker taken mail givenUp"])
            let page = try await telling.town.browser(of: .asker).get("/profil")
            #expect(page.text.contains("Courriel non remis"))
            let log = telling.town.log.lines.joined(separator: "\n")
            #expect(log.contains("message given up"))
            for word in ["asker@exemple.fr", Canary.familyName] { #expect(!log.contains(word), "\(word)") }
        }
    }

    @Test func `what comes due while a message fails goes in another, and is not lost with it`() async throws {
        try await TellingTown.open { telling in
            telling.mail.fail(with: .away("status 500"))
            let first = try await telling.town.takenDemand()
            try telling.goTo(12, 30)
            try await telling.send()
            let second = try await telling.town.takenDemand()
            try telling.goTo(18, 30)
            telling.mail.forget()
            telling.mail.fail(with: nil)
            try await telling.send()
            #expect(Set(telling.mail.carried.map(\.message.id)).count == 2)
            let told = telling.mail.carried.flatMap { one -> [String] in
                guard case .news(let news) = one.message.content else { return [] }
                return news.map(\.matter.request.rawValue)
            }
            #expect(Set(told) == [first, second] && told.count == 2)
        }
    }

    @Test func `a server that died in the middle sends again, under the same name`() async throws {
        try await TellingTown.open { telling in
            _ = try await telling.town.takenDemand()
            try telling.goTo(12, 30)
            let now = telling.town.clock.now()
            let claimed = try await telling.town.server.store.write {
                try $0.claimNotices(on: .mail, dueBy: now, until: now + .minutes(5))
            }
            let name = try #require(claimed.first?.message)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty, "claimed by another")
            telling.town.clock.advance(by: .minutes(5))
            try await telling.send()
            #expect(telling.mail.carried.map(\.message.id) == [name])
        }
    }

    @Test func `a digest that a server finds late, at night, waits for the morning`() async throws {
        try await TellingTown.open { telling in
            _ = try await telling.town.takenDemand()
            for (hour, minute, days) in [(23, 0, 0), (3, 0, 1), (7, 29, 1)] {
                try telling.goTo(hour, minute, days: days)
                try await telling.send()
                #expect(telling.mail.carried.isEmpty, "\(hour) h")
            }
            try telling.goTo(7, 30, days: 1)
            try await telling.send()
            #expect(telling.mail.carried.count == 1)
        }
    }

    @Test func `two workers at once send each message once`() async throws {
        try await TellingTown.open { telling in
            for _ in 0..<3 {
                _ = try await telling.town.browser(of: .asker).sentDemand(Typed.complete(but: [("urgency", "urgent")]))
            }
            let round = telling.town.server.round(telling.mail)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { while try await round.workOnce() {} } }
                try await group.waitForAll()
            }
            let ids = telling.mail.carried.map(\.message.id)
            #expect(ids.count == 9 && Set(ids).count == 9, "three demands, three experts")
        }
    }

    @Test func `an address that cannot be written to is given up at once`() async throws {
        try await TellingTown.open { telling in
            telling.mail.fail(with: .badAddress)
            _ = try await telling.town.takenDemand()
            try telling.goTo(12, 30)
            try await telling.send()
            #expect(try telling.notices() == ["asker taken mail givenUp"])
        }
    }

    @Test func `what was told is forgotten after a while, what waits is not`() async throws {
        try await TellingTown.open { telling in
            _ = try await telling.town.answeredDemand()
            try telling.goTo(12, 30)
            try await telling.send()
            _ = try await telling.town.takenDemand()
            let later = telling.town.clock.now() + .days(1)
            try await telling.town.server.store.write { try $0.forgetNotices(settledBefore: later) }
            #expect(try telling.notices() == ["asker taken mail waiting"])
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// When people are told, and of what: the clock stands where the test puts it. It begins on a Monday at 9 h 30.
@Suite struct TellingMomentTests {
    @Test func `what does not press waits for the digest, and goes as one message`() async throws {
        try await TellingTown.open { telling in
            let first = try await telling.town.answeredDemand()
            let second = try await telling.town.takenDemand()
            #expect(
                try telling.notices().isSuperset(of: ["asker taken mail waiting", "asker answered mail waiting"]))
            try await telling.send()
            #expect(telling.mail.carried.isEmpty, "9 h 30")
            try telling.goTo(12, 29)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty, "12 h 29")
            try telling.goTo(12, 30)
            try await telling.send()
            // The first was taken, and answered since: only the answer is told.
            #expect(telling.mail.events == ["asker@exemple.fr": [.answered, .taken]])
            #expect(telling.mail.carried.count == 1)
            guard case .news(let news)? = telling.mail.carried.first?.message.content else {
                Issue.record("no news")
                return
            }
            #expect(news.map(\.matter.request.rawValue) == [first, second])
            #expect(try telling.notices().contains("asker taken mail dropped"))
            try telling.goTo(18, 30)
            try await telling.send()
            #expect(telling.mail.carried.count == 1, "told once")
        }
    }

    @Test func `an urgent demand is told at once to its pool, on a Sunday night too, and each step to who asks`()
        async throws
    {
        try await TellingTown.open { telling in
            try telling.goTo(3, days: 6)
            let asker = try await telling.town.browser(of: .asker)
            let demand = try await asker.sentDemand(Typed.complete(but: [("urgency", "urgent")]))
            try await telling.send()
            #expect(
                telling.mail.events == [
                    "senior@exemple.fr": [.newUrgent], "second@exemple.fr": [.newUrgent],
                    "junior@exemple.fr": [.newUrgent],
                ])
            telling.mail.forget()
            _ = try await telling.town.browser(of: .senior).act(on: demand, "prendre")
            try await telling.send()
            #expect(telling.mail.events == ["asker@exemple.fr": [.taken]])
        }
    }

    @Test func `nobody is told of what they did themselves`() async throws {
        try await TellingTown.open { telling in
            try await telling.town.server.store.write { tx in
                try tx.join(Person.asker.id, pool: Pool.north.id, as: .senior, status: .active)
            }
            _ = try await telling.town.browser(of: .asker).sentDemand(Typed.complete(but: [("urgency", "urgent")]))
            #expect(try !telling.notices().contains { $0.hasPrefix("asker ") })
            #expect(try telling.notices().contains("senior newUrgent mail waiting"))
        }
    }

    @Test func `an answer read before the digest is told to nobody`() async throws {
        try await TellingTown.open { telling in
            let demand = try await telling.town.answeredDemand()
            _ = try await telling.town.browser(of: .asker).act(on: demand, "lu")
            try telling.goTo(12, 30)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty)
            #expect(try telling.notices() == ["asker taken mail dropped", "asker answered mail dropped"])
        }
    }

    @Test func `who may no longer see a demand is told nothing of it`() async throws {
        try await TellingTown.open { telling in
            _ = try await telling.town.answeredDemand()
            try await telling.town.server.store.write { tx in
                try tx.join(Person.asker.id, structure: Structure.practice.id, as: .member, status: .suspended)
            }
            try telling.goTo(12, 30)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty)
        }
    }

    @Test func `a question and its answer go between who asks and who answers`() async throws {
        try await TellingTown.open { telling in
            let demand = try await telling.town.takenDemand()
            let (asker, senior) = (
                try await telling.town.browser(of: .asker), try await telling.town.browser(of: .senior)
            )
            _ = try await senior.act(on: demand, "demander-precision", [("texte", Canary.asked)])
            try telling.goTo(12, 30)
            try await telling.send()
            #expect(telling.mail.events["asker@exemple.fr"] == [.taken, .informationAsked])
            _ = try await telling.town.browser(of: .asker).act(on: demand, "preciser", [("texte", Canary.given)])
            _ = asker
            try telling.goTo(18, 30)
            try await telling.send()
            #expect(telling.mail.events["senior@exemple.fr"] == [.informationGiven])
        }
    }

    @Test func `choices are kept to: nothing by mail, all by SMS, at once when there is no digest`() async throws {
        try await TellingTown.open { telling in
            try await telling.town.server.store.write { tx in
                try tx.ask("+33612345678", of: Person.asker.id, by: .sms, at: .sample)
                try tx.confirm(Person.asker.id, by: .sms)
            }
            let atOnce = TellingHours(digests: [], quietFrom: 0, quietTo: 0, quietSundays: false)
            try await telling.choose(TellingChoices(mail: .nothing, sms: .everything, hours: atOnce), .asker)
            _ = try await telling.town.takenDemand()
            try await telling.send()
            #expect(telling.mail.carried.isEmpty)
            #expect(telling.sms.events == ["+33612345678": [.taken]])
        }
    }

    @Test func `one whose account was closed meanwhile is left no word`() async throws {
        try await TellingTown.open(reached: [.asker]) { telling in
            let demand = try await telling.town.browser(of: .asker).sentDemand()
            try telling.town.ledger.execute("UPDATE accounts SET is_disabled = TRUE WHERE person_id = 'asker'")
            _ = try await telling.town.browser(of: .senior).act(on: demand, "prendre")
            #expect(try await telling.town.stored(demand)?.state == .taken)
            #expect(try telling.notices().isEmpty)
        }
    }

    @Test func `an address that is not confirmed is sent nothing, nor one of a closed account`() async throws {
        try await TellingTown.open(reached: [.closed]) { telling in
            try await telling.town.server.store.write { tx in
                try tx.ask("asker@exemple.fr", of: Person.asker.id, by: .mail, at: .sample + .days(9))
            }
            _ = try await telling.town.answeredDemand()
            #expect(try telling.notices().isEmpty)
        }
    }

    @Test func `without mail nor gateway nothing is left, and the page says so`() async throws {
        try await ServedTown.open { town in
            _ = try await town.answeredDemand()
            #expect(try town.ledger.counts()["notices"] == 0)
            let page = try await town.browser(of: .asker).get("/profil")
            #expect(page.text.contains("Ce serveur n’envoie ni courriel ni SMS"))
            #expect(throws: (any Error).self) { try page.form(to: "/profil/courriel") }
        }
    }

    @Test func `a change that is rolled back tells nobody`() async throws {
        try await TellingTown.open { telling in
            let demand = try await telling.town.takenDemand()
            let before = try telling.notices()
            // The report's job cannot be written: the answer's transaction ends with nothing.
            try telling.town.ledger.execute("ALTER TABLE jobs RENAME TO jobs_away")
            let expert = try await telling.town.browser(of: .senior)
            let form = try await expert.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
            let page = try await expert.submit(
                form, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
            #expect(page.status >= 500)
            try telling.town.ledger.execute("ALTER TABLE jobs_away RENAME TO jobs")
            #expect(try telling.notices() == before)
            #expect(try await telling.town.stored(demand)?.state == .taken)
        }
    }
}

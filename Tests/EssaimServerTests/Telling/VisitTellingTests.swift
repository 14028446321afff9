import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Patients to be seen: who books is told what waits, who asked what came of it.
@Suite struct VisitTellingTests {
    private static let reached = TellingTown.reached + [.coordinator, .secretary]
    /// The middle of the delay is in the night to Saturday 28 November.
    private static let before = CivilDate(year: 2026, month: 12, day: 3)
    private static let booking = [
        ("jour", "01/12/2026"), ("heure", "14 h 30"), ("lieu", "Consultation, Lannion"), ("avec", "Dr Guivarch"),
    ]

    private static var demand: AdviceRequest {
        let answer = AnswerContent(text: "AVIS-4711", orientation: .quickConsultation, seeBefore: before)
        return .sample(.answered, urgency: .urgent, answer: answer, visit: Visit(since: .sample, before: before))
    }

    private func book(_ telling: TellingTown) async throws {
        let secretary = try await telling.town.browser(of: .secretary)
        let form = try await secretary.get("/a-voir/request").form(to: "/a-voir/request/rendez-vous")
        #expect(try await secretary.submit(form, Self.booking).status == 303)
    }

    @Test func `half of the delay without an appointment is told to who books, without a word of the demand`()
        async throws
    {
        try await TellingTown.open(reached: Self.reached) { telling in
            try await telling.town.keep(Self.demand)
            try telling.goTo(18, 30, days: 4)
            #expect(try await telling.look() == 0)
            try telling.goTo(8, days: 5)
            #expect(try await telling.look() == 1)
            #expect(try await telling.look() == 0)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty, "at the digest, however near the day")
            try telling.goTo(12, 30, days: 5)
            try await telling.send()
            #expect(
                telling.mail.events == ["senior@exemple.fr": [.unbooked], "secretary@exemple.fr": [.unbooked]])
            let content = try #require(telling.mail.carried.first).message.content
            let words = telling.words(now: telling.town.clock.now())
            for text in [words.subject(content), words.mail(content), words.sms(content)] {
                for word in ["rgent", "/demandes/", "AVIS-4711", "FICTIVE", "Fictive", "Rozenn"] {
                    #expect(!text.contains(word), "\(word): \(text)")
                }
            }
            #expect(words.mail(content).contains("https://essaim.exemple.fr/a-voir/request\n"))
        }
    }

    @Test func `booked before the digest, who books is told nothing, and who asked is told that there is news`()
        async throws
    {
        try await TellingTown.open(reached: Self.reached) { telling in
            try await telling.town.keep(Self.demand)
            try telling.goTo(8, days: 5)
            #expect(try await telling.look() == 1)
            try await book(telling)
            #expect(
                try telling.notices() == [
                    "senior unbooked mail waiting", "secretary unbooked mail waiting", "asker visitNews mail waiting",
                ])
            try telling.goTo(12, 30, days: 5)
            try await telling.send()
            #expect(telling.mail.events == ["asker@exemple.fr": [.visitNews]])
            // Nobody came, and nobody was asked again: the day itself is told.
            try telling.goTo(12, 30, days: 10)
            #expect(try await telling.look() == 1)
            telling.mail.forget()
            try await telling.send()
            #expect(telling.mail.events == ["senior@exemple.fr": [.unseen], "secretary@exemple.fr": [.unseen]])
        }
    }

    @Test func `news that were looked at before the digest are told to nobody, and never at once`() async throws {
        try await TellingTown.open(reached: Self.reached) { telling in
            try await telling.town.keep(Self.demand)
            let atOnce = TellingHours(digests: [750], quietFrom: 0, quietTo: 0, quietSundays: false)
            try await telling.choose(TellingChoices(mail: .everything, sms: .everything, hours: atOnce), .asker)
            try await book(telling)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty, "urgent as the demand was")
            _ = try await telling.town.browser(of: .colleague).act(on: "request", "lu")
            try telling.goTo(12, 30)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty)
            #expect(try telling.notices() == ["asker visitNews mail dropped"])
        }
    }

    @Test func `a secretary who left meanwhile is told nothing`() async throws {
        try await TellingTown.open(reached: [.secretary]) { telling in
            try await telling.town.keep(Self.demand)
            try telling.goTo(8, days: 5)
            #expect(try await telling.look() == 1)
            try telling.town.ledger.execute("UPDATE network_members SET status = 'ended' WHERE role = 'secretary'")
            try telling.goTo(12, 30, days: 5)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty)
            #expect(try telling.notices() == ["secretary unbooked mail dropped"])
        }
    }

    @Test func `west of Greenwich the network's own day is waited for`() async throws {
        try await TellingTown.open(reached: Self.reached) { telling in
            try telling.town.ledger.execute("UPDATE networks SET time_zone = 'America/Guadeloupe'")
            try await telling.town.keep(Self.demand)
            let half = try #require(Self.demand.watchedAt(.unbooked))
            telling.town.clock.set(to: half + .hours(2) - .milliseconds(1))
            #expect(try await telling.look() == 0)
            telling.town.clock.set(to: half + .hours(2))
            #expect(try await telling.look() == 1)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// What a message says, and all that it must not.
@Suite struct TellingWordsTests {
    /// Names, questions and answers with line ends and headers in them, each word found nowhere else.
    static let hostile = "Kanarivogel\r\nBcc: voleur@exemple.fr\r\n\r\n<b>serin-4711</b>"

    @Test func `no message says a name, a question, an answer or who wrote, whatever was typed`() async throws {
        try await TellingTown.open { telling in
            let town = telling.town
            for person in TellingTown.reached {
                let atOnce = TellingHours(digests: [], quietFrom: 0, quietTo: 0, quietSundays: false)
                try await telling.choose(TellingChoices(mail: .everything, sms: .everything, hours: atOnce), person)
                try await town.server.store.write { tx in
                    try tx.ask("+336000000\(person.id.rawValue.count + 10)", of: person.id, by: .sms, at: .sample)
                    try tx.confirm(person.id, by: .sms)
                }
            }
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand(
                Typed.complete(but: [("urgency", "urgent"), ("question", Canary.question + Self.hostile)]))
            try await telling.send()
            let senior = try await town.browser(of: .senior)
            _ = try await senior.act(on: demand, "prendre")
            _ = try await senior.act(on: demand, "demander-precision", [("texte", Canary.asked + Self.hostile)])
            try await telling.send()
            _ = try await asker.act(on: demand, "preciser", [("texte", Canary.given + Self.hostile)])
            try await telling.send()
            _ = try await asker.act(
                on: demand, "corriger-identite",
                [
                    ("patient.birthFamilyName", Canary.familyName), ("patient.firstGivenName", "Malo"),
                    ("patient.birthDate", "03/02/1971"), ("patient.sex", "male"),
                    ("motif", Canary.remark + Self.hostile),
                ])
            try await telling.send()
            let form = try await senior.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
            _ = try await senior.submit(
                form,
                [
                    ("text", Canary.advice + Self.hostile), ("orientation", "plannedConsultation"),
                    ("seeBefore", "25/11/2026"), ("_suite", "envoyer"),
                ])
            try await telling.send()
            _ = try await asker.act(on: demand, "question", [("texte", Canary.remark + Self.hostile)])
            try await telling.send()
            town.clock.advance(by: .days(3))
            _ = try await telling.look()
            try await telling.send()

            let carried = telling.mail.carried + telling.sms.carried
            let events = Set(telling.mail.events.values.flatMap { $0 })
            #expect(
                events.isSuperset(of: [
                    .newUrgent, .informationAsked, .informationGiven, .identityCorrected, .patientToBeSeen,
                    .followUpAsked, .overdue,
                ]), "\(events)")
            let words = telling.words(now: town.clock.now())
            let people = Person.samples.flatMap { [$0.familyName, $0.givenName] }
            let forbidden =
                Canary.all + people
                + [
                    "Bcc", "voleur", "lésion", "12/08/1958", "1958", "Malo", "1971", "Cabinet", "Léguer", "à revoir",
                    "consultation",
                ]
            for (message, _) in carried {
                let texts = [words.subject(message.content), words.mail(message.content), words.sms(message.content)]
                for text in texts {
                    for word in forbidden { #expect(!text.contains(word), "\(word): \(text)") }
                }
                #expect(!texts[0].contains { $0.isNewline } && !texts[2].contains { $0.isNewline })
            }
        }
    }

    private static func matter(_ line: String, _ urgency: Urgency) -> TellingMatter {
        TellingMatter(
            request: "0190-a", number: .sample(1), line: line, urgency: urgency, state: .submitted,
            dueAt: .sample + .hours(4), isUnread: true, holder: nil, offsets: .centralEuropean)
    }

    private let words = TellingWords(
        site: "https://essaim.exemple.fr", confirmation: { "/profil/courriel/\($0)" }, now: .sample)

    @Test func `a mail says line, urgency, delay, number and where to read more`() {
        let number = RequestNumber.sample(1).shown
        let content = TellingMessage.Content.news([
            TellingNews(event: .newUrgent, matter: Self.matter("Dermatologie", .urgent))
        ])
        #expect(words.subject(content) == "Essaim\u{A0}: urgent, demande \(number), demande urgente à prendre")
        #expect(
            words.mail(content) == """
                \(number) · Dermatologie · Urgent
                Demande urgente à prendre.
                Réponse attendue avant le lundi 23\u{A0}novembre 2026 à 13\u{A0}h\u{A0}30.
                https://essaim.exemple.fr/demandes/0190-a

                --\u{20}
                Ce message ne dit rien des patients. Ce que vous voulez recevoir, et quand\u{A0}: https://essaim.exemple.fr/profil

                """)
        #expect(
            words.sms(content)
                == "Essaim\u{A0}: urgent, \(number), demande urgente à prendre. https://essaim.exemple.fr/demandes/0190-a"
        )
    }

    @Test func `a line's title with line ends and headers stays on its line`() {
        let content = TellingMessage.Content.news([
            TellingNews(event: .taken, matter: Self.matter("Derm\r\nBcc: x@y.z\u{2028}\u{0}", .routine))
        ])
        let text = words.mail(content)
        #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix("Bcc") } && !text.contains("\r"))
        #expect(!words.subject(content).contains("Bcc"))
    }

    @Test func `many news are counted in the subject, and cut in the mail`() {
        let many = (0..<60).map { _ in TellingNews(event: .taken, matter: Self.matter("Dermatologie", .routine)) }
        #expect(words.subject(.news(many)) == "Essaim\u{A0}: 60 nouvelles de vos demandes")
        #expect(words.mail(.news(many)).contains("Et 10 autres"))
        #expect(words.sms(.news(many)).utf8.count < 160)
    }

    @Test func `a message to confirm an address holds its link or its code, and nothing of the person`() {
        let content = TellingMessage.Content.check(secret: "123456", until: .sample)
        #expect(words.mail(content).contains("https://essaim.exemple.fr/profil/courriel/123456\n"))
        #expect(words.sms(content).contains("123456") && !words.subject(content).contains("123456"))
    }
}

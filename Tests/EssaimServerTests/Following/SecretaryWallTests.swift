import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// A secretary gives appointments, and meets a wall wherever the demand itself begins.
@Suite struct SecretaryWallTests {
    private static let before = CivilDate(year: 2026, month: 12, day: 3)
    private static let booking = [
        ("jour", "26/11/2026"), ("heure", "14 h 30"), ("lieu", "Consultation, Lannion"), ("avec", "Dr Guivarch"),
    ]

    private static func demand() -> AdviceRequest {
        .sample(
            .answered,
            answer: AnswerContent(text: "AVIS-4711", orientation: .plannedConsultation, seeBefore: before),
            visit: Visit(since: .sample, before: before))
    }

    private static let doors = [
        "/demandes/request", "/demandes/request/repondre", "/demandes/request/acces", "/demandes/request/brouillon",
        "/demandes/request/verifier", "/demandes/request/compte-rendu/1.pdf", "/demandes/request/recu/1.json",
        "/demandes/request/dossier/tout.pdf", "/demandes/request/dossier/tout.zip",
        "/demandes/request/photos/attachment-photo-a", "/demandes/request/photos/attachment-photo-a/clean",
        "/patients", "/patients/patient", "/suivi", "/journal", "/a-coter",
    ]
    private static let acts = [
        "prendre", "liberer", "repondre", "amender", "decliner", "reorienter", "lu", "patient-informe", "clore",
        "ajouter-fait", "annuler", "corriger-identite", "photos",
    ]

    @Test func `nothing of the demand, its files, its report or its patient exists for the secretary who books it`()
        async throws
    {
        try await ServedTown.open { town in
            try await town.keep(Self.demand())
            try await town.server.store.write { try $0.insert(.sample(of: "request")) }
            let secretary = try await town.browser(of: .secretary)
            #expect(try await secretary.get("/a-voir/request").status == 200)
            let stored = try await town.stored("request")
            for path in Self.doors {
                let page = try await secretary.get(path)
                #expect(page.status == 404, "\(path)")
                for secret in ["AVIS-4711", "lésion", "Rozenn"] { #expect(!page.source.contains(secret), "\(path)") }
            }
            for act in Self.acts {
                let page = try await secretary.act("/demandes/request/\(act)", key: act, version: 3)
                #expect(page.status == 404, "\(act)")
            }
            #expect(try await town.stored("request") == stored)
            let search = try await secretary.search([("mots", "Fictive")])
            let found = try await secretary.get(search.location ?? "/recherche")
            #expect(!found.source.contains("/demandes/request") && !found.source.contains("Rozenn"))
            let number = RequestNumber.sample(1).shown
            let byNumber = try await secretary.search([("mots", number)])
            #expect(byNumber.location != "/demandes/request")
        }
    }

    @Test func `a secretary of another network, or one who was, books nobody here`() async throws {
        try await ServedTown.open { town in
            try await town.keep(Self.demand())
            try await town.server.store.write { tx in
                try tx.join(Person.elsewhere.id, network: Network.other.id, as: .secretary, status: .active)
                try tx.join(Person.secretary.id, network: Network.sample.id, as: .secretary, status: .ended)
            }
            let stored = try await town.stored("request")
            let other = try await town.browser(of: .elsewhere)
            #expect(try await other.get("/a-voir").text.contains("Personne à voir"))
            for browser in [other, try await town.browser(of: .secretary)] {
                #expect(try await browser.get("/a-voir/request").status == 404)
                let act = try await browser.act("/a-voir/request/vu", key: "k", version: 3)
                #expect(act.status == 404)
            }
            #expect(try await town.browser(of: .secretary).get("/a-voir").status == 404)
            #expect(try await town.stored("request") == stored)
        }
    }

    @Test func `what the secretary had open when the expert changed the day is shown anew, and nothing is booked`()
        async throws
    {
        try await ServedTown.open { town in
            try await town.keep(Self.demand())
            let secretary = try await town.browser(of: .secretary)
            let form = try await secretary.get("/a-voir/request").form(to: "/a-voir/request/rendez-vous")
            _ = try await town.browser(of: .senior).act(
                on: "request", "amender",
                [
                    ("text", "Plus tôt."), ("orientation", "plannedConsultation"), ("voir_avant", "2026-11-27"),
                    ("motif", "Relecture."),
                ])
            let stored = try await town.stored("request")
            #expect(stored?.visit?.before == CivilDate(year: 2026, month: 11, day: 27))
            let page = try await secretary.submit(form, Self.booking)
            #expect(page.status == 409 && page.text.contains("avant le 27 novembre 2026"))
            #expect(page.source.contains("Consultation, Lannion"), "what was typed is kept")
            #expect(try await town.stored("request") == stored)
            // With what stands now before their eyes, the same appointment is given.
            let again = try await secretary.submit(try page.form(to: form.action), [])
            #expect(again.status == 303)
            #expect(try await town.stored("request")?.visit?.appointment?.place == "Consultation, Lannion")
        }
    }

    @Test func `the senior who validated a junior's answer books as the junior does`() async throws {
        try await ServedTown.open { town in
            let content = AnswerContent(text: "AVIS-4711", orientation: .plannedConsultation, seeBefore: Self.before)
            let base = AdviceRequest.sample(
                .answered, holder: Person.junior.id, isJunior: true, answer: content,
                visit: Visit(since: .sample, before: Self.before))
            try await town.keep(base.validated(by: Person.second.id))
            for person in [Person.junior, .second] {
                let browser = try await town.browser(of: person)
                #expect(try await browser.get("/demandes/request").source.contains("/a-voir/request"), "\(person.id)")
                #expect(try await browser.get("/a-voir/request").status == 200, "\(person.id)")
            }
            #expect(try await town.browser(of: .senior).get("/a-voir/request").status == 404)
        }
    }
}

extension AdviceRequest {
    fileprivate func validated(by senior: Identifier<Person>) -> AdviceRequest {
        AdviceRequest(
            id: id, number: number, kind: kind, network: network, structure: structure, version: version, state: state,
            requester: requester, author: author, route: route, patient: patient, content: content, consent: consent,
            createdAt: createdAt, submittedAt: submittedAt, clock: clock, takenAt: takenAt, answeredAt: answeredAt,
            assignments: assignments,
            answers: answers.map {
                Answer(
                    version: $0.version, content: $0.content, expert: $0.expert, validatedBy: senior,
                    sentAt: $0.sentAt)
            }, visit: visit)
    }
}

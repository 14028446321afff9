import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// *Suivi*: figures told by hand for a small month, through the router.
@Suite struct ActivityTests {
    private static func sent(
        _ id: Identifier<AdviceRequest>, _ rank: UInt64, _ state: RequestState, days: Int = 0, route: Route = .north,
        orientation: Orientation = .managedRemotely
    ) -> AdviceRequest {
        .sample(
            state, id: id, rank: rank, route: route, sentAt: .sample - .days(days),
            answer: AnswerContent(text: "AVIS-4711", orientation: orientation))
    }

    /// On Monday 23 November: seven in November, one in October; every answer an hour after the sending.
    private func fill(_ town: ServedTown) async throws {
        for request in [
            Self.sent("one", 1, .answered), Self.sent("two", 2, .closed, days: 3, orientation: .plannedConsultation),
            Self.sent("three", 3, .declined, days: 2), Self.sent("four", 4, .cancelled, days: 1),
            Self.sent("five", 5, .submitted, days: 20), Self.sent("six", 6, .taken),
            Self.sent("seven", 7, .answered, days: 5, route: .tumours),
            Self.sent("october", 8, .closed, days: 40), Self.sent("draft", 9, .draft),
        ] { try await town.keep(request) }
    }

    @Test func `the month's figures are those that were counted by hand`() async throws {
        try await ServedTown.open { town in
            try await fill(town)
            let head = try await town.browser(of: .head)
            let page = try await head.get("/suivi")
            #expect(page.status == 200)
            for words in [
                "Reçues 7", "Répondues 3", "Encore ouvertes 2", "En retard maintenant 1", "Déclinées 1", "Annulées 1",
                "Médiane 1 h", "90e centile 1 h", "Sous 24 h 100 %",
                "3 réponses ; 2 demandes encore ouvertes n’ont pas de délai",
                "Avis seul 2 67 %", "Consultation programmée 1 33 %", "Boucle fermée 1 33 %",
                "Dermatologie 6 2 2 1 1 100 % 100 %", "Tumeurs cutanées 1 1 0 0 0 100 % 100 %",
                "octobre 2026 1 1 0 0 0 100 % 100 %", "septembre 2026 0 0 0 0 0 – –",
            ] { #expect(page.text.contains(words), "\(words)") }
            let october = try await head.get("/suivi?mois=2026-10")
            #expect(october.text.contains("Reçues 1 ") && october.text.contains("envoyées en octobre 2026"))
            let line = try await head.get("/suivi?mois=2026-11&ligne=tumours")
            #expect(line.text.contains("Reçues 1 ") && line.text.contains("Encore ouvertes 0"))
        }
    }

    @Test func `centiles are exact, by the nearest rank`() async throws {
        try await ServedTown.open { town in
            // Ten answers after 1, 2, … 10 days.
            for day in 1...10 {
                let base = Self.sent(Identifier("d\(day)"), UInt64(day), .answered)
                try await town.keep(
                    AdviceRequest(
                        id: base.id, number: base.number, kind: base.kind, network: base.network,
                        structure: base.structure, state: base.state, requester: base.requester, author: base.author,
                        route: base.route, patient: base.patient, content: base.content, consent: base.consent,
                        createdAt: base.createdAt, submittedAt: base.submittedAt, clock: base.clock,
                        answeredAt: .sample + .days(day), assignments: base.assignments, answers: base.answers))
            }
            town.clock.set(to: .sample + .days(7))
            let page = try await town.browser(of: .coordinator).get("/suivi?mois=2026-11")
            for words in [
                "Médiane 5 j", "Moyenne 5 j", "90e centile 9 j", "Sous 24 h 10 %", "Sous 48 h 20 %",
                "Sous 7 jours 70 %",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
        }
    }

    @Test func `what the network means to reach stands beside what it reached, for the whole network`() async throws {
        try await ServedTown.open { town in
            try await fill(town)
            try await town.server.store.write { tx in
                var network = try #require(try tx.network(Network.sample.id))
                network.goals = [
                    IndicatorGoal(.opinionsAYear, 1_300), IndicatorGoal(.answeredWithin48Hours, 50),
                    IndicatorGoal(.answeredWithin7Days, 95), IndicatorGoal(.medianHours, 48),
                    IndicatorGoal(.closedLoops, 80), IndicatorGoal(.members, 10), IndicatorGoal(.membersShare, 25),
                ]
                try tx.save(network)
            }
            let head = try await town.browser(of: .head)
            let page = try await head.get("/suivi")
            for words in [
                // Three in November and one in October.
                "Avis donnés en 2026, à la fin du mois 1 300 4", "Réponses sous 48 h 50 % 100 %",
                "Réponses sous 7 jours 95 % 100 %", "Délai médian, au plus 48 h 1 h", "Boucles fermées 80 % 33 %",
                "Part des spécialistes du territoire 25 % non mesuré ici",
            ] { #expect(page.text.contains(words), "\(words)") }
            let doctors = try await town.server.store.read { try $0.doctorCount(of: Network.sample.id) }
            #expect(doctors > 1 && page.text.contains("Médecins dans l’équipe, aujourd’hui 10 \(doctors) "))
            #expect(!(try await head.get("/suivi?ligne=tumours").text.contains("Objectifs")))
        }
    }

    @Test func `a month begins and ends by the network's own clock`() async throws {
        try await ServedTown.open { town in
            // Midnight of 1 November in Paris is 23:00 UTC the day before.
            let midnight = OffsetRules.centralEuropean.instant(
                of: try #require(CivilDateTime.parse("2026-11-01T00:00")))
            try await town.keep(.sample(.submitted, id: "in", rank: 1, sentAt: midnight))
            try await town.keep(.sample(.submitted, id: "out", rank: 2, sentAt: midnight - .milliseconds(1)))
            let head = try await town.browser(of: .head)
            #expect(try await head.get("/suivi?mois=2026-11").text.contains("Reçues 1 "))
            #expect(try await head.get("/suivi?mois=2026-10").text.contains("Reçues 1 "))
        }
    }

    @Test func `what one would have done is told with who said it, and of how many`() async throws {
        try await ServedTown.open { town in
            try await fill(town)
            let asker = try await town.browser(of: .asker)
            _ = try await asker.act(on: "one", "clore", [("suivi", "followed"), ("sinon", "emergency")])
            let page = try await town.browser(of: .coordinator).get("/suivi")
            #expect(
                page.text.contains(
                    "Déclaré par la structure qui demande, à la clôture : 1 réponse sur 2 boucles fermées"))
            #expect(page.text.contains("Adressé aux urgences 1 100 %") && page.text.contains("Avis : suivi 1 100 %"))
        }
    }

    @Test func `an archived loop is counted as not closed`() async throws {
        try await ServedTown.open { town in
            try await town.keep(Self.sent("old", 1, .answered))
            town.clock.advance(by: .days(61))
            _ = try await town.server.requests.archiveUnclosed()
            let page = try await town.browser(of: .head).get("/suivi?mois=2026-11")
            #expect(page.text.contains("Boucle fermée 0 0 %"))
            #expect(page.text.contains("Boucle non fermée, archivée à 60 jours 1 100 %"))
        }
    }

    @Test func `the files say the same, without anyone's name, and no cell of theirs is a formula`() async throws {
        try await ServedTown.open { town in
            try await fill(town)
            try town.ledger.execute("UPDATE offers SET title = '=1+1;\"x' WHERE id = 'tumours'")
            let head = try await town.browser(of: .head)
            let figures = try await head.get("/suivi/chiffres.csv")
            #expect(figures.header("Content-Type") == "text/csv; charset=utf-8")
            #expect(figures.source.contains("Reçues;7") && figures.source.contains("'=1+1"))
            let lines = try await head.get("/suivi/demandes.csv?mois=2026-11")
            let rows = lines.source.split(separator: "\r\n")
            #expect(rows.count == 8, "a heading and seven demands")
            #expect(
                lines.source.contains(
                    "2026-11;Dermatologie;Nord;Simple;Répondue;30;60;Avis seul;non;;;non;non précisé;"))
            #expect(lines.source.contains("\"'=1+1;\"\"x\""))
            for page in [figures, lines, try await head.get("/suivi")] {
                for secret in ["Fictive", "Rozenn", "Le Goff", "Guivarch", "AVIS-4711", "lésion", "Cabinet"] {
                    #expect(!page.text.contains(secret), "\(secret)")
                }
                #expect(!page.source.contains(RequestNumber.sample(1).shown))
            }
            #expect(try town.ledger.history().count { $0 == "activity.export done" } == 1)
        }
    }

    @Test func `the head of another network follows that one, whatever the address asks`() async throws {
        try await ServedTown.open { town in
            try await fill(town)
            try await town.server.store.write {
                try $0.join(Person.elsewhere.id, network: Network.other.id, as: .head, status: .active)
            }
            let other = try await town.browser(of: .elsewhere)
            for path in ["/suivi", "/suivi?reseau=\(Network.sample.id)&ligne=tumours"] {
                let page = try await other.get(path)
                #expect(page.status == 200 && page.text.contains("Reçues 0 ") && page.text.contains("Répondues 0 "))
                #expect(!page.text.contains("Tumeurs cutanées"))
            }
            let lines = try await other.get("/suivi/demandes.csv?reseau=\(Network.sample.id)&mois=2026-11")
            #expect(lines.status == 200 && lines.source.split(separator: "\r\n").count == 1, "a heading alone")
        }
    }

    @Test(
        arguments: [
            "/suivi?mois=2026-13", "/suivi?mois=9999-12", "/suivi?mois='%20OR%201=1", "/suivi?ligne=%3Cscript%3E",
            "/suivi?reseau=other-network", "/suivi?mois=&ligne=&reseau=", "/suivi?mois=0001-01",
        ])
    func `a filter that names nothing is left out`(path: String) async throws {
        try await ServedTown.open { town in
            try await fill(town)
            let page = try await town.browser(of: .head).get(path)
            #expect(page.status == 200 && !page.source.contains("<script>"))
            #expect(page.text.contains("Suivi") && !page.text.contains("Réseau voisin"))
        }
    }
}

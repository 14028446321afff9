import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// *À voir*, through the router.
@Suite struct VisitPageTests {
    private static let before = CivilDate(year: 2026, month: 12, day: 3)
    private static let answer = AnswerContent(
        text: "AVIS-4711", orientation: .plannedConsultation, limits: "LIMITES-4711", seeBefore: before)
    private static let booking = [
        ("jour", "26/11/2026"), ("heure", "14 h 30"), ("lieu", "Consultation, Lannion"), ("avec", "Dr Guivarch"),
    ]

    private static func demand(_ id: Identifier<AdviceRequest> = "request", rank: UInt64 = 1) -> AdviceRequest {
        .sample(.answered, id: id, rank: rank, answer: answer, visit: Visit(since: .sample, before: before))
    }

    private func form(_ page: Page, _ act: String) throws -> PageForm { try page.form(to: "/a-voir/request/\(act)") }

    @Test func `the answer that names a day puts the patient on the list of who answered and of the secretary`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let senior = try await town.browser(of: .senior)
            let reply = try await senior.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
            _ = try await senior.submit(
                reply,
                [
                    ("text", Canary.advice), ("orientation", "plannedConsultation"), ("seeBefore", "2026-12-03"),
                    ("_suite", "envoyer"),
                ])
            for person in [Person.senior, .secretary] {
                let list = try await town.browser(of: person).get("/a-voir")
                #expect(list.status == 200 && list.source.contains("/a-voir/\(demand)"), "\(person.id)")
                #expect(list.text.contains("avant le 3 décembre 2026") && list.text.contains("À convoquer"))
            }
            let others = try await town.browser(of: .second).get("/a-voir")
            #expect(others.status == 200 && !others.source.contains(demand))
            #expect(try await senior.get("/demandes").text.contains("À voir 1"))
        }
    }

    @Test func `the secretary finds what is needed to book, and nothing clinical, wherever they look`() async throws {
        try await ServedTown.open { town in
            try await town.keep(Self.demand())
            let secretary = try await town.browser(of: .secretary)
            for path in ["/a-voir", "/a-voir/request"] {
                let page = try await secretary.get(path)
                #expect(page.status == 200)
                for needed in [
                    "FICTIVE Rozenn", "12/08/1958", "3 décembre 2026", "Dermatologie", "Le Goff", "Cabinet du Léguer",
                ] {
                    #expect(page.text.contains(needed), "\(path): \(needed)")
                }
                for clinical in [
                    "lésion", "trois mois", "AVIS-4711", "LIMITES-4711", "/photos", "Consultation programmée",
                ] {
                    #expect(!page.source.contains(clinical), "\(path): \(clinical)")
                }
            }
            let before = try await town.stored("request")
            for path in ["/demandes/request", "/demandes/request/repondre", "/demandes/request/acces"] {
                #expect(try await secretary.get(path).status == 404, "\(path)")
            }
            #expect(try await secretary.act("/demandes/request/lu", key: "k", version: 3).status == 404)
            #expect(try await town.stored("request") == before)
            #expect(try await secretary.get("/demandes").location == "/a-voir")
            let entries = try town.ledger.history()
            #expect(entries.contains("worklist.view done") && entries.contains("request.view done"))
        }
    }

    @Test func `an appointment that the secretary gives is news for the asker, in one tap read`() async throws {
        try await ServedTown.open { town in
            try await town.keep(Self.demand())
            let secretary = try await town.browser(of: .secretary)
            let booked = try await secretary.submit(
                try form(try await secretary.get("/a-voir/request"), "rendez-vous"), Self.booking)
            #expect(booked.status == 303)
            let stored = try await town.stored("request")
            #expect(stored?.visit?.appointment?.place == "Consultation, Lannion" && stored?.version == 4)
            #expect(try town.ledger.history().contains("request.bookVisit done"))

            let asker = try await town.browser(of: .asker)
            let page = try await asker.get("/demandes/request")
            #expect(page.text.contains("Rendez-vous pris") && page.text.contains("Consultation, Lannion"))
            #expect(page.text.contains("a noté un rendez-vous"))
            #expect(!page.source.contains("/a-voir/request"), "the asker gives no appointment")
            let news = try await asker.get("/demandes?vue=nouvelles")
            _ = try await asker.submit(try news.form(to: "/demandes/request/lu"))
            #expect(try await asker.get("/demandes?vue=nouvelles").text.contains("Aucune nouvelle"))

            town.clock.advance(by: .days(4))
            let later = try await town.browser(of: .secretary)
            let seen = try await later.submit(try form(try await later.get("/a-voir/request"), "vu"))
            #expect(seen.location == "/a-voir?fait=patient-vu")
            #expect(try await later.get("/a-voir").text.contains("Personne à voir"))
            #expect(try await town.stored("request")?.visit?.end == .seen)
        }
    }

    @Test func `half of the delay without an appointment is said, then that it is late, and nothing is stored`()
        async throws
    {
        try await ServedTown.open { town in
            try await town.keep(Self.demand())
            let stored = try await town.stored("request")
            for (days, word) in [(4, "À convoquer"), (5, "Mi-délai, sans rendez-vous"), (10, "En retard")] {
                town.clock.set(to: .sample + .days(days))
                for (person, path) in [
                    (Person.secretary, "/a-voir"), (.senior, "/a-voir"), (.asker, "/demandes/request"),
                ] {
                    #expect(try await town.browser(of: person).get(path).text.contains(word), "\(person.id) \(days)")
                }
            }
            #expect(try await town.stored("request") == stored)
        }
    }

    @Test func `of two secretaries who book at once one does, the other sees it and keeps what was typed`() async throws
    {
        try await ServedTown.open { town in
            try await town.keep(Self.demand())
            try await town.server.store.write {
                try $0.join(Person.head.id, network: Network.sample.id, as: .secretary, status: .active)
            }
            let (one, two) = (try await town.browser(of: .secretary), try await town.browser(of: .head))
            let first = try form(try await one.get("/a-voir/request"), "rendez-vous")
            let second = try form(try await two.get("/a-voir/request"), "rendez-vous")
            async let a = one.submit(first, Self.booking)
            async let b = two.submit(second, [("lieu", "Ailleurs, Morlaix")] + Self.booking.filter { $0.0 != "lieu" })
            let pages = try await [a, b]
            #expect(Set(pages.map(\.status)) == [303, 409])
            let conflict = try #require(pages.first { $0.status == 409 })
            let place = try #require(try await town.stored("request")?.visit?.appointment?.place)
            let other = place == "Ailleurs, Morlaix" ? "Consultation, Lannion" : "Ailleurs, Morlaix"
            #expect(conflict.text.contains("entre-temps") && conflict.text.contains(place))
            #expect(conflict.source.contains(other), "what was typed is kept")
            #expect(try await town.stored("request")?.version == 4)
            #expect(try town.ledger.history().count { $0 == "request.bookVisit done" } == 1)
        }
    }

    @Test func `impossible dates and hostile texts are said at their field, kept, and change nothing`() async throws {
        try await ServedTown.open { town in
            try await town.keep(Self.demand())
            let secretary = try await town.browser(of: .secretary)
            let stored = try await town.stored("request")
            let tries: [(String, [(String, String)], String)] = [
                ("rendez-vous", [("jour", "31/02/2027")], "un jour qui existe"),
                ("rendez-vous", [("jour", "22/11/2026")], "sont passés"),
                ("rendez-vous", [("jour", "04/12/2826")], "plus de deux ans"),
                ("rendez-vous", [("heure", "25:00")], "Écrivez une heure"),
                ("rendez-vous", [("lieu", "")], "ne peut pas rester vide"),
                ("vu", [("vu_le", "01/01/2030")], "dans le futur"), ("vu", [("vu_le", "x")], "un jour qui existe"),
                ("injoignable", [("essais", "mille")], "nombre d’essais"),
                ("plus-necessaire", [("motif", "")], "ne peut pas rester vide"),
            ]
            for (act, wrong, said) in tries {
                let names = Set(wrong.map(\.0))
                let typed = act == "rendez-vous" ? Self.booking.filter { !names.contains($0.0) } + wrong : wrong
                let page = try await secretary.submit(
                    try form(try await secretary.get("/a-voir/request"), act), typed)
                #expect(page.status == 422 && page.text.contains(said), "\(act) \(wrong)")
                if act == "rendez-vous", wrong[0].0 != "lieu" { #expect(page.source.contains("Consultation, Lannion")) }
                #expect(try await town.stored("request") == stored)
            }
            let hostile = "<script>alert(1)</script>"
            _ = try await secretary.submit(
                try form(try await secretary.get("/a-voir/request"), "rendez-vous"),
                Self.booking.filter { $0.0 != "lieu" } + [("lieu", hostile)])
            for (person, path) in [
                (Person.secretary, "/a-voir/request"), (.asker, "/demandes/request"), (.senior, "/a-voir"),
            ] {
                #expect(!(try await town.browser(of: person).get(path)).source.contains(hostile), "\(path)")
            }
        }
    }

    @Test func `the page that was refused says why in its own words when the act is over`() async throws {
        try await ServedTown.open { town in
            try await town.keep(Self.demand())
            let secretary = try await town.browser(of: .secretary)
            let page = try await secretary.get("/a-voir/request")
            let (seen, end) = (try form(page, "vu"), try form(page, "plus-necessaire"))
            #expect(try await secretary.submit(seen).status == 303)
            #expect(try await secretary.submit(seen).status == 303, "the same tap again is the first one")
            let stored = try await town.stored("request")
            #expect(try await secretary.submit(end, [("motif", "Vue ailleurs.")]).status == 409)
            #expect(try await town.stored("request") == stored)
        }
    }
}

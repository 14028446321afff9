import EssaimDomain
import EssaimTestSupport
import Testing

@Suite struct GravityTests {
    @Test
    func
        `what the expert finds it to be is kept in the draft, read by the asker, and stays when the words are amended`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let path = "/demandes/\(demand)/repondre"
            let opinion = [
                ("text", Canary.advice), ("orientation", "quickConsultation"), ("gravity", "suspectedCancer"),
                ("seeBefore", "2026-12-04"),
            ]
            _ = try await expert.submit(
                try await expert.get(path).form(to: path), opinion + [("_suite", "enregistrer")])
            #expect(try await expert.get(path).form(to: path).value("gravity") == "suspectedCancer")
            _ = try await expert.submit(try await expert.get(path).form(to: path), [("_suite", "envoyer")])
            let page = try await town.browser(of: .asker).get("/demandes/\(demand)")
            #expect(page.text.contains("Gravité : suspicion de cancer"))

            let amended = try await expert.act(
                on: demand, "amender", [("texte", "Autres mots."), ("motif", "Faute de frappe.")])
            #expect(amended.status == 303)
            let answer = try await town.stored(demand)?.lastAnswer
            #expect(answer?.version == 2)
            #expect(
                answer?.content
                    == AnswerContent(
                        text: "Autres mots.", orientation: .quickConsultation, seeBefore: CivilDate("2026-12-04"),
                        gravity: .suspectedCancer))
        }
    }

    @Test func `an answer that is amended with a day that does not exist is not sent, and nothing typed is lost`()
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let kept = try await town.stored(demand)
            let expert = try await town.browser(of: .senior)
            let page = try await expert.act(
                on: demand, "amender", [("texte", "Autres mots."), ("voir_avant", "2026-02-30"), ("motif", "Oubli.")])
            #expect(page.status == 422 && page.text.contains("Ce jour n’existe pas"))
            let form = try page.form(to: "/demandes/\(demand)/amender")
            #expect(form.value("texte") == "Autres mots." && form.value("motif") == "Oubli.")
            #expect(try await town.stored(demand) == kept)
        }
    }

    @Test(
        arguments: [
            ("2026-12-04", "", "2026-12-04"), ("", "2026-12-20", "2026-12-20"),
            ("2026-12-04", "2026-12-20", "2026-12-20"),
        ])
    func `a delay that is chosen wins over the date beside it`(date: String, delay: String, expected: String)
        async throws
    {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let path = "/demandes/\(demand)/repondre"
            _ = try await expert.submit(
                try await expert.get(path).form(to: path),
                [("text", "Oui."), ("seeBefore", date), ("seeWithin", delay), ("_suite", "enregistrer")])
            #expect(try await expert.get(path).form(to: path).value("seeBefore") == expected)
        }
    }

    @Test(arguments: ["", "cancer", "SERIOUS", "serious ", "<b>", String(repeating: "x", count: 9000)])
    func `a gravity that is none is not said, and the answer leaves`(odd: String) async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let expert = try await town.browser(of: .senior)
            let path = "/demandes/\(demand)/repondre"
            let sent = try await expert.submit(
                try await expert.get(path).form(to: path),
                [("text", "Oui."), ("orientation", "managedRemotely"), ("gravity", odd), ("_suite", "envoyer")])
            #expect(sent.status == 303)
            let answer = try await town.stored(demand)?.lastAnswer
            #expect(answer != nil && answer?.content.gravity == nil)
            #expect(!(try await expert.get("/demandes/\(demand)").text.contains("Gravité :")))
        }
    }
}

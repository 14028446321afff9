import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimWeb

@Suite struct EmergencyPageTests {
    @Test func `an expert of another team opens a demand for an hour, to read and nothing else`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            let stranger = try await town.browser(of: .southern)
            #expect(try await stranger.get("/demandes/\(demand)").status == 404)
            let opened = try await town.openInEmergency(demand, by: stranger)
            #expect(opened.status == 303 && opened.location == "/demandes/\(demand)")

            let page = try await stranger.get("/demandes/\(demand)")
            #expect(page.status == 200 && page.text.contains("Accès d’urgence, en lecture seule, jusqu’à 10 h 30"))
            #expect(page.text.contains("serin-4711") && page.text.contains("bouvreuil-4711"))
            #expect(page.forms.allSatisfy { $0.action == "/deconnexion" }, "no act is offered")
            #expect(!page.source.contains("/acces\""), "who saw it is not theirs to read")
            #expect(try await stranger.get("/demandes/\(demand)/compte-rendu/1.pdf").status == 200)
            #expect(try await stranger.get("/demandes/\(demand)/acces").status == 404)
            #expect(try await stranger.get("/demandes/\(demand)/repondre").status == 404)

            let before = try town.ledger.dumpAll(but: ["history", "sessions"])
            for word in RequestWord.allCases.map(\.rawValue) + ["repondre", "envoyer", "abandonner", "brouillon"] {
                let page = try await stranger.act("/demandes/\(demand)/\(word)", key: "essai-\(word)")
                #expect(page.status == 404, "\(word)")
            }
            #expect(try town.ledger.dumpAll(but: ["history", "sessions"]) == before)

            // The session is kept alive; the hour is not.
            for _ in 0..<3 {
                town.clock.advance(by: .minutes(19))
                #expect(try await stranger.get("/demandes/\(demand)").status == 200)
            }
            town.clock.advance(by: .minutes(3))
            let late = try await stranger.get("/demandes/\(demand)")
            #expect(late.status == 404 && !late.source.contains("serin-4711"))
        }
    }

    @Test func `a photograph is read too, and only of that demand`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            _ = try await asker.sendPhoto(draft)
            _ = try await asker.sendDraft(draft)
            let other = try await asker.sentDemand()
            let stranger = try await town.browser(of: .southern)
            _ = try await town.openInEmergency(draft, by: stranger)
            let photo = try #require(
                try await stranger.get("/demandes/\(draft)").source.address(after: "/demandes/\(draft)/photos/"))
            #expect(try await stranger.get(photo).status == 200)
            #expect(try await stranger.get(photo.replacing(draft, with: other)).status == 404)
            #expect(try await stranger.get("/demandes/\(other)").status == 404)
        }
    }

    @Test func `the circle is told on its lists and on the demand, until each has looked`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let number = try #require(try await town.stored(demand)?.number.shown)
            _ = try await town.openInEmergency(demand, by: try await town.browser(of: .southern))
            town.clock.advance(by: .minutes(10))
            for person in [Person.asker, .delegate, .senior] {
                let browser = try await town.browser(of: person)
                let list = try await browser.get("/demandes")
                #expect(
                    list.text.contains("Gwenaël Le Bras a ouvert la demande \(number) en urgence il y a 10 min"),
                    "\(person.id)")
                #expect(list.source.contains("href=\"/demandes/\(demand)/acces\""))
                let page = try await browser.get("/demandes/\(demand)")
                #expect(page.text.contains("Dr Gwenaël Le Bras a ouvert cette demande en urgence"), "\(person.id)")
                let trail = try await browser.get("/demandes/\(demand)/acces").text
                #expect(trail.contains("Un accès d’urgence") && trail.contains("la lésion saigne."))
                #expect(trail.contains("accès d’urgence a ouvert la demande en urgence"))
                #expect(!(try await browser.get("/demandes")).text.contains("en urgence"), "looked")
            }
            // Not those who are nothing to it.
            #expect(!(try await town.browser(of: .neighbour).get("/demandes")).text.contains("en urgence"))
            // A month later the demand's page is silent, the trail is not.
            town.clock.advance(by: .days(31))
            let asker = try await town.browser(of: .asker)
            #expect(!(try await asker.get("/demandes/\(demand)")).text.contains("en urgence"))
            #expect(try await asker.get("/demandes/\(demand)/acces").text.contains("Un accès d’urgence"))
        }
    }

    @Test func `what is missing is said at its field, what was typed is kept, and nothing is opened`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let number = try #require(try await town.stored(demand)?.number.shown)
            let draft = try await town.browser(of: .asker).preparedDraft()
            let ofDraft = try #require(try await town.stored(draft)?.number.shown)
            let stranger = try await town.browser(of: .southern)
            let form = try await stranger.get("/acces-urgence").form(to: "/acces-urgence")
            let unknown = "Aucune demande envoyée de votre réseau ne porte ce numéro."
            let tried = [
                (number, "Urgent", "Écrivez le motif en 10 à 500 caractères."),
                (number, "   Urgent      ", "Écrivez le motif en 10 à 500 caractères."),
                (number, String(repeating: "a", count: 501), "Écrivez le motif en 10 à 500 caractères."),
                ("7K3M-QX2Z", "Patiente aux urgences.", unknown),
                (ofDraft, "Patiente aux urgences.", unknown),
                ("<b>'", "Patiente aux urgences.", unknown),
            ]
            for (typed, reason, said) in tried {
                let page = try await stranger.submit(form, [("numero", typed), ("motif", reason)])
                #expect(page.status == 422 && page.text.contains(said), "\(typed) \(reason.prefix(20))")
                #expect(try page.form(to: "/acces-urgence").value("numero") == typed)
                #expect(try page.form(to: "/acces-urgence").value("motif") == reason)
            }
            #expect(try town.ledger.counts()["emergency_accesses"] == 0)
        }
    }

    @Test func `the sixth in a day is refused, whatever it names`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.takenDemand()
            let stranger = try await town.browser(of: .southern)
            for _ in 0..<5 { #expect(try await town.openInEmergency(demand, by: stranger).status == 303) }
            let sixth = try await town.openInEmergency(demand, by: stranger)
            #expect(sixth.status == 429 && sixth.text.contains("le plus qui soit possible"))
            #expect(sixth.text.contains("la lésion saigne."), "what was typed is kept")
            #expect(try town.ledger.counts()["emergency_accesses"] == 5)
            town.clock.advance(by: .hours(25))
            let rested = try await town.browser(of: .southern)
            #expect(try await town.openInEmergency(demand, by: rested).status == 303)
        }
    }

    @Test func `only an expert of some network has that door, and finds it in their menu`() async throws {
        try await ServedTown.open { town in
            for (person, mayOpen) in [
                (Person.southern, true), (.senior, true), (.junior, true), (.asker, false), (.regulator, false),
                (.coordinator, false), (.suspended, false),
            ] {
                let browser = try await town.browser(of: person)
                #expect(try await browser.get("/acces-urgence").status == (mayOpen ? 200 : 404), "\(person.id)")
                #expect(
                    try await browser.get("/demandes").source.contains("href=\"/acces-urgence\"") == mayOpen,
                    "\(person.id)")
            }
        }
    }
}

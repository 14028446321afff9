import EssaimDomain
import EssaimTestSupport
import Testing

@Suite struct ReadLimitPageTests {
    @Test func `the forty-first patient of an asker's hour stays closed until the referent lifts the limit`()
        async throws
    {
        try await ServedTown.open { town in
            let keeper = try await town.browserOfKeeper()
            let asker = try await town.browser(of: .asker)
            let demands = try await town.manyDemands(41)
            for demand in demands.prefix(40) { #expect(try await asker.get("/demandes/\(demand)").status == 200) }

            let refused = try await asker.get("/demandes/\(demands[40])")
            #expect(refused.status == 429 && refused.header("Retry-After") == "3600")
            #expect(refused.text.contains("Attendez 60 minutes"))
            #expect(!refused.source.contains("Cette lésion"))
            #expect(try town.ledger.dump("alarms").count == 1)
            #expect(try town.entries("request.view refused").count == 1)
            // What was opened already stays open, its trail too.
            #expect(try await asker.get("/demandes/\(demands[3])").status == 200)
            #expect(
                try await asker.get("/demandes/\(demands[3])/acces").text.contains("a lu la demande"))
            // Asking again raises no second alarm.
            _ = try await asker.get("/demandes/\(demands[40])")
            #expect(try town.ledger.dump("alarms").count == 1)

            let journal = try await keeper.get("/journal")
            #expect(journal.text.contains("Lectures arrêtées : Dr Anne Le Goff"))
            #expect(journal.text.contains("trop de dossiers ouverts en peu de temps"))
            let form = try #require(journal.forms.first { $0.action.hasPrefix("/journal/alarmes/") })
            // Nobody else lifts it.
            let path = form.action
            #expect(try await asker.act(path, key: "k1").status == 404)
            #expect(try await asker.get("/demandes/\(demands[40])").status == 429)

            town.clock.advance(by: .minutes(1))
            let lifted = try await keeper.submit(form)
            #expect(lifted.status == 303 && lifted.location == "/journal?fait=lever")
            #expect(try await asker.get("/demandes/\(demands[40])").status == 200)
            let after = try await keeper.get("/journal?fait=lever")
            #expect(after.text.contains("Limite levée") && after.text.contains("levée aujourd’hui"))
            #expect(!after.forms.contains { $0.action.hasPrefix("/journal/alarmes/") })
            #expect(try await keeper.submit(form).status == 404, "lifted once")
        }
    }

    @Test func `the hour that passes opens again by itself`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demands = try await town.manyDemands(41)
            for demand in demands.prefix(40) { _ = try await asker.get("/demandes/\(demand)") }
            #expect(try await asker.get("/demandes/\(demands[40])").status == 429)
            town.clock.advance(by: .minutes(20))
            _ = try await asker.get("/demandes")
            #expect(try await asker.get("/demandes/\(demands[40])").text.contains("Attendez 40 minutes"))
            town.clock.advance(by: .minutes(25))
            _ = try await asker.get("/demandes")
            town.clock.advance(by: .minutes(16))
            #expect(try await asker.get("/demandes/\(demands[40])").status == 200)
        }
    }
}

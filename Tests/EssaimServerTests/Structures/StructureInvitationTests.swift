import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct StructureInvitationTests {
    private static let asMember = [("place", "member")]

    @Test func `somebody's number and nobody's are answered alike, and leave alike`() async throws {
        try await ServedTown.administered { town, asker in
            // The senior's RPPS, and one that is well made and nobody's; a login, and one that is nobody's.
            for address in ["10000000017", "10000000025", "southern", "personne"] {
                let page = try await town.invite(address, Self.asMember, asker)
                #expect(
                    page.status == 303 && page.location == "/structure/practice?fait=invitation",
                    "\(address): \(page.text)")
            }
            let shown = try await asker.get("/structure?fait=invitation")
            #expect(shown.text.contains("Si cette personne a un compte, elle trouvera l’invitation sur son profil."))
            for address in ["10000000017", "10000000025", "southern", "personne"] {
                #expect(shown.text.contains("\(address) · Membre · en attente"))
            }
            #expect(!shown.text.contains("Guivarch") && !shown.text.contains("Le Bras"), "no name of anybody invited")
            let entries = try town.ledger.dump("history").joined()
            for address in ["10000000025", "southern", "personne"] { #expect(!entries.contains(address)) }
        }
    }

    @Test func `who is invited accepts on their profile, and is in at the next request`() async throws {
        try await ServedTown.administered { town, asker in
            try await Kept.fill(town)
            let demand = "/demandes/\(Kept.draft.id)/brouillon"
            let southern = try await town.browser(of: .southern)
            #expect(try await town.invite(" Southern ", Self.asMember, asker).status == 303)
            #expect(try await southern.get(demand).status == 404, "invited opens nothing")
            #expect(try await southern.get("/profil").text.contains("Cabinet"))
            let id = try await town.server.store.read {
                try $0.invitations(for: "southern", since: .init(milliseconds: 0), limit: 9).first?.id
            }
            let other = try await town.browser(of: .neighbour)
            for word in ["accepter", "refuser"] {
                let page = try await other.act("/profil/invitations/\(try #require(id))/\(word)", key: word)
                #expect(page.status == 404, "another's")
            }
            #expect(try await town.answer("accepter", by: .southern).location == "/profil?fait=accepter")
            #expect(try await southern.get(demand).status == 200)
            #expect(try await town.member(.southern)?.status == .active)
            #expect(!(try await southern.get("/profil").text.contains("Invitation de")))
            let again = try await town.invite("southern", Self.asMember, asker)
            #expect(again.status == 422 && again.text.contains("déjà dans la structure"))
            #expect(try town.ledger.history().contains("structure.accept done"))
        }
    }

    @Test func `a refusal is told, opens nothing, and can be asked again; what is withdrawn or old is gone`()
        async throws
    {
        try await ServedTown.administered { town, asker in
            _ = try await town.invite("10000000017", Self.asMember, asker)
            #expect(try await town.answer("refuser", by: .senior).status == 303)
            #expect(try await town.member(.senior) == nil)
            #expect(try await asker.get("/structure").text.contains("10000000017 · Membre · refusée"))
            #expect(!(try await town.browser(of: .senior).get("/profil").text.contains("Invitation de")))
            _ = try await town.invite("10000000017", [("place", "administrator")], asker)
            #expect(try await town.browser(of: .senior).get("/profil").text.contains("Administrateur"))
            let page = try await asker.get("/structure")
            let form = try #require(page.forms.first { $0.action.hasSuffix("/retirer") })
            let stolen = try await town.browser(of: .neighbour).act(form.action, key: "k")
            #expect(stolen.status == 404)
            #expect(try await asker.submit(form).status == 303)
            #expect(!(try await town.browser(of: .senior).get("/profil").text.contains("Invitation de")))
            _ = try await town.invite("10000000017", Self.asMember, asker)
            town.clock.advance(by: .days(30))
            #expect(!(try await town.browser(of: .senior).get("/profil").text.contains("Invitation de")), "too old")
        }
    }

    @Test func `sent twice it is one invitation, and who left may come back`() async throws {
        try await ServedTown.administered { town, asker in
            for _ in 0..<2 {
                let page = try await town.invite("former", Self.asMember, asker)
                #expect(page.status == 303)
            }
            #expect(try town.ledger.counts()["structure_invitations"] == 1)
            #expect(try await town.answer("accepter", by: .former).status == 303)
            #expect(try await town.member(.former)?.status == .active)
        }
    }

    @Test func `a remplaçant is let in and out by the days of the network, and every stay is written down`()
        async throws
    {
        try await ServedTown.administered { town, asker in
            try await Kept.fill(town)
            let demand = "/demandes/\(Kept.draft.id)/brouillon"
            // The sample clock stands in the week of Monday 23 November 2026.
            let local = LocalTime()
            let first = local.date(at: town.clock.now()).adding(days: 2)
            let last = first.adding(days: 3)
            let typed = [
                ("place", "replacement"), ("du", first.description), ("au", last.description), ("pour", "colleague"),
            ]
            #expect(try await town.invite("southern", typed, asker).status == 303)
            #expect(try await town.answer("accepter", by: .southern).status == 303)
            let at = { (instant: Instant) async throws -> Int in
                town.clock.advance(by: instant - town.clock.now())
                return try await town.browser(of: .southern).get(demand).status
            }
            #expect(try await at(town.clock.now()) == 404)
            #expect(try await at(local.midnight(startOf: first) - .milliseconds(1)) == 404)
            let southern = try await town.browser(of: .southern)
            #expect(try await at(local.midnight(startOf: first)) == 200)
            #expect(try await southern.get("/profil").status == 200)
            let closes = local.midnight(startOf: last.adding(days: 1))
            #expect(try await at(closes - .milliseconds(1)) == 200)
            let late = try await town.browser(of: .southern)
            #expect(try await late.get(demand).status == 200)
            town.clock.advance(by: .milliseconds(1))
            #expect(try await late.get(demand).status == 404, "the very next request of a session that was open")
            #expect(try await town.member(.southern)?.status == .ended)
            let history = try town.ledger.history()
            #expect(history.contains("structure.begin done") && history.contains("structure.over done"))
        }
    }

    @Test func `the places of those who do not knock are turned by the service, once`() async throws {
        try await ServedTown.administered { town, asker in
            let day = LocalTime().date(at: town.clock.now())
            let typed = [
                ("place", "replacement"), ("du", day.description), ("au", day.description), ("pour", "colleague"),
            ]
            _ = try await town.invite("southern", typed, asker)
            #expect(try await town.answer("accepter", by: .southern).status == 303)
            let desk = StructureDesk(store: town.server.store, clock: town.clock, bulletin: LocalBulletin())
            try await desk.turn()
            #expect(try await town.member(.southern)?.status == .active)
            town.clock.advance(by: .days(1))
            try await desk.turn()
            try await desk.turn()
            #expect(try await town.member(.southern)?.status == .ended)
            #expect(try town.ledger.history().filter { $0 == "structure.over done" }.count == 1)
        }
    }
}

import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct SearchPageTests {
    @Test func `words find the demand, the address holds the filters and no word`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            let sent = try await asker.search([("mots", Canary.familyName), ("etat", "ouvertes"), ("depuis", "1-an")])
            let address = try #require(sent.header("Location"))
            #expect(sent.status == 303 && address.contains("etat=ouvertes") && address.contains("depuis=1-an"))
            #expect(!address.lowercased().contains(Canary.familyName.lowercased()))
            let page = try await asker.get(address)
            #expect(page.status == 200 && page.source.contains("/demandes/\(demand)"))
            #expect(page.source.contains(#"value="\#(Canary.familyName)""#), "what was typed stands in its field")
            let closed = try await asker.search([("mots", Canary.familyName), ("etat", "closes")])
            let none = try await asker.get(try #require(closed.header("Location")))
            #expect(none.text.contains("Aucune demande ne contient tous ces mots"))
            let lines = town.log.lines.joined(separator: "\n")
            #expect(!lines.lowercased().contains(Canary.familyName.lowercased()), "no log line holds the name")
        }
    }

    @Test func `another person does not find the words of that address again`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let address = try #require(try await asker.search([("mots", "secret")]).header("Location"))
            let colleague = try await town.browser(of: .colleague)
            let page = try await colleague.get(address)
            #expect(page.status == 200 && !page.text.contains("secret"))
            #expect(page.text.contains("trop ancienne"))
            town.clock.advance(by: .hours(13))
            let later = try await town.browser(of: .asker)
            #expect(try await later.get(address).text.contains("trop ancienne"))
        }
    }

    @Test func `a search of ten thousand characters is refused in words, and kept in its field`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let before = try town.ledger.counts()
            let page = try await asker.search([("mots", String(repeating: "mot ", count: 2500))])
            #expect(page.status == 422 && page.text.contains("Cette recherche dépasse 200"))
            #expect(page.source.contains("mot mot mot"))
            #expect(before.onlyShowPages(to: try town.ledger.counts()))
        }
    }

    @Test(arguments: [
        "\" OR 1=1 --", "* ) ( AND", "'a':* & !'b'", "NEAR(a b)", "{words}: x", "^x", "a:b", "\\", "%", "_s",
        "\u{0}x", "😀", "x' | '", "--", ";DROP TABLE requests",
    ])
    func `signs that mean something to an index are words or nothing`(_ typed: String) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            _ = try await asker.sentDemand()
            let sent = try await asker.search([("mots", typed)])
            guard sent.status == 303 else {
                #expect(sent.status == 400, "a NUL is no text")
                return
            }
            #expect(try await asker.get(try #require(sent.header("Location"))).status == 200)
        }
    }

    @Test(arguments: ["?r=x&apres=zz&rang=-3", "?apres=9223372036854775807", "?r=&etat=rien&ligne=%00&depuis=1-siecle"])
    func `an address that nobody made shows a form`(_ query: String) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let page = try await asker.get("/recherche" + query)
            #expect(page.status == 200 || page.status == 400)
        }
    }

    @Test func `a search leaves one entry, without its words`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            _ = try await asker.sentDemand()
            let sent = try await asker.search([("mots", Canary.familyName)])
            _ = try await asker.get(try #require(sent.header("Location")))
            let filter = HistoryFilter(networks: [Network.sample.id], family: "search")
            let entries = try await town.server.store.read { try $0.entries(filter, before: nil, limit: 9) }
            #expect(entries.count == 1 && entries[0].payload.contains(#""lines":"1""#))
            #expect(!entries[0].payload.lowercased().contains(Canary.familyName.lowercased()))
        }
    }
}

@Suite struct PatientPageTests {
    @Test func `a structure finds its own patients by the beginning of their name, and opens their demands`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            let all = try await asker.get("/patients")
            #expect(all.text.contains(Canary.familyName.uppercased()))
            let form = try await asker.get("/patients").form(to: "/patients")
            let sent = try await asker.submit(form, [("nom", String(Canary.familyName.prefix(3)).lowercased())])
            let found = try await asker.get(try #require(sent.header("Location")))
            let patient = try #require(found.source.firstMatch(of: /\/patients\/([0-9a-f-]{36})/)).1
            let file = try await asker.get("/patients/\(patient)")
            #expect(file.status == 200 && file.source.contains("/demandes/\(demand)"))
            let neighbour = try await town.browser(of: .neighbour)
            #expect(try await neighbour.get("/patients/\(patient)").status == 404)
            #expect(!(try await neighbour.get("/patients")).text.contains(Canary.familyName.uppercased()))
        }
    }
}

extension Browser {
    func search(_ typed: [(String, String)]) async throws -> Page {
        try await submit(try await get("/recherche").form(to: "/recherche"), typed)
    }
}

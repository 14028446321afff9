import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWeb
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct LinePagesTests {
    static let paused = "/lignes/network/paused"

    @Test func `a requester who knows nobody finds the line by what they would say, and opens a draft there`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let page = try await asker.get("/lignes?besoin=grain%20de%20beaut%C3%A9")
            #expect(page.status == 200 && page.text.contains("Dermatologie"))
            #expect(!page.text.contains("Orientation Réseau d’essai"))
            let line = try await asker.get("/lignes/network/dermatology")
            #expect(line.text.contains("Ouverte") && line.text.contains("pas encore assez de réponses"))
            #expect(line.text.contains("Dermatologues du Nord (Nord)"))
            let opened = try await asker.submit(try line.form(to: "/demandes"), [("ligne", "dermatology")])
            #expect(opened.status == 303)
            let draft = try opened.id(after: "/demandes/")
            #expect(try await town.stored(draft)?.route == .north)
        }
    }

    @Test func `obstacles are said in words, paused lines as paused, and neither offers to ask`() async throws {
        try await ServedTown.open { town in
            for (person, line, words) in [
                (Person.outsider, "dermatology", "hors de son territoire"),
                (.remote, "dermatology", "Personne n’y répond encore pour Est"), (.asker, "paused", "En pause"),
                (.coordinator, "dermatology", "au nom d’aucune structure"),
            ] {
                let page = try await town.browser(of: person).get("/lignes/network/\(line)")
                #expect(page.text.contains(words), "\(person.id) \(page.text)")
                #expect(!page.forms.contains { $0.action == "/demandes" })
                let list = try await town.browser(of: person).get("/lignes")
                #expect(list.text.contains(words), "\(person.id)")
            }
        }
    }

    @Test func `a line whose id begins with its network's, as a file declares it, has its page`() async throws {
        try await ServedTown.open { town in
            var network = Network.sample
            network.offers.append(
                Offer(id: "network/plaies", title: "Escarres", targets: [:], pools: [Zone.north.id: Pool.north.id]))
            let declared = network
            try await town.server.store.write { try $0.save(declared) }
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/lignes").source.contains("href=\"/lignes/network/plaies\""))
            let page = try await asker.get("/lignes/network/plaies")
            #expect(page.status == 200 && page.text.contains("Escarres"))
            let opened = try await asker.submit(try page.form(to: "/demandes"), [("ligne", "network/plaies")])
            #expect(opened.status == 303)
        }
    }

    @Test func `no page of lines names an expert`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            for path in ["/lignes", "/lignes?vue=carte", "/lignes/network/dermatology"] {
                let page = try await asker.get(path)
                for person in [Person.senior, .second, .junior, .southern] {
                    #expect(!page.source.contains(person.familyName), "\(path) \(person.id)")
                }
            }
        }
    }

    @Test func `the map has its list beside it, and a département keeps the words typed`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let page = try await asker.get("/lignes?vue=carte&besoin=dermatologie")
            #expect(page.source.contains("<svg class=\"territory\""))
            #expect(page.source.contains("href=\"/lignes?besoin=dermatologie&amp;dep=22\""))
            #expect(page.text.contains("Côtes-d") && page.text.contains("Morbihan (56)"))
            let there = try await asker.get("/lignes?besoin=dermatologie&dep=56")
            #expect(there.text.contains("Dermatologie"))
            #expect(!(try await asker.get("/lignes?besoin=dermatologie&dep=75").text.contains("Une lésion de la peau")))
        }
    }

    @Test(
        arguments: [
            "besoin=" + String(repeating: "a", count: 10_000), "besoin=%00%07%E2%80%AE", "besoin=%25&lieu=%25",
            "lieu=%27%3B%20DROP%20TABLE%20offers", "delai=-1", "delai=99999999999999999999", "service=xyz",
            "etablissement=%22%3E%3Cscript%3E", "dep=../..", "besoin=%3Cscript%3Ealert(1)%3C/script%3E",
            "lieu=_&dep=%FF",
        ])
    func `whatever the address asks, a page answers and nothing of it is markup`(query: String) async throws {
        try await ServedTown.open { town in
            let page = try await town.browser(of: .asker).get("/lignes?" + query)
            #expect([200, 400, 414].contains(page.status), "\(page.status)")
            #expect(!page.source.contains("<script>"))
        }
    }

    @Test func `a place that nobody knows is said, one that is known filters`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/lignes?lieu=Nullepartville").text.contains("Aucune commune ne porte ce nom"))
            #expect(try await asker.get("/lignes?lieu=Vannes").text.contains("distances depuis Vannes"))
            #expect(try await asker.get("/lignes?lieu=75011").text.contains("Aucune ligne ne correspond"))
        }
    }

    @Test func `a way out of Essaim is recorded, counted for the network, and names no patient`() async throws {
        try await ServedTown.open { town in
            // As the declaration of channels will give it to the desk: no line of this store has one.
            let asker = try await town.browser(of: .asker)
            let refused = try await asker.act(
                "/lignes/network/dermatology/voie", [("voie", "telephone")], key: "k")
            #expect(refused.status == 404)
            #expect(try town.ledger.counts()["channel_choices"] == 0)
            try await town.server.store.write { tx in
                for _ in 0..<3 {
                    try tx.record(
                        ChannelChoice(
                            network: Network.sample.id, offer: Offer.dermatology.id, person: Person.asker.id,
                            structure: Structure.practice.id, channel: .telephone, at: .sample))
                }
            }
            let head = try await town.browser(of: .head).get("/suivi")
            #expect(head.text.contains("Dermatologie, téléphone 3"))
        }
    }

    @Test func `observed delays count what waits late, and are the lower median`() async throws {
        try await ServedTown.open { town in
            let now = Instant.sample + .days(40)
            town.clock.set(to: now)
            try await town.server.store.write { tx in
                for rank in 1...12 {
                    try tx.insert(
                        .sample(
                            .answered, id: Identifier("r-\(rank)"), rank: UInt64(rank), sentAt: .sample + .days(rank)))
                }
                // Sent long ago, never answered.
                try tx.insert(.sample(.submitted, id: "late", rank: 90, sentAt: .sample + .days(1)))
                // Not late yet: says nothing.
                try tx.insert(.sample(.submitted, id: "young", rank: 91, sentAt: now - .hours(1)))
                // Before the window, or on another line.
                try tx.insert(.sample(.answered, id: "old", rank: 92, sentAt: now - .days(91)))
                try tx.insert(.sample(.answered, id: "other", rank: 93, route: .tumours, sentAt: .sample + .days(2)))
            }
            try await town.server.lines.countDelays()
            let delays = try await town.server.store.read { try $0.observedDelays() }
            let line = try #require(delays[Offer.dermatology.id])
            #expect(line == ObservedDelay(counted: 13, median: .hours(1), inTime: 12))
            #expect(delays[Offer.tumours.id]?.counted == 1)
            try await town.server.lines.countDelays()
            #expect(try await town.server.store.read { try $0.observedDelays() } == delays, "made anew, not added")
            let page = try await town.browser(of: .asker).get("/lignes/network/dermatology")
            #expect(page.text.contains("réponse en 1 h une fois sur deux, 92 % dans le délai (13 demandes, 90 jours)"))
        }
    }
}

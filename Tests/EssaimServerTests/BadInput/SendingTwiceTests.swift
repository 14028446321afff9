import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct SendingTwiceTests {
    @Test func `a double click on send makes one demand, and both answers lead to it`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft()
            let form = try await asker.get("/demandes/\(draft)/verifier").form(to: "/demandes/\(draft)/envoyer")
            async let one = asker.submit(form)
            async let other = asker.submit(form)
            let locations = [try await one.location, try await other.location]
            #expect(locations == ["/demandes/\(draft)?fait=envoyer", "/demandes/\(draft)?fait=envoyer"])
            #expect(try town.ledger.history().filter { $0 == "request.submit done" }.count == 1)
            #expect(try town.ledger.counts()["requests"] == 1)
        }
    }

    @Test func `a form sent again after its answer was lost leads to the same page`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft()
            let form = try await asker.get("/demandes/\(draft)/verifier").form(to: "/demandes/\(draft)/envoyer")
            let first = try await asker.submit(form)
            let rows = try town.ledger.counts()
            let second = try await asker.submit(form)
            #expect(second.status == 303 && second.location == first.location)
            #expect(rows.difference(to: try town.ledger.counts()).isEmpty)
        }
    }

    @Test func `a key of one endless character is cut to what every engine's index holds`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let card = try await asker.get("/demandes/nouvelle").form(to: "/demandes")
            let key = "a" + String(repeating: "\u{301}", count: 20_000)
            let first = try await asker.submit(card, [("ligne", "dermatology"), ("_cle", key)])
            let second = try await asker.submit(card, [("ligne", "dermatology"), ("_cle", key)])
            #expect(first.status == 303 && second.location == first.location)
            #expect(try town.ledger.counts()["requests"] == 1)
        }
    }

    @Test func `a card clicked twice opens one draft`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let card = try await asker.get("/demandes/nouvelle").form(to: "/demandes")
            async let one = asker.submit(card, [("ligne", "dermatology")])
            async let other = asker.submit(card, [("ligne", "dermatology")])
            let locations = Set([try await one.location, try await other.location])
            #expect(locations.count == 1)
            #expect(try town.ledger.counts()["requests"] == 1)
        }
    }

    @Test(arguments: ["prendre", "demander-precision", "repondre", "clore"])
    func `an act sent twice is done once, and leads to the same page`(_ word: String) async throws {
        try await ServedTown.open { town in
            let (who, demand) = try await town.waiting(for: word)
            let form = try await who.get(word == "repondre" ? "/demandes/\(demand)/repondre" : "/demandes/\(demand)")
                .form(to: "/demandes/\(demand)/\(word)")
            let typed = [
                ("texte", "Depuis quand ?"), ("text", "Rien à retirer."), ("orientation", "managedRemotely"),
                ("_suite", "envoyer"),
            ]
            let first = try await who.submit(form, typed)
            #expect(first.status == 303)
            let (kept, rows) = (try await town.stored(demand), try town.ledger.counts())
            let second = try await who.submit(form, typed)
            #expect(second.status == 303 && second.location == first.location)
            #expect(try await town.stored(demand) == kept)
            #expect(rows.difference(to: try town.ledger.counts()).isEmpty)
        }
    }

    @Test func `of twenty experts who take one demand at once, one has it, and the others are told`() async throws {
        try await ServedTown.open { town in
            let experts = (1...20).map { Person.sample("expert-\($0)", "Expert", "\($0)", .doctor, specialty: "SM15") }
            try await town.server.store.write { tx in
                for expert in experts {
                    try Town.open(expert, in: tx)
                    try tx.join(expert.id, pool: Pool.north.id, as: .senior, status: .active)
                }
            }
            let demand = try await town.browser(of: .asker).sentDemand()
            var ready: [(Browser, PageForm)] = []
            for expert in experts {
                let browser = try await town.browser(of: expert)
                ready.append(
                    (browser, try await browser.get("/demandes/\(demand)").form(to: "/demandes/\(demand)/prendre")))
            }
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for (browser, form) in ready { group.addTask { try await browser.submit(form).status } }
                return try await group.reduce(into: [:]) { counts, status in counts[status, default: 0] += 1 }
            }
            #expect(statuses == [303: 1, 409: 19])
            #expect(try await town.stored(demand)?.assignments.count == 1)
        }
    }

    @Test func `a page gone back to and changed is not taken for a second sending: nothing typed is lost`() async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.openDraft()
            let old = try await asker.get("/demandes/\(draft)/brouillon").form(to: "/demandes/\(draft)/brouillon")
            _ = try await asker.submit(old, [("question", "Première version"), ("_suite", "enregistrer")])
            let again = try await asker.submit(old, [("question", "Seconde version"), ("_suite", "enregistrer")])
            let kept = try await town.stored(draft)?.content.question
            // Either it is saved, or the page says that it is not and carries it.
            #expect(kept == "Seconde version" || (again.status == 409 && again.source.contains("Seconde version")))
        }
    }
}

extension ServedTown {
    /// A demand that awaits that act, and who may do it.
    func waiting(for word: String) async throws -> (Browser, String) {
        switch word {
        case "prendre": (try await browser(of: .senior), try await browser(of: .asker).sentDemand())
        case "clore": (try await browser(of: .asker), try await answeredDemand())
        default: (try await browser(of: .senior), try await takenDemand())
        }
    }
}

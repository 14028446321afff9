import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimGate
@testable import EssaimServer

@Suite struct StructurePageTests {
    private static let facts = [
        ("nom", "Maison du Port"), ("cpts", "CPTS du Trégor"), ("finess", ""), ("commune", "22113"),
        ("nom_commune", "Lannion"),
    ]

    @Test func `an administrator sees the members, with place and status, and nobody of elsewhere`() async throws {
        try await ServedTown.administered { town, asker in
            let page = try await asker.get("/structure")
            for words in [
                "Dr Anne Le Goff médecin Administrateur en exercice", "Maëlle Riou", "Délégué en exercice",
                "Dr Paul Kervella médecin Membre en exercice", "Membre invité",
                "Dr Hervé Floc’h dermatologue Membre parti",
            ] { #expect(page.text.contains(words), "\(words): \(page.text)") }
            #expect(!page.text.contains("Tanguy"))
            let neighbour = try await town.browser(of: .neighbour)
            for person in [Person.colleague, .delegate, .senior, .administrator] {
                #expect(try await town.browser(of: person).get("/structure").status == 404)
            }
            // Another structure's administrator: as if it did not exist, member by member.
            let absent = try await neighbour.get("/structure/nowhere")
            let paths = [
                ServedTown.practice, "/structure/practice/membres/colleague",
                "/structure/other-practice/membres/colleague",
            ]
            for path in paths {
                let page = try await neighbour.get(path)
                #expect(page.status == 404 && page.source.withoutKeys == absent.source.withoutKeys)
            }
            let before = try await town.member(.colleague)
            for word in ["suspendre", "terminer", "place", "reprendre"] {
                for path in paths.dropFirst() {
                    #expect(
                        try await neighbour.act("\(path)/\(word)", [("place", "member")], key: word, version: 0).status
                            == 404)
                }
            }
            #expect(try await town.member(.colleague) == before)
        }
    }

    @Test func `a long list comes by pages, each member once`() async throws {
        try await ServedTown.administered { town, asker in
            try await town.server.store.write { tx in
                for rank in 0..<120 {
                    let person = Person.sample("crowd-\(rank)", "Foule\(rank % 7)", "Numéro\(rank)", .nurse)
                    try Town.open(person, in: tx)
                    try tx.join(person.id, structure: "practice", as: .member, status: rank % 3 == 0 ? .ended : .active)
                }
            }
            var seen: [String] = []
            var path = ServedTown.practice
            for _ in 0..<4 {
                let page = try await asker.get(path)
                seen += page.source.split(separator: "membres/").dropFirst().map { String($0.prefix { $0 != "\"" }) }
                guard
                    let next = page.source.split(separator: "href=\"").first(where: {
                        $0.hasPrefix("/structure/practice?apres=")
                    })
                else { break }
                path = String(next.prefix { $0 != "\"" })
            }
            #expect(seen.count == Set(seen).count && seen.count == 126, "\(seen.count)")
        }
    }

    @Test func `the facts are kept over the version that was read, and two administrators do not overwrite each other`()
        async throws
    {
        try await ServedTown.administered { town, asker in
            let form = try await asker.get("/structure").form(to: ServedTown.practice + "/fiche")
            let done = try await asker.submit(form, Self.facts)
            #expect(done.status == 303 && done.location == "/structure/practice?fait=structure")
            let page = try await asker.get("/structure")
            #expect(page.text.contains("Maison du Port, Lannion") && page.source.contains("CPTS du Trégor"))
            let late = try await asker.submit(form, [("nom", "Autre nom")])
            #expect(late.status == 409 && late.source.contains("Autre nom"), "what was typed is kept")
            let stored = try await town.server.store.read { try $0.facts(of: "practice") }
            #expect(stored?.facts.name == "Maison du Port" && stored?.version == 1)
            #expect(
                try town.ledger.history().filter { $0.hasPrefix("structure") } == [
                    "structure.facts done", "structure.facts refused",
                ])
            let entries = try town.ledger.dump("history").joined()
            #expect(!entries.contains("Maison du Port") && !entries.contains("Autre nom"), "no typed word")
        }
    }

    @Test(
        arguments: [
            "<script>alert(1)</script>", "\u{202E}tac", "Robert'); DROP TABLE people;--",
            String(repeating: "é", count: 10_000),
            "\u{0}", "\r\nSet-Cookie: a=b", "🧑🏽‍🦱\u{FE0F}",
        ])
    func `hostile words are kept as words or refused, and nothing else happens`(_ word: String) async throws {
        try await ServedTown.administered { town, asker in
            for (name, path) in [
                ("nom", "fiche"), ("cpts", "fiche"), ("finess", "fiche"), ("commune", "fiche"),
                ("invite", "invitations"), ("place", "invitations"), ("du", "invitations"), ("pour", "invitations"),
            ] {
                let form = try await asker.get("/structure").form(to: "\(ServedTown.practice)/\(path)")
                let page = try await asker.submit(
                    form, Self.facts.filter { $0.0 != name && path == "fiche" } + [(name, word)])
                // 400: no form of a browser's holds a NUL.
                #expect([303, 422].contains(page.status) || page.status == 400 && word == "\u{0}", "\(name)")
                #expect(!page.source.contains("<script>alert"))
            }
            let page = try await asker.get("/structure")
            #expect(page.status == 200 && !page.source.contains("<script>alert"))
            #expect(try await town.server.store.read { try $0.people([Person.asker.id]).count } == 1)
        }
    }

    @Test func `a role, a holder and the names a delegate stands for are kept, and shown`() async throws {
        try await ServedTown.administered { town, asker in
            let path = ServedTown.practice + "/membres/delegate"
            let form = try await asker.get(path).form(to: path + "/place")
            let done = try await asker.submit(form, [("place", "delegate"), ("pour", "colleague"), ("pour", "asker")])
            #expect(done.status == 303, "\(done.text)")
            #expect(try await town.member(.delegate)?.terms.principals == ["asker", "colleague"])
            #expect(try await asker.get("/structure").text.contains("pour Dr Anne Le Goff et Dr Paul Kervella"))
            let late = try await asker.submit(form, [("place", "member")])
            #expect(late.status == 409 && late.text.contains("a changé pendant que vous écriviez"))
            let strange = try await asker.submit(
                try await asker.get(path).form(to: path + "/place"), [("place", "delegate"), ("pour", "neighbour")])
            #expect(strange.status == 422)
            #expect(try await town.member(.delegate)?.terms.principals == ["asker", "colleague"])
        }
    }

    @Test func `the last administrator stays one, until another is there whose account is open`() async throws {
        try await ServedTown.administered { town, asker in
            let before = try await town.member(.asker)
            for word in ["suspendre", "terminer"] {
                let page = try await town.press(word, of: .asker, asker)
                #expect(page.status == 422 && page.text.contains("C’est le dernier administrateur"))
            }
            let path = ServedTown.practice + "/membres/asker"
            let page = try await asker.submit(
                try await asker.get(path).form(to: path + "/place"), [("place", "member")])
            #expect(page.status == 422)
            try await town.server.store.write {
                try $0.join(Person.closed.id, structure: "practice", as: .administrator, status: .active)
                try $0.join("colleague", structure: "practice", as: .administrator, status: .suspended)
            }
            #expect(try await town.press("terminer", of: .asker, asker).status == 422, "nobody who could act is left")
            #expect(try await town.member(.asker) == before)
            try await town.server.store.write {
                try $0.join("colleague", structure: "practice", as: .administrator, status: .active)
            }
            #expect(try await town.press("terminer", of: .asker, asker).status == 303)
            #expect(try await asker.get("/structure").status == 404)
        }
    }

    @Test func `a suspension is felt by the very next request and ends the open page, and what was written stays`()
        async throws
    {
        try await ServedTown.administered { town, asker in
            try await Kept.fill(town)
            let colleague = try await town.browser(of: .colleague)
            #expect(try await colleague.get("/demandes/\(Kept.sameStructure.id)").status == 200)
            let token = try #require(await colleague.token)
            let (session, caller) = try #require(try await town.server.accounts.visitor(token))
            let written = try await town.stored(Kept.sameStructure.id)
            try await town.fed { () async throws in
                let stream = town.server.live.join(caller, session)
                #expect(try await town.press("suspendre", of: .colleague, asker).status == 303)
                #expect(try await colleague.get("/demandes/\(Kept.sameStructure.id)").status == 404)
                #expect(try await colleague.get("/demandes/nouvelle").status == 404)
                // Ends by the notice alone, long before a beat: else this waits for ever.
                for await _ in stream {}
                #expect(town.server.live.count == 0)
            }
            #expect(try await town.stored(Kept.sameStructure.id) == written)
            #expect(try await town.press("reprendre", of: .colleague, asker).status == 303)
            #expect(try await colleague.get("/demandes/\(Kept.sameStructure.id)").status == 200)
            #expect(try await town.press("terminer", of: .colleague, asker).status == 303)
            #expect(try await colleague.get("/demandes/\(Kept.sameStructure.id)").status == 404)
            #expect(try await town.stored(Kept.sameStructure.id) == written)
        }
    }
}

import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// The first images of the next demand, fetched while one answers: said, and said apart.
@Suite struct ImagePreparationTests {
    @Test func `an answer's page names the next demand, whose images ride on one entry that is no reading`()
        async throws
    {
        try await ServedTown.open { town in
            let (answered, next) = try await town.twoDemands()
            let expert = try await town.browser(of: .senior)
            let page = try await expert.get("/demandes/\(answered)/repondre")
            #expect(page.source.contains("data-prepare=\"/demandes/\(next)/images\""))
            let views = try town.entries("request.view").count

            let images = try await expert.images(of: next)
            #expect(images.count == 2 && images.allSatisfy { $0.hasPrefix("/demandes/\(next)/photos/") })
            #expect(images[0].contains("/vignette?trace=") && images[1].contains("/ecran?trace="))
            for image in images {
                let loaded = try await expert.get(image)
                #expect(loaded.status == 200 && loaded.header("Cache-Control") == "no-store")
            }
            #expect(try town.entries("request.prepare") == ["request.prepare done"])
            #expect(try town.entries("request.view").count == views)
            let trail = try await town.browser(of: .asker).get("/demandes/\(next)/acces")
            #expect(trail.text.contains("images préparées sur son écran, demande non ouverte"))
        }
    }

    @Test func `on that entry nobody else's images ride, no whole file, and no page`() async throws {
        try await ServedTown.open { town in
            let (_, next) = try await town.twoDemands()
            let expert = try await town.browser(of: .senior)
            let image = try #require(try await expert.images(of: next).first)
            var views = try town.entries("request.view").count
            func leavesOne(_ browser: Browser, _ path: String) async throws {
                #expect(try await browser.get(path).status == 200)
                views += 1
                #expect(try town.entries("request.view").count == views, "\(path)")
            }
            try await leavesOne(try await town.browser(of: .second), image)
            try await leavesOne(expert, image.replacing("/vignette", with: ""))
            let trace = try #require(image.split(separator: "?").last)
            try await leavesOne(expert, "/demandes/\(next)?\(trace)")
            town.clock.advance(by: .minutes(16))
            try await leavesOne(expert, image)
        }
    }

    @Test func `where no more patients may be opened, and where there is no image, nothing is prepared nor written`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let (bare, unopened) = (try await asker.sentDemand(), try await asker.demandWithPhoto("Jamais-Ouverte"))
            let expert = try await town.browser(of: .senior)
            let before = try town.ledger.counts()
            #expect(try await expert.images(of: bare) == [])
            #expect(try town.ledger.counts() == before)

            // What was prepared counts among as many as an expert may open in an hour.
            #expect(try await expert.images(of: unopened).count == 2)
            let now = town.clock.now()
            let read = try await town.server.store.write { tx in
                for number in 0..<79 { try tx.noteRead("patient-\(number)", by: Person.senior.id, at: now) }
                return try tx.patientsRead(by: Person.senior.id, since: now - .hours(1), upTo: 200).count
            }
            #expect(read == 80)
            let other = try await asker.demandWithPhoto("Autre-Nom")
            let full = try town.ledger.counts()
            #expect(try await expert.images(of: other) == [])
            #expect(try town.ledger.counts() == full, "no entry, no alarm")
        }
    }

    @Test func `a junior, who does not go on, prepares nothing; the worker is a script that is kept nowhere`()
        async throws
    {
        try await ServedTown.open { town in
            let (_, next) = try await town.twoDemands(by: .junior)
            let page = try await town.browser(of: .junior).get("/demandes/\(next)/repondre")
            #expect(!page.source.contains("data-prepare"))
            let worker = try await town.browser().get("/demandes/images-pretes.js")
            #expect(worker.header("Content-Type") == "text/javascript; charset=utf-8")
            #expect(worker.header("Cache-Control") == "no-store" && !worker.source.contains("caches"))
        }
    }
}

extension Browser {
    fileprivate func images(of demand: String) async throws -> [String] {
        let list = try await get("/demandes/\(demand)/images")
        #expect(list.status == 200 && list.header("Cache-Control") == "no-store")
        return list.source.split(separator: "\n").map(String.init)
    }

    fileprivate func demandWithPhoto(_ family: String) async throws -> String {
        let draft = try await preparedDraft(
            Typed.complete.filter { $0.0 != "patient.birthFamilyName" } + [("patient.birthFamilyName", family)])
        _ = try await sendPhoto(draft)
        _ = try await sendDraft(draft)
        return draft
    }
}

extension ServedTown {
    /// Two demands with a photograph, both held by the expert; the second is due later.
    fileprivate func twoDemands(by person: Person = .senior) async throws -> (String, String) {
        let (asker, expert) = (try await browser(of: .asker), try await browser(of: person))
        var demands: [String] = []
        for family in ["Premier-Nom", "Second-Nom"] {
            demands.append(try await asker.demandWithPhoto(family))
            _ = try await expert.act(on: demands[demands.count - 1], "prendre")
            clock.advance(by: .minutes(1))
        }
        return (demands[0], demands[1])
    }
}

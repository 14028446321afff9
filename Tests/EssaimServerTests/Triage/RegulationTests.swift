import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// The regulated door through the real router: what comes there is its regulators' alone until they pass it on.
@Suite struct RegulationTests {
    @Test func `before triage no expert finds it, by a list, its address, its number or an event`() async throws {
        try await ServedTown.openRegulated { town in
            let demand = try await town.awaitingDemand()
            let request = try #require(try await town.stored(demand))
            #expect(request.awaitsTriage)
            for person in [Person.senior, .second, .junior, .southern] {
                let browser = try await town.browser(of: person)
                #expect(try await browser.get("/demandes/\(demand)").status == 404)
                #expect(!(try await browser.get("/demandes?vue=a-prendre")).source.contains(demand))
                #expect(
                    try await browser.act("/demandes/\(demand)/prendre", key: "k", version: request.version).status
                        == 404)
                #expect(try await browser.get("/regulation").status == 404)
                let count = try await town.server.store.read {
                    try $0.count(.toTake, of: person.id, at: .sample, upTo: 10)
                }
                #expect(count == 0)
                #expect(!ChangedRequest(request).concerns(Town.caller(person)))
            }
            for person in [Person.regulator, .coordinator] {
                let board = try await town.browser(of: person).get("/regulation")
                #expect(board.status == 200 && board.source.contains(demand))
                #expect(!board.source.contains(Canary.familyName), "no name on a board")
                #expect(ChangedRequest(request).concerns(Town.caller(person)))
            }
            let asker = try await town.browser(of: .asker).get("/demandes/\(demand)")
            #expect(asker.text.contains("La régulation"))
        }
    }

    @Test func `passed on, it is its pool's; the door without anybody lets everything through`() async throws {
        try await ServedTown.openRegulated { town in
            let demand = try await town.awaitingDemand()
            let regulator = try await town.browser(of: .regulator)
            let doors = try await regulator.get("/demandes/\(demand)").text
            #expect(
                doors.contains("Autres lignes ouvertes aujourd’hui") && !doors.contains("Plaies"), "none that is paused"
            )
            #expect(try await regulator.act(on: demand, "transmettre").status == 303)
            let expert = try await town.browser(of: .senior)
            #expect(try await expert.get("/demandes?vue=a-prendre").source.contains(demand))
            #expect(try await expert.act(on: demand, "prendre").status == 303)
            try await town.server.store.write { tx in
                for (person, role) in [(Person.regulator, NetworkRole.regulator), (.coordinator, .coordinator)] {
                    try tx.join(person.id, network: Network.sample.id, as: role, status: .ended)
                }
            }
            let next = try await town.awaitingDemand()
            #expect(try await town.stored(next)?.triage == nil)
            #expect(try await expert.get("/demandes/\(next)").status == 200)
        }
    }

    @Test func `two who claim at once: one triages, the other reads that it changed`() async throws {
        try await ServedTown.openRegulated { town in
            let demand = Identifier<AdviceRequest>(try await town.awaitingDemand())
            let version = try #require(try await town.stored(demand.rawValue)).version
            let results = try await withThrowingTaskGroup(of: Bool.self) { group in
                for person in [Person.regulator, .coordinator] {
                    group.addTask {
                        let result = try await town.server.requests.perform(
                            .claimTriage, on: demand, at: version, key: "claim", by: person.id)
                        return (try? result.get()) != nil
                    }
                }
                var results: [Bool] = []
                for try await result in group { results.append(result) }
                return results
            }
            #expect(results.filter { $0 }.count == 1)
            let claim = try #require(try await town.stored(demand.rawValue)?.triage?.claim(at: .sample))
            let other = claim.by == Person.regulator.id ? Person.coordinator : .regulator
            let page = try await town.browser(of: other).get("/regulation")
            #expect(page.text.contains("la regarde"))
            #expect(
                try await town.browser(of: other).act("/demandes/\(demand)/transmettre", key: "k", version: version + 1)
                    .status == 409)
        }
    }

    @Test func `what lacks is asked of the requester, and the demand comes back to triage`() async throws {
        try await ServedTown.openRegulated { town in
            let demand = try await town.awaitingDemand()
            let coordinator = try await town.browser(of: .coordinator)
            let asked = try await coordinator.act(on: demand, "demander-complement", [("texte", Canary.asked)])
            #expect(asked.status == 303)
            #expect(try await coordinator.get("/regulation?vue=complement").source.contains(demand))
            #expect(!(try await coordinator.get("/regulation")).source.contains(demand))
            #expect(try await town.browser(of: .senior).get("/demandes/\(demand)").status == 404)
            let asker = try await town.browser(of: .asker)
            #expect(try await asker.get("/demandes/\(demand)").text.contains(Canary.asked))
            _ = try await asker.act(on: demand, "preciser", [("texte", Canary.given)])
            #expect(try await town.stored(demand)?.awaitsTriage == true)
            #expect(try await coordinator.get("/regulation").source.contains(demand))
        }
    }

    @Test func `redirected to the telephone, the requester reads by which way, and no expert ever sees it`()
        async throws
    {
        try await ServedTown.openRegulated { town in
            let demand = try await town.awaitingDemand()
            let regulator = try await town.browser(of: .regulator)
            _ = try await regulator.act(on: demand, "diriger", [("vers", "telephone"), ("texte", Canary.advice)])
            let page = try await town.browser(of: .asker).get("/demandes/\(demand)")
            #expect(page.text.contains("Par téléphone") && page.text.contains(Canary.advice))
            #expect(try await town.browser(of: .senior).get("/demandes/\(demand)").status == 404)
            #expect(try town.ledger.dump("acts").isEmpty)
            #expect(try town.ledger.history().contains("request.redirect done"))
        }
    }

    @Test func `several are passed on together, each under its own version, or none is`() async throws {
        try await ServedTown.openRegulated { town in
            let demands = [try await town.awaitingDemand(), try await town.awaitingDemand()]
            let regulator = try await town.browser(of: .regulator)
            let board = try await regulator.get("/regulation")
            let boxes = board.source.pieces(after: "name=\"demande\" value=\"")
            #expect(boxes.count == 2)
            _ = try await town.browser(of: .asker).act(on: demands[0], "ajouter", [("texte", "Elle saigne.")])
            let form = try board.form(to: "/regulation")
            let ticked = boxes.map { ("demande", $0) }
            let late = try await regulator.submit(form, ticked + [("acte", "transmettre")])
            #expect(late.status == 409)
            for demand in demands { #expect(try await town.stored(demand)?.awaitsTriage == true) }

            let again = try await regulator.get("/regulation")
            let now = again.source.pieces(after: "name=\"demande\" value=\"").map { ("demande", $0) }
            let fresh = try again.form(to: "/regulation")
            #expect(try await regulator.submit(fresh, now + [("acte", "grouper")]).status == 303)
            let groups = try await [town.stored(demands[0])?.group, town.stored(demands[1])?.group]
            #expect(groups[0] != nil && groups[0] == groups[1])
            #expect(try await regulator.get("/regulation").text.contains("Groupe A"))
            // The same form once more does nothing.
            #expect(try await regulator.submit(fresh, now + [("acte", "grouper")]).status == 303)
            let last = try await regulator.get("/regulation")
            let marks = last.source.pieces(after: "name=\"demande\" value=\"").map { ("demande", $0) }
            let passing = try last.form(to: "/regulation")
            #expect(try await regulator.submit(passing, marks + [("acte", "transmettre")]).status == 303)
            for demand in demands { #expect(try await town.stored(demand)?.isBeforeTriage == false) }
            #expect(try await regulator.submit(passing, [("acte", "transmettre")]).status == 422)
        }
    }

    @Test func `demands of two structures are not put together`() async throws {
        try await ServedTown.openRegulated { town in
            let own = try await town.awaitingDemand()
            let others = try await town.browser(of: .neighbour).sentDemand()
            let versions = try await [own, others].asyncMap { try await town.stored($0)?.version ?? 0 }
            let marks = [("demande", "\(own) \(versions[0])"), ("demande", "\(others) \(versions[1])")]
            let regulator = try await town.browser(of: .regulator)
            let form = try await regulator.get("/regulation").form(to: "/regulation")
            let page = try await regulator.submit(form, marks + [("acte", "grouper")])
            #expect(page.status == 422 && page.text.contains("même structure"))
            #expect(try await town.stored(own)?.group == nil)
        }
    }

    @Test func `an urgent demand is its pool's at once, and stands on the board`() async throws {
        try await ServedTown.openRegulated { town in
            let demand = try await town.awaitingDemand(Typed.withoutPhoto + [("urgency", "urgent")])
            #expect(try await town.browser(of: .senior).get("/demandes/\(demand)").status == 200)
            let regulator = try await town.browser(of: .regulator)
            #expect(try await regulator.get("/regulation?vue=urgentes").source.contains(demand))
            #expect(!(try await regulator.get("/regulation")).source.contains(demand))
        }
    }
}

extension String {
    /// What stands after each mark, up to the next quotation mark.
    fileprivate func pieces(after mark: String) -> [String] {
        var (found, rest) = ([String](), self[...])
        while let range = rest.firstRange(of: mark) {
            rest = rest[range.upperBound...]
            found.append(String(rest.prefix { $0 != "\"" }))
        }
        return found
    }
}

extension [String] {
    fileprivate func asyncMap<T>(_ work: (String) async throws -> T) async throws -> [T] {
        var all: [T] = []
        for item in self { all.append(try await work(item)) }
        return all
    }
}

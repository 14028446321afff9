import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Three sectors that stand in for each other.
@Suite struct OncoBreizhTests {
    private static let line = "oncobreizh/lesion-suspecte"
    private static let rennes: Identifier<Pool> = "oncobreizh/rennes"

    private struct Cast {
        let asker: Person
        let lorient: [Person]
        let rennes: Person

        init(_ networks: NetworkTown) async throws {
            asker = try await networks.asker("kerjean", "Kerjean", at: "56121", "Lorient")
            lorient = [
                try await networks.expert("mahe", "Mahé", in: "oncobreizh/lorient-vannes"),
                try await networks.expert("evano", "Evano", in: "oncobreizh/lorient-vannes"),
            ]
            rennes = try await networks.expert("gallo", "Gallo", in: "oncobreizh/rennes")
        }
    }

    @Test(
        "All of Lorient and Vannes away, a demand of Lorient goes to Rennes with its reasons, and comes back answered")
    func overflow() async throws {
        try await NetworkTown.open(["oncobreizh"]) { networks in
            let cast = try await Cast(networks)
            for expert in cast.lorient { try await networks.leave(expert, days: 30) }
            let demand = try await networks.sent(Self.line, by: cast.asker, TypedForm.skin)
            #expect(try await networks.stored(demand).route.pool == Self.rennes)
            let rennes = try await networks.town.browser(of: cast.rennes)
            let coordinator = try await networks.member("phare", "Phare", of: "oncobreizh", as: .coordinator)
            let page = try await networks.town.browser(of: coordinator).get("/demandes/\(demand)").text.plainlySpaced
            #expect(page.contains("relais de Lorient–Vannes par Rennes, où quelqu’un peut répondre à temps"), "\(page)")
            #expect(page.contains("Dermatologues du secteur Lorient–Vannes n’est pas sollicitée, tous sont absents"))
            #expect(try await rennes.get("/demandes?vue=a-prendre").source.contains(demand))
            try await networks.answer(demand, by: cast.rennes)
            #expect(try await networks.stored(demand).holder == cast.rennes.id)
            #expect(try await networks.acts(demand).contains("TE2"))
            try await networks.readAndClose(demand, by: cast.asker)
        }
    }

    @Test("With one of Lorient there, it stays with Lorient")
    func home() async throws {
        try await NetworkTown.open(["oncobreizh"]) { networks in
            let cast = try await Cast(networks)
            try await networks.leave(cast.lorient[0], days: 30)
            let demand = try await networks.sent(Self.line, by: cast.asker, TypedForm.skin)
            #expect(try await networks.stored(demand).route.pool == "oncobreizh/lorient-vannes")
            #expect(try await networks.town.browser(of: cast.rennes).get("/demandes/\(demand)").status == 404)
        }
    }

    @Test("Sent while they were there, it is widened to Rennes once they left, and Rennes answers")
    func widened() async throws {
        try await NetworkTown.open(["oncobreizh"]) { networks in
            let cast = try await Cast(networks)
            let town = networks.town
            let demand = try await networks.sent(Self.line, by: cast.asker, TypedForm.skin)
            #expect(try await networks.stored(demand).route.pool == "oncobreizh/lorient-vannes")
            for expert in cast.lorient { try await networks.leave(expert, days: 30) }
            let clock = try #require(try await networks.stored(demand).clock)
            let half = clock.instant(atShare: 50, in: LocalTime())
            town.clock.set(to: half - .minutes(1))
            _ = try await town.server.requests.keepPromises()
            #expect(try await networks.stored(demand).reached == [])
            #expect(try await town.browser(of: cast.rennes).get("/demandes/\(demand)").status == 404)
            town.clock.set(to: half)
            _ = try await town.server.requests.keepPromises()
            #expect(try await networks.stored(demand).reached.contains(Self.rennes))
            let asker = try await town.browser(of: cast.asker)
            #expect(
                try await asker.get("/demandes/\(demand)").text.contains("Élargi à Dermatologues du secteur Rennes"))
            try await networks.answer(demand, by: cast.rennes)
            try await networks.readAndClose(demand, by: cast.asker)
        }
    }
}

import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer
@testable import EssaimWeb

@Suite struct CatalogueTests {
    @Test func `a catalogue that is its members' own is absent for everyone, and says nothing`() async throws {
        try await ServedTown.open { town in
            for path in ["/catalogue/network", "/catalogue/absent", "/catalogue/%2E%2E"] {
                let page = try await town.browser().get(path)
                #expect(page.status == 404, "\(path)")
                #expect(!page.text.contains("Dermatologie") && !page.text.contains("Réseau d’essai"))
            }
            #expect(try await town.browser(of: .asker).get("/catalogue/network").status == 404)
        }
    }

    @Test func `the public page holds lines and delays, nobody's name, and no form`() throws {
        let rows = Network.sample.offers.map {
            LineRow($0, in: .sample, ObservedDelay(counted: 40, median: .hours(3), inTime: 39), .sample)
        }
        let model = CatalogueModel(network: Network.sample.name, phone: Network.sample.phone, rows: rows)
        let bytes = CatalogueView(model, in: PageFrame(clock: .sample)).rendered()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("Dermatologie") && text.contains("97\u{A0}%") && text.contains("En pause"))
        for person in Person.samples {
            #expect(
                !text.contains(person.familyName) || Network.sample.name.contains(person.familyName), "\(person.id)")
        }
        for secret in ["_csrf", "<form", "dermatology", "pool-north"] { #expect(!text.contains(secret), "\(secret)") }
    }

    @Test func `what may be kept on the way is kept some minutes only`() async throws {
        try await ServedTown.open { town in
            let page = try await town.browser(of: .asker).get("/lignes")
            #expect(page.header("Cache-Control") == "no-store")
        }
    }
}

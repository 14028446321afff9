import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing
import TransparencyLog

struct PublicJournalTests {
    /// Every file of the public log, as anyone fetches it.
    private func published(_ town: ServedTown) async throws -> [String: [UInt8]] {
        let stranger = town.browser()
        let checkpoint = try await stranger.get("/journal/checkpoint")
        let size = try Checkpoint(body: SignedNote(text: checkpoint.source).body).size
        var files = ["checkpoint": Array(checkpoint.source.utf8)]
        for path in TilePath.all(ofSize: size) {
            let page = try await stranger.get("/journal/\(path.text)")
            #expect(page.status == 200, "\(path.text)")
            files[path.text] = page.bytes
        }
        return files
    }

    @Test func `anyone may fetch the tree, and finds nobody in it`() async throws {
        try await ServedTown.open { town in
            let demand = try await town.answeredDemand()
            for person in [Person.asker, .senior, .coordinator] {
                let browser = try await town.browser(of: person)
                _ = try await browser.get("/demandes")
                _ = try await browser.get("/demandes/\(demand)")
            }
            _ = try await town.server.sequencer.numberAll()
            _ = try await town.server.signer.signOnce()
            let files = try await published(town)
            #expect(files.count >= 3)

            // Whatever names anybody or anything here, from the database itself.
            var identities: Set<String> = ["Fictive", "Rozenn", "localhost:8080"]
            for (table, columns) in [
                ("people", "id, family_name, given_name, rpps"), ("accounts", "login"), ("structures", "id, name"),
                ("requests", "id, number"), ("patients", "id, birth_family_name, first_given_name"),
                ("history", "id, salt, payload, person_id"), ("networks", "id, name"),
            ] {
                for row in try town.ledger.look.rows("SELECT \(columns) FROM \(table)") {
                    identities.formUnion(row.compactMap(\.self).filter { $0.utf8.count >= 4 })
                }
            }
            identities.remove("localhost:8080")
            #expect(identities.count > 50)
            for (name, bytes) in files {
                let text = String(decoding: bytes, as: UTF8.self)
                for identity in identities { #expect(!text.contains(identity), "\(name) holds \(identity.prefix(12))") }
            }
            // An entry says its version, its minute and 32 bytes more.
            let bundle = try #require(files.first { $0.key.hasPrefix("tile/entries/") })
            let entries = try #require(EntryBundle.entries(bundle.value))
            #expect(entries.allSatisfy { $0.count == 41 && JournalLeaf($0) != nil })
        }
    }

    @Test func `what is not of the signed tree is absent, however it is written`() async throws {
        try await ServedTown.open { town in
            _ = try await town.answeredDemand()
            let files = try await published(town)
            let width = try #require(files.keys.first { $0.hasPrefix("tile/0/") }?.split(separator: "/").last)
            let size = try #require(Int(width))
            let stranger = town.browser()
            for path in [
                "tile/0/000", "tile/0/001", "tile/0/000.p/\(size + 1)", "tile/0/000.p/0", "tile/0/000.p/257",
                "tile/0/000.p/0\(size)", "tile/0/0", "tile/0/x000/000", "tile/-1/000", "tile/64/000", "tile/7/000.p/1",
                "tile/entries/000", "tile/entries/000.p/\(size + 1)", "tile/entries/", "tile/", "tile/0",
                "tile/data/000",
                "tile/0/000.p", "tile/0/999999999999999999999", "tile/0/x999/x999/x999/x999/x999/999",
                "tile/0/..%2f000",
                "tile/0/000.p/1?x=1%00",
            ] {
                let page = try await stranger.get("/journal/\(path)")
                #expect(page.status == 404 || page.status == 400, "\(path): \(page.status)")
            }
            // Parts of the last tile are what older sizes had.
            let first = try await stranger.get("/journal/tile/0/000.p/1")
            #expect(first.status == 200 && first.bytes.count == 32)
        }
    }
}

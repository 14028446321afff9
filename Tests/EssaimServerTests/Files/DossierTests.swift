import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@Suite struct DossierTests {
    /// A demand with a photograph and a text, answered.
    private static func answered(_ town: ServedTown) async throws -> (Browser, String) {
        let asker = try await town.browser(of: .asker)
        let draft = try await asker.preparedDraft(Typed.complete)
        _ = try await asker.put(SamplePhoto.jpeg, to: UploadTests.path(draft), named: "lésion.jpg")
        // Files of one millisecond stand in any order.
        town.clock.advance(by: .seconds(1))
        _ = try await asker.put(
            Array("Courrier du confrère".utf8), to: UploadTests.path(draft, String(repeating: "c", count: 32)),
            slot: "other", named: "courrier.txt")
        _ = try await asker.sendDraft(draft)
        return (asker, draft)
    }

    @Test func `the whole of a demand is one PDF, and is written as a reading of its own`() async throws {
        try await ServedTown.open(darkroom: nil) { town in
            let (asker, demand) = try await Self.answered(town)
            let page = try await asker.get("/demandes/\(demand)/dossier/dossier.pdf")
            #expect(page.status == 200 && page.header("Content-Type") == "application/pdf")
            #expect(page.header("Content-Disposition")?.hasPrefix("attachment; filename=\"dossier-") == true)
            #expect(page.bytes.starts(with: Array("%PDF-1.4".utf8)) && page.bytes.suffix(8).contains(0x46))
            // One photograph stands in it as a JPEG.
            #expect(String(decoding: page.bytes, as: UTF8.self).contains("/DCTDecode"))
            let entries = try await town.server.store.read { try $0.history(of: Identifier(demand), limit: 50) }
            #expect(entries.contains { $0.action == "request.view" && $0.payload.contains(#""read":"dossier""#) })
        }
    }

    @Test func `the ZIP holds the PDF and each clean file, and nothing of what was withdrawn`() async throws {
        try await ServedTown.open(darkroom: nil) { town in
            let (asker, demand) = try await Self.answered(town)
            func names() async throws -> [String] {
                let page = try await asker.get("/demandes/\(demand)/dossier/dossier.zip")
                #expect(page.status == 200 && page.header("Content-Type") == "application/zip")
                return page.bytes.entryNames
            }
            let all = try await names()
            #expect(all.count == 3 && all[0].hasPrefix("01 Dossier ") && all[0].hasSuffix(".pdf"))
            #expect(all.contains("02 lésion.jpg") && all.contains("03 courrier.txt"))
            let photo = try #require(
                try await town.server.store.read { try $0.attachments(of: Identifier(demand)) }
                    .first { $0.name == "lésion.jpg" })
            _ = try await asker.act(
                on: demand, "retirer-photo", [("photo", photo.id.rawValue), ("motif", "Autre patient.")])
            #expect(try await names().count == 2)
            #expect(try await asker.get("/demandes/\(demand)/photos/\(photo.id)").status == 404)
        }
    }

    @Test(arguments: ["dossier.exe", "dossier", "..%2Fdossier.pdf", "Dossier.pdf"])
    func `no other file is there`(_ name: String) async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            #expect(try await asker.get("/demandes/\(demand)/dossier/\(name)").status == 404)
        }
    }
}

extension [UInt8] {
    /// The names in a ZIP's central directory (APPNOTE 6.3.10, §4.3.12).
    fileprivate var entryNames: [String] {
        var names: [String] = []
        var at = 0
        while at + 46 <= count {
            if self[at] == 0x50, self[at + 1] == 0x4B, self[at + 2] == 1, self[at + 3] == 2 {
                let length = Int(self[at + 28]) | Int(self[at + 29]) << 8
                names.append(String(decoding: self[at + 46..<at + 46 + length], as: UTF8.self))
                at += 46 + length
            } else {
                at += 1
            }
        }
        return names
    }
}

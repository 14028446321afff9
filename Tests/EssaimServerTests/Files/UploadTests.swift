import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import Testing

@Suite struct UploadTests {
    static let token = "0123456789abcdef0123456789abcdef"
    static let chunk = 64 << 10
    /// Five chunks and a bit, no two alike.
    static let bytes = (0..<(5 * chunk + 321)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }

    static func path(_ draft: String, _ token: String = token) -> String { "/demandes/\(draft)/depots/\(token)" }

    private static func draft(_ town: ServedTown) async throws -> (Browser, String) {
        let asker = try await town.browser(of: .asker)
        return (asker, try await asker.preparedDraft(Typed.complete))
    }

    @Test func `a file sent piece by piece is joined once it is whole, and reads back the same`() async throws {
        try await ServedTown.open { town in
            let (asker, draft) = try await Self.draft(town)
            let (path, total) = (Self.path(draft), Self.bytes.count)
            #expect(try await asker.get(path).header("Upload-Offset") == "0")
            let first = try await asker.put(
                Array(Self.bytes[..<(2 * Self.chunk + 100)]), to: path, at: 0, total: total)
            // Whole chunks stand; what is left of the third is sent again.
            #expect(first.status == 204 && first.header("Upload-Offset") == "131072")
            #expect(try await asker.get(path).header("Upload-Offset") == "131072")
            #expect(try town.ledger.counts()["attachments"] == 0)
            let rest = try await asker.put(
                Array(Self.bytes[(2 * Self.chunk)...]), to: path, at: 2 * Self.chunk, total: total, named: "IMG 1.jpg")
            #expect(rest.status == 201)
            let row = try #require(try await town.server.store.read { try $0.attachments(of: Identifier(draft)) }.first)
            #expect(row.name == "IMG 1.jpg" && row.slot == "centered" && row.file.byteCount == total)
            #expect(try await asker.get("/demandes/\(draft)/photos/\(row.id)").bytes == Self.bytes)
            #expect(try town.storedFiles().count == 1, "the upload itself is gone")
        }
    }

    @Test func `sent again after its answer was lost, a file is joined once`() async throws {
        try await ServedTown.open { town in
            let (asker, draft) = try await Self.draft(town)
            #expect(try await asker.put(Self.bytes, to: Self.path(draft)).status == 201)
            #expect(try await asker.get(Self.path(draft)).status == 201)
            #expect(try await asker.put(Self.bytes, to: Self.path(draft)).status == 201)
            #expect(try await asker.put([], to: Self.path(draft), at: 7, total: 9).status == 201)
            #expect(try town.ledger.counts()["attachments"] == 1)
            #expect(try town.storedFiles().count == 1)
        }
    }

    @Test func `a line cut after the last byte, before the answer, is ended by an empty sending`() async throws {
        try await ServedTown.open { town in
            let (asker, draft) = try await Self.draft(town)
            let upload = try #require(
                Upload(request: Identifier(draft), person: Person.asker.id, token: Self.token))
            _ = try await town.server.files.receive(
                ByteStream(Self.bytes), of: upload, at: 0, total: Self.bytes.count)
            #expect(try await asker.get(Self.path(draft)).header("Upload-Offset") == "\(Self.bytes.count)")
            let end = try await asker.put([], to: Self.path(draft), at: Self.bytes.count, total: Self.bytes.count)
            #expect(end.status == 201)
            #expect(try town.ledger.counts()["attachments"] == 1)
        }
    }

    @Test func `a network cut twenty times at random makes the same file`() async throws {
        try await ServedTown.open { town in
            let (asker, draft) = try await Self.draft(town)
            var random = SeededGenerator(seed: 20)
            var (offset, cuts) = (0, 0)
            let total = Self.bytes.count
            while cuts < 20 {
                let length = Int.random(in: 0..<(Self.chunk + Self.chunk / 2), using: &random)
                let end = min(offset + length, total - 1)
                let page = try await asker.put(
                    Array(Self.bytes[offset..<end]), to: Self.path(draft), at: offset, total: total)
                #expect(page.status == 204)
                offset = try #require(page.header("Upload-Offset").flatMap(Int.init))
                cuts += 1
            }
            let last = try await asker.put(Array(Self.bytes[offset...]), to: Self.path(draft), at: offset, total: total)
            #expect(last.status == 201)
            let row = try #require(try await town.server.store.read { try $0.attachments(of: Identifier(draft)) }.first)
            #expect(try await asker.get("/demandes/\(draft)/photos/\(row.id)").bytes == Self.bytes)
        }
    }

    @Test(arguments: [
        ("somewhere else", 65_536, 400_000, 409), ("more than was said", 0, 100, 413), ("nothing", 0, 0, 413),
        ("beyond its end", 9, 5, 413), ("more than may be", 0, Upload.limit + 1, 413),
    ]) func `a piece that does not fit is told so, and changes nothing`(
        _ what: String, offset: Int, total: Int, status: Int
    ) async throws {
        try await ServedTown.open { town in
            let (asker, draft) = try await Self.draft(town)
            let page = try await asker.put(
                Array(Self.bytes.prefix(70_000)), to: Self.path(draft), at: offset, total: total)
            #expect(page.status == status, "\(what)")
            if status == 409 { #expect(page.header("Upload-Offset") == "0") } else { #expect(page.text.contains("Mo")) }
            #expect(try town.ledger.counts()["attachments"] == 0)
        }
    }

    @Test(arguments: [
        ["Upload-Offset": "-1"], ["Upload-Offset": ""], ["Upload-Offset": "0x10"], ["Upload-Offset": "1e3"],
        ["Upload-Length": "9999999999999"], ["Upload-Length": "many"], ["X-Essaim-Name": "%ZZ"],
        ["X-Essaim-Name": "%FF%FE"],
    ]) func `headers that say nothing are refused as malformed`(_ headers: [String: String]) async throws {
        try await ServedTown.open { town in
            let (asker, draft) = try await Self.draft(town)
            #expect(try await asker.put(Self.bytes, to: Self.path(draft), headers: headers).status == 400)
            #expect(try town.storedFiles().isEmpty)
        }
    }

    @Test(arguments: ["", "x", "0123456789ABCDEF0123456789ABCDEF", "..%2F..%2Fetc", String(repeating: "0", count: 33)])
    func `a token of another shape leads nowhere`(_ token: String) async throws {
        try await ServedTown.open { town in
            let (asker, draft) = try await Self.draft(town)
            #expect(try await asker.put(Self.bytes, to: Self.path(draft, token)).status == 404)
            #expect(try await asker.get(Self.path(draft, token)).status == 404)
        }
    }

    @Test func `without the session's token nothing is taken`() async throws {
        try await ServedTown.open { town in
            let (asker, draft) = try await Self.draft(town)
            for token in ["", "another"] {
                let page = try await asker.put(Self.bytes, to: Self.path(draft), headers: ["X-Essaim-Token": token])
                #expect(page.status == 403)
            }
            let foreign = try await asker.put(
                Self.bytes, to: Self.path(draft), headers: ["Sec-Fetch-Site": "cross-site"])
            #expect(foreign.status == 403)
            #expect(try town.storedFiles().isEmpty)
        }
    }

    @Test func `two people who draw the same token send two files`() async throws {
        try await ServedTown.open { town in
            let (asker, draft) = try await Self.draft(town)
            let colleague = try await town.browser(of: .colleague)
            let half = Array(Self.bytes.prefix(Self.chunk))
            _ = try await asker.put(half, to: Self.path(draft), total: Self.bytes.count)
            #expect(try await colleague.get(Self.path(draft)).header("Upload-Offset") == "0")
            #expect(try await colleague.put(Self.bytes, to: Self.path(draft)).status == 201)
            #expect(try await asker.get(Self.path(draft)).header("Upload-Offset") == "65536")
        }
    }

    @Test func `a demand sent takes files until its answer, told to whoever reads its thread`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let demand = try await asker.sentDemand()
            #expect(try await asker.put(Self.bytes, to: Self.path(demand), named: "de plus près.jpg").status == 201)
            let thread = try await town.server.store.read { try $0.thread(of: Identifier(demand)) }
            #expect(thread.contains { $0.action == .attach && $0.text == "de plus près.jpg" })
            let senior = try await town.browser(of: .senior)
            #expect(try await senior.put(Self.bytes, to: Self.path(demand)).status == 404, "an expert joins nothing")
            _ = try await senior.act(on: demand, "prendre")
            let entries = try await town.server.store.read { try $0.history(of: Identifier(demand), limit: 50) }
            let joined = try #require(entries.first { $0.action == "request.attach" })
            let row = try #require(
                try await town.server.store.read { try $0.attachments(of: Identifier(demand)) }.first)
            #expect(joined.payload.contains(HistoryRecorder.hex(row.file.digest)))
        }
    }
}

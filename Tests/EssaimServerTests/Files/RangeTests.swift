import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import HTTPTypes
import Testing

@Suite struct RangeTests {
    private static func joined(_ town: ServedTown) async throws -> (Browser, String) {
        let asker = try await town.browser(of: .asker)
        let draft = try await asker.preparedDraft(Typed.complete)
        _ = try await asker.put(UploadTests.bytes, to: UploadTests.path(draft))
        let row = try #require(try await town.server.store.read { try $0.attachments(of: Identifier(draft)) }.first)
        return (asker, "/demandes/\(draft)/photos/\(row.id)")
    }

    /// RFC 9110 §14.1.2, by hand: what is asked, what is given of a file of 328,001 bytes.
    static let cases: [(asked: String, status: Int, given: Range<Int>)] = [
        ("bytes=0-0", 206, 0..<1), ("bytes=65530-65545", 206, 65_530..<65_546),
        ("bytes=328000-", 206, 328_000..<328_001), ("bytes=-1", 206, 328_000..<328_001),
        ("bytes=-999999999", 200, 0..<328_001), ("bytes=0-999999999", 200, 0..<328_001),
        ("bytes=131072-262143", 206, 131_072..<262_144),
        // Not one range of bytes: all of it.
        ("bytes=5-2", 200, 0..<328_001), ("bytes=0-1,5-6", 200, 0..<328_001), ("lines=1-2", 200, 0..<328_001),
        ("bytes=a-b", 200, 0..<328_001), ("bytes=", 200, 0..<328_001),
    ]

    @Test(arguments: cases) func `a part of a file is given as asked`(
        _ wanted: (asked: String, status: Int, given: Range<Int>)
    ) async throws {
        #expect(UploadTests.bytes.count == 328_001)
        try await ServedTown.open { town in
            let (asker, path) = try await Self.joined(town)
            let page = try await asker.send(.get, path, headers: ["Range": wanted.asked])
            #expect(page.status == wanted.status && page.bytes == Array(UploadTests.bytes[wanted.given]))
            #expect(page.header("Content-Length") == "\(wanted.given.count)")
            let part = "bytes \(wanted.given.lowerBound)-\(wanted.given.upperBound - 1)/328001"
            #expect(page.header("Content-Range") == (wanted.status == 206 ? part : nil))
            #expect(page.header("Content-Security-Policy") == "default-src 'none'; sandbox; frame-ancestors 'none'")
            #expect(page.header("X-Content-Type-Options") == "nosniff" && page.header("Cache-Control") == "no-store")
        }
    }

    @Test func `beyond the end there is nothing`() async throws {
        try await ServedTown.open { town in
            let (asker, path) = try await Self.joined(town)
            #expect(try await asker.send(.get, path, headers: ["Range": "bytes=328001-"]).status == 404)
        }
    }

    @Test(arguments: ["vignette", "ecran", "page-1"]) func `each size has its address`(_ part: String) async throws {
        try await ServedTown.open { town in
            let (asker, path) = try await Self.joined(town)
            let page = try await asker.get("\(path)/\(part)")
            #expect(page.status == 200 && page.header("Content-Type") == "image/jpeg")
        }
    }

    @Test(arguments: [
        "page-2", "page-0", "page-01", "page--1", "page-", "grand", "retirer", "page-99999999999999999999",
    ])
    func `what is no part of the file is absent`(_ part: String) async throws {
        try await ServedTown.open { town in
            let (asker, path) = try await Self.joined(town)
            #expect(try await asker.get("\(path)/\(part)").status == 404)
        }
    }
}

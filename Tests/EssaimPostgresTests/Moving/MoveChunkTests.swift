import EssaimDomain
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import Testing

/// How much is held at a time.
struct MoveChunkTests {
    private struct Chunk: Sendable { let table: String, rows: Int, bytes: Int, arrived: Int }

    @Test func `20,000 rows go a thousand at a time, in order`() async throws {
        try await MoveStage.with { stage throws in
            try await stage.source { source in
                try await source.writing { connection in
                    for number in 0..<20_000 {
                        try connection.execute(
                            "INSERT INTO attempts(bucket, count, until) VALUES (?, ?, ?)",
                            [.text("bucket-\(number)"), .integer(Int64(number)), 1])
                    }
                }
            }
            let chunks = try await Self.chunks(of: "attempts", in: stage)
            #expect(chunks.map(\.rows) == [Int](repeating: 1_000, count: 20) + [0])
            #expect(chunks.map(\.arrived) == (1...20).map { $0 * 1_000 } + [20_000])
            #expect(try stage.targetLook().texts("SELECT sum(count) FROM attempts") == ["199990000"])
        }
    }

    @Test func `reports of 50 kB go 4 MiB at a time, whatever their number, and a huge row goes alone`() async throws {
        try await MoveStage.with { stage throws in
            let sizes = (1...400).map { $0 == 200 ? 9 << 20 : 50_000 + $0 }
            try await stage.source { source in
                try await source.writing { connection in
                    for (version, size) in sizes.enumerated() {
                        try connection.execute(
                            "INSERT INTO reports(request_id, version, issued_at, pdf) VALUES (?, ?, ?, ?)",
                            [
                                "two", .integer(Int64(version)), 1,
                                .bytes([UInt8](repeating: UInt8(version % 256), count: size)),
                            ])
                    }
                }
            }
            let chunks = try await Self.chunks(of: "reports", in: stage)
            #expect(chunks.reduce(0) { $0 + $1.rows } == 400)
            for chunk in chunks { #expect(chunk.bytes <= 4 << 20 || chunk.rows == 1, "\(chunk)") }
            #expect(chunks.count { $0.bytes > 4 << 20 } == 1)
            #expect(chunks.count < 12, "and not much less than that")
        }
    }

    @Test func `a text is weighed by its bytes, not by its characters`() async throws {
        try await MoveStage.with { stage throws in
            try await stage.source { source in
                try await source.write { tx in
                    for number in 0..<12 { try tx.set("wide-\(number)", to: String(repeating: "🩺", count: 250_000)) }
                }
            }
            let chunks = try await Self.chunks(of: "settings", in: stage)
            #expect(chunks.reduce(0) { $0 + $1.bytes } > 12_000_000)
            for chunk in chunks { #expect(chunk.bytes <= 4 << 20, "\(chunk)") }
        }
    }

    private static func chunks(of table: String, in stage: MoveStage) async throws -> [Chunk] {
        let chunks = Mutex<[Chunk]>([])
        try await stage.move { event in
            if case .chunk(let name, let rows, let bytes, let arrived, _) = event, name == table {
                chunks.withLock { $0.append(Chunk(table: name, rows: rows, bytes: bytes, arrived: arrived)) }
            }
        }
        return chunks.withLock { $0 }
    }
}

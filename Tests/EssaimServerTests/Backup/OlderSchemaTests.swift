import EssaimSQLite
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import Testing

/// Rows that an older version of Essaim wrote.
@Suite struct OlderSchemaTests {
    private enum Step: Sendable {
        case shape([UInt8])
        case rows(String, [[UInt8]])
    }

    @Test func `come back into their own schema, which is then brought up to date`() async throws {
        try await TemporaryFolder.with { old throws in
            try await TemporaryFolder.with { new throws in
                let steps = Migration.all.count - 1
                let source = try SQLiteStore(folder: old, isForMove: true, steps: steps)
                try await Town.found(in: source)
                let met = Mutex<[Step]>([])
                _ = try await CopyOut(of: source).run { piece in
                    switch piece {
                    case .shape(let bytes): met.withLock { $0.append(.shape(bytes)) }
                    case .rows(let table, let rows): met.withLock { $0.append(.rows(table, rows)) }
                    case .ended: break
                    }
                }
                let networks = try await source.read { try $0.networks() }
                try source.close()
                let target = try SQLiteStore(folder: new, isForMove: true, steps: steps)
                var rows: CopyIn?
                for step in met.withLock({ $0 }) {
                    switch step {
                    case .shape(let bytes): rows = try await CopyIn(bytes, to: target)
                    case .rows(let table, let some): try await rows?.add(some, to: table)
                    }
                }
                try await rows?.finish()
                try target.close()
                let served = try SQLiteStore(folder: new)
                #expect(try await served.read { try $0.networks() } == networks && !networks.isEmpty)
                try served.close()
            }
        }
    }

    @Test func `of a later version, or of another product, are known by their steps`() {
        let known = Migration.all.map(\.name)
        #expect(CopyIn.steps(known) == known.count && CopyIn.steps(Array(known.prefix(3))) == 3)
        #expect(CopyIn.steps(known + ["2031-01-later"]) == nil && CopyIn.steps([]) == nil)
        #expect(CopyIn.steps(Array(known.dropFirst())) == nil)
    }
}

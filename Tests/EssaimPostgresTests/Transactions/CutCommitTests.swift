import EssaimPostgres
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import Testing

/// A connection that breaks while COMMIT is under way: nobody knows whether it happened, and it is counted once.
struct CutCommitTests {
    @Test(arguments: CuttingProxy.Cut.allCases, [1, 4])
    func `what was answered is there once, wherever the line was cut`(cut: CuttingProxy.Cut, writers: Int) async throws
    {
        try await through { store, proxy throws in
            try await store.write { try $0.set("count", to: "0") }
            var expected = 0
            for _ in 0..<8 {
                proxy.cutNext(cut)
                let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 0..<writers {
                        group.addTask {
                            try await store.write { tx in
                                let count = try tx.setting("count").flatMap(Int.init) ?? 0
                                try tx.set("count", to: String(count + 1))
                                return count + 1
                            }
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(answers.sorted() == Array(expected + 1...expected + writers), "each is told its own number")
                expected += writers
                #expect(try await store.read { try $0.setting("count") } == String(expected))
            }
            #expect(proxy.left == 0, "every cut was made")
        }
    }

    @Test func `a refusal after a cut is told, and the first try is not kept`() async throws {
        try await through { store, proxy throws in
            try await store.write { try $0.set("lock", to: "free") }
            proxy.cutNext(.before)
            // Taken by someone else between the cut and the second try: it is seen.
            let tries = Tries()
            let taken = try await store.write { tx -> Bool in
                if tries.next() == 2 { return false }
                try tx.set("lock", to: "mine")
                return true
            }
            #expect(taken == false && tries.count == 2)
            #expect(try await store.read { try $0.setting("lock") } == "free")
        }
    }

    /// A store whose every byte goes through the proxy.
    private func through(_ work: (any StorageEngine, CuttingProxy) async throws -> Void) async throws {
        try await OwnDatabase.with { database in
            try await TemporaryFolder.with { folder throws in
                let host = try #require(database.address.split(separator: "host=").last.map(String.init))
                let proxy = CuttingProxy(in: folder, before: host)
                defer { proxy.stop() }
                let address = database.address.replacing(host, with: folder)
                let store = try PostgresStore(PostgresSettings(try PostgresAddress(address), connections: 4))
                defer { store.close() }
                try await work(store, proxy)
            }
        }
    }
}

/// Counts how often a work ran.
final class Tries: Sendable {
    private let kept = Mutex(0)
    var count: Int { kept.withLock { $0 } }
    func next() -> Int {
        kept.withLock { count in
            count += 1
            return count
        }
    }
}

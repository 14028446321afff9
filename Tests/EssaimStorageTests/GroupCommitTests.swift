import EssaimSQLite
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

/// Writes that wait go together; each is answered for itself.
struct GroupCommitTests {
    private struct Mishap: Error, Equatable { let number: Int }

    private func with(_ work: (SQLiteStore, String) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder throws in
            let store = try SQLiteStore(folder: folder)
            defer { try? store.close() }
            try await work(store, folder)
        }
    }

    private func numbers(_ store: SQLiteStore) async throws -> Set<Int> {
        try await store.read { reader in
            Set(try (0..<1000).filter { try reader.setting("n-\($0)") == String($0) })
        }
    }

    @Test func `a thousand writes at once are all answered, each with its own value, and all there`() async throws {
        try await with { store, _ throws in
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<1000 {
                    group.addTask {
                        try await store.write { tx in
                            try tx.set("n-\(number)", to: String(number))
                            return number
                        }
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(answers == Set(0..<1000))
            #expect(try await numbers(store) == Set(0..<1000))
        }
    }

    @Test func `a write that throws undoes only itself, and is told its own error`() async throws {
        try await with { store, _ throws in
            let failed = await withTaskGroup(of: Int?.self) { group in
                for number in 0..<1000 {
                    group.addTask {
                        do {
                            try await store.write { tx in
                                try tx.set("n-\(number)", to: String(number))
                                if number % 7 == 0 { throw Mishap(number: number) }
                            }
                            return nil
                        } catch {
                            return error as? Mishap == Mishap(number: number) ? number : -1
                        }
                    }
                }
                return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
            }
            let sevens = Set((0..<1000).filter { $0 % 7 == 0 })
            #expect(failed == sevens)
            #expect(try await numbers(store) == Set(0..<1000).subtracting(sevens))
        }
    }

    @Test func `a caller who goes away neither loses its write nor takes another's with it`() async throws {
        try await with { store, _ throws in
            let gate = DispatchSemaphore(value: 0)
            let (started, start) = AsyncStream.makeStream(of: Void.self)
            // Holds the committer, so that all the others wait together behind it.
            let first = Task {
                try await store.write { tx in
                    start.yield()
                    gate.wait()
                    try tx.set("first", to: "yes")
                }
            }
            for await _ in started { break }
            let tasks = (0..<100).map { number in
                Task { try await store.write { try $0.set("n-\(number)", to: String(number)) } }
            }
            for task in tasks.enumerated() where task.offset % 3 == 0 { task.element.cancel() }
            first.cancel()
            gate.signal()
            try await first.value
            for task in tasks { try await task.value }
            #expect(try await numbers(store) == Set(0..<100))
            #expect(try await store.read { try $0.setting("first") } == "yes")
        }
    }

    @Test func `a reader never sees a write before it is answered, and always after`() async throws {
        try await with { store, _ throws in
            for number in 0..<50 {
                #expect(try await store.read { try $0.setting("n-\(number)") } == nil)
                try await store.write { try $0.set("n-\(number)", to: String(number)) }
                #expect(try await store.read { try $0.setting("n-\(number)") } == String(number))
            }
        }
    }
}

import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// On the engine of this run.
struct ClosingTests {
    @Test func `closing commits what waits, then refuses, and what was answered is there`() async throws {
        let database = try await TestDatabase()
        let store = try database.open()
        let kept = await withTaskGroup(of: Int?.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let isKept = try? await store.write { tx in
                        try tx.set("n-\(number)", to: String(number))
                        return true
                    }
                    return isKept == true ? number : nil
                }
            }
            group.addTask {
                try? store.close()
                return nil
            }
            return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
        }
        await #expect(throws: StoreFault.self) { try await store.write { try $0.set("late", to: "yes") } }
        let again = try database.open()
        let there = try await again.read { reader in
            Set(try (0..<300).filter { try reader.setting("n-\($0)") == String($0) })
        }
        #expect(there == kept)
        try again.close()
        await database.remove()
    }
}

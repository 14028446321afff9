import Synchronization
import Testing

@testable import EssaimHTTP

/// So many at work, so many waiting; the next is told to come back, and nothing of theirs is begun.
struct AdmissionTests {
    private final class Count: Sendable {
        private let number = Mutex(0)
        var value: Int { number.withLock { $0 } }
        func add() { number.withLock { $0 += 1 } }
    }

    @Test(.timeLimit(.minutes(5))) func `places, then seats, then a refusal; who waits goes in as others leave`()
        async throws
    {
        let admission = Admission(places: 3, seats: 2)
        let (gate, open) = AsyncStream<Void>.makeStream()
        let (begun, done) = (Count(), Count())
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 1...5 {
                group.addTask {
                    try await admission.during {
                        begun.add()
                        for await _ in gate {}
                        done.add()
                    } != nil
                }
            }
            while begun.value < 3 || admission.waiting < 2 { await Task.yield() }
            let refused: Void? = try await admission.during { Issue.record("begun in a full hall") }
            #expect(refused == nil && begun.value == 3)
            open.finish()
            for try await isServed in group { #expect(isServed) }
        }
        #expect(done.value == 5)
        let after: Bool? = try await admission.during { true }
        #expect(after == true)
    }

    @Test func `work that fails leaves its place`() async throws {
        struct Fault: Error {}
        let admission = Admission(places: 1, seats: 0)
        for _ in 1...3 {
            await #expect(throws: Fault.self) { try await admission.during { throw Fault() } as Void? }
        }
        let after: Bool? = try await admission.during { true }
        #expect(after == true)
    }
}

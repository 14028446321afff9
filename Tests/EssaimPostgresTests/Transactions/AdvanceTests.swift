import EssaimDomain
import EssaimPostgres
import EssaimStorage
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Synchronization
import Testing
import TransparencyLog

/// The journal's numbers are given beside commands that never pause: neither holds the other up.
struct AdvanceTests {
    /// How often the work ran, when between its reads and its changes a command looked at the head and left an entry.
    private static func runs(_ isAdvance: Bool) async throws -> Int {
        try await OwnDatabase.with { database in
            let store = try database.open()
            defer { store.close() }
            try await store.write { tx in
                try tx.foundJournal()
                try tx.append(HistoryRecorder().entry("session.start", at: Instant(milliseconds: 1), by: .asker))
            }
            let count = Mutex(0)
            let (hasRead, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let work: @Sendable (any StoreWriter) throws -> Void = { tx in
                guard var head = try tx.journalHead() else { return }
                let waiting = try tx.waitingLeaves(limit: 10)
                let isFirst = count.withLock { count in
                    count += 1
                    return count == 1
                }
                if isFirst {
                    hasRead.signal()
                    mayGoOn.wait()
                }
                for (number, leaf) in waiting.enumerated() { try tx.number(leaf.entry, as: number) }
                head.keeper = "this one"
                _ = try tx.advance(to: head, over: head.edge.size)
            }
            let numbering = Task {
                if isAdvance { try await store.advance(work) } else { try await store.write(work) }
            }
            await withCheckedContinuation { ready in
                Thread.detachNewThread {
                    hasRead.wait()
                    ready.resume()
                }
            }
            try await store.write { tx in
                _ = try tx.journalHead()
                try tx.append(HistoryRecorder().entry("session.end", at: Instant(milliseconds: 2), by: .asker))
            }
            mayGoOn.signal()
            try await numbering.value
            return count.withLock { $0 }
        }
    }

    @Test func `what compares by itself is done at its first run, whoever wrote beside it`() async throws {
        let runs = try await Self.runs(true)
        #expect(runs == 1)
    }

    @Test func `a write beside the same command runs again`() async throws {
        let runs = try await Self.runs(false)
        #expect(runs == 2)
    }
}

import EssaimDomain
import EssaimWorkflow
import Foundation

/// Puts demands into a folder, many a transaction, and says how far it is.
enum Filling {
    private static let chunk = 500
    /// Transactions at once, where the store has several connections.
    private static let writers = 4

    static func fill(_ store: any Store, with count: Int, from demands: inout Demands) async throws {
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (rank, first) in stride(from: 0, to: count, by: chunk).enumerated() {
                let last = min(first + chunk, count)
                let made = (first..<last).map { demands.next($0, of: count) }
                if rank >= writers { try await group.next() }
                group.addTask { try await put(made, in: store) }
                if last % (chunk * 40) == 0 || last == count {
                    let seconds = (ContinuousClock.now - start) / .seconds(1)
                    Report.say("  \(last) of \(count) demands, \(Int(seconds)) s")
                }
            }
            try await group.waitForAll()
        }
    }

    static func put(_ made: [(AdviceRequest, [Attachment])], in store: any Store) async throws {
        try await store.write { tx in
            for (request, photographs) in made {
                try tx.insert(request)
                for photograph in photographs { try tx.insert(photograph) }
                if let document = Territory.document(of: request) { try tx.index(document) }
            }
        }
    }
}

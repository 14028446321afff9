import EssaimDomain
import EssaimWorkflow
import Foundation

/// Puts demands into a folder, many a transaction, and says how far it is.
enum Filling {
    private static let chunk = 500

    static func fill(_ store: any Store, with count: Int, from demands: inout Demands) async throws {
        let start = ContinuousClock.now
        for first in stride(from: 0, to: count, by: chunk) {
            let last = min(first + chunk, count)
            try await put((first..<last).map { demands.next($0, of: count) }, in: store)
            if last % (chunk * 20) == 0 || last == count {
                let seconds = (ContinuousClock.now - start) / .seconds(1)
                Report.say("  \(last) of \(count) demands, \(Int(seconds)) s")
            }
        }
    }

    static func put(_ made: [(AdviceRequest, [Attachment])], in store: any Store) async throws {
        try await store.write { tx in
            for (request, photographs) in made {
                try tx.insert(request)
                for photograph in photographs { try tx.insert(photograph) }
            }
        }
    }
}

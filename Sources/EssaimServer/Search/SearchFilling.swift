import EssaimDomain
import EssaimWorkflow
import Logging
import ServiceLifecycle

/// Puts into the index what was sent before there was one: once, in slices, beside the pages.
struct SearchFilling: Service {
    private static let slice = 100
    private static let done = "search.filled"

    let store: any Store
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                try await fill()
            } catch {
                logger.error("older demands are not all searched yet: done again at the next start")
            }
        }
        // A service that ends would end the server.
        try? await gracefulShutdown()
    }

    /// Does nothing a second time.
    func fill() async throws {
        guard try await store.read({ try $0.setting(Self.done) }) == nil else { return }
        var after: Identifier<AdviceRequest>?
        while !Task.isCancelled {
            let (from, slice) = (after, Self.slice)
            let requests = try await store.read { try $0.unindexed(after: from, limit: slice) }
            guard let last = requests.last else { break }
            try await store.write { tx in
                // Each as it stands now: one that changed since it was listed must not get its older marks.
                for request in try requests.compactMap({ try tx.requestForJob($0.id) }) {
                    if let document = try SearchDocument(request, tx) { try tx.index(document) }
                    if let patient = try request.patient.flatMap({ try tx.patient($0) }) { try tx.insert(patient) }
                }
            }
            after = last.id
        }
        if !Task.isCancelled { try await store.write { try $0.set(Self.done, to: "1") } }
    }
}

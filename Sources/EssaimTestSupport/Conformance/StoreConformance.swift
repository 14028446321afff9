import EssaimDomain
import EssaimWorkflow
import Testing

/// One property that every store keeps, whatever its engine. An engine's suite runs them all, each on a fresh store:
///
///     @Test(arguments: StoreConformance.all)
///     func `the store keeps its contract`(property: StoreConformance) async throws {
///         try await withEngine { try await property.check($0) }
///     }
public struct StoreConformance: Sendable, CustomTestStringConvertible {
    public let testDescription: String
    private let hold: @Sendable (any Store) async throws -> Void

    init(_ sentence: String, _ hold: @escaping @Sendable (any Store) async throws -> Void) {
        testDescription = sentence
        self.hold = hold
    }

    /// Founds the sample town in an empty store, then looks at the property.
    public func check(_ store: any Store) async throws {
        try await Town.found(in: store)
        try await hold(store)
    }

    public static let all: [StoreConformance] =
        requests + files + saving + visibility + worklists + transactions + jobs + networks + people + answering + rotas
        + telling + contacts + schema
        + texts + guarantee + members + signIn + federation + software + accountMails
}

extension Store {
    /// Puts demands there.
    func put(_ requests: [AdviceRequest]) async throws {
        try await write { tx in for request in requests { try tx.insert(request) } }
    }

    func stored(_ id: Identifier<AdviceRequest>) async throws -> AdviceRequest? {
        try await read { try $0.requestForJob(id) }
    }

    /// What a write is refused with; nil when it went through.
    func fault(of work: @escaping @Sendable (any StoreWriter) throws -> Void) async -> StoreFault? {
        do {
            try await write(work)
            return nil
        } catch let fault as StoreFault {
            return fault
        } catch {
            Issue.record("not a fault of the store: \(error)")
            return nil
        }
    }
}

extension StoreFault {
    var isDuplicate: Bool { if case .duplicate = self { true } else { false } }
    var isFailed: Bool { if case .failed = self { true } else { false } }
}

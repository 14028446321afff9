import EssaimWorkflow

/// A store as those see it who open it: the composition root, the move from one engine to another, the tests.
package protocol StorageEngine: Store {
    /// Where notices go up: seen by every server over the same data.
    var bulletin: any Bulletin { get }
    /// A read below the ports, for whole tables.
    func reading<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T
    /// A write below the ports, for whole tables.
    func writing<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T
    /// After rows were removed: takes what the engine still keeps of them out of its own files, as far as it can.
    func scrub() async throws
    /// Ends what is under way, and gives up what is held.
    func close() throws
}

extension StorageEngine {
    public func read<T: Sendable>(_ work: @escaping @Sendable (any StoreReader) throws -> T) async throws -> T {
        try await reading { try work(PortableTransaction($0)) }
    }

    public func write<T: Sendable>(_ work: @escaping @Sendable (any StoreWriter) throws -> T) async throws -> T {
        try await writing { try work(PortableTransaction($0)) }
    }
}

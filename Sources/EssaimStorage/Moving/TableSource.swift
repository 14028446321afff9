/// Whole tables to be read: an engine, or its database opened to be read beside the server that owns it.
package protocol TableSource: Sendable {
    var moving: MoveDialect { get }
    /// One snapshot, below the ports.
    func reading<T: Sendable>(_ work: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T
}

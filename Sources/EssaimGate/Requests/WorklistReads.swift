import EssaimDomain
import EssaimWorkflow

/// A page of a list, with the counts of the others.
public struct WorklistPage: Sendable {
    public let rows: [WorklistRow]
    /// Where the following page begins; nil on the last.
    public let next: WorklistKey?
    public let counts: [WorklistKind: Int]
    public let offsets: OffsetRules
    public let isDemonstration: Bool
    public let networkName: String
}

extension Grant where P == SignedIn {
    public static var pageSize: Int { 50 }
    /// Counts stop there, and pages say « 100+ ».
    public static var countLimit: Int { 100 }

    public func worklist(
        _ view: WorklistKind, counting views: [WorklistKind], after key: WorklistKey?
    ) async throws -> WorklistPage {
        let (reader, isLoopback) = (fact.caller.person.id, house.isLoopback)
        return try await house.store.read { store in
            let rows = try store.rows(view, of: reader, after: key, limit: Self.pageSize + 1)
            let page = Array(rows.prefix(Self.pageSize))
            let more = rows.count > page.count ? page.last.map { WorklistKey(sortKey: $0.sortKey, id: $0.id) } : nil
            let counts = try views.reduce(into: [WorklistKind: Int]()) { counts, view in
                counts[view] = try store.count(view, of: reader, upTo: Self.countLimit)
            }
            let network = try store.networkName(nil)
            return WorklistPage(
                rows: page, next: more, counts: counts,
                offsets: OffsetRules(named: network?.timeZone ?? "Europe/Paris") ?? .centralEuropean,
                isDemonstration: try isLoopback && store.isDemonstration(), networkName: network?.name ?? "")
        }
    }
}

import EssaimDomain
import EssaimWorkflow

/// A page of a list, with the counts of the others.
public struct WorklistPage: Sendable {
    public let rows: [WorklistRow]
    /// Where the following page begins; nil on the last.
    public let next: WorklistKey?
    public let counts: [WorklistKind: Int]
    /// Patients to be seen after the reader's answers; nil for who has no such list.
    public let visitCount: Int?
    public let surroundings: Surroundings
    /// What the circle is to be told of.
    public let emergencies: [EmergencyNotice]
    /// What stands against the reader taking a demand; on that list alone.
    public let hindrance: Availability.Hindrance?
    /// The entry of this opening, on which its refreshes ride.
    public var trace: ViewTrace?
}

extension Grant where P == SignedIn {
    public static var pageSize: Int { 50 }
    /// Counts stop there, and pages say « 100+ ».
    public static var countLimit: Int { 100 }

    /// One entry for a list that is opened: which, how many lines, and a commitment to which ones. A list that reads itself
    /// again rides on it for a while.
    public func worklist(
        _ view: WorklistKind, counting views: [WorklistKind], after key: WorklistKey?, _ input: Input
    ) async throws -> WorklistPage {
        var page = try await rows(view, counting: views, after: key)
        var detail = ["list": view.rawValue, "after": key?.id.rawValue ?? ""]
        if try await house.rides(on: input.trace, fact.caller, .list(detail)) {
            page.trace = input.trace.map { ViewTrace($0) }
        } else {
            detail["lines"] = String(page.rows.count)
            let entry = house.recorder.entry(
                "worklist.view", at: now, by: fact.caller.person, from: input.client,
                content: page.rows.map(\.id.rawValue).joined(separator: " "),
                detail: detail)
            try await house.store.write { try $0.append(entry) }
            page.trace = entry.id
        }
        return page
    }

    private func rows(
        _ view: WorklistKind, counting views: [WorklistKind], after key: WorklistKey?
    ) async throws -> WorklistPage {
        let (reader, isLoopback, now) = (fact.caller.person.id, house.isLoopback, now)
        let booksVisits = fact.caller.booksVisits
        return try await house.store.read { store in
            let rows = try store.rows(view, of: reader, at: now, after: key, limit: Self.pageSize + 1)
            let page = Array(rows.prefix(Self.pageSize))
            let more = rows.count > page.count ? page.last.map { WorklistKey(sortKey: $0.sortKey, id: $0.id) } : nil
            let counts = try views.reduce(into: [WorklistKind: Int]()) { counts, view in
                counts[view] = try store.count(view, of: reader, at: now, upTo: Self.countLimit)
            }
            let surroundings = try Surroundings(store, isLoopback: isLoopback)
            return WorklistPage(
                rows: page, next: more, counts: counts,
                visitCount: booksVisits ? try store.visitCount(of: reader, upTo: Self.countLimit) : nil,
                surroundings: surroundings,
                emergencies: try store.unreadEmergencies(
                    for: reader, since: now - EmergencyAccess.noticeLasts, limit: 5),
                hindrance: view == .toTake
                    ? try store.hindrance(of: reader, at: now, in: surroundings.local) : nil)
        }
    }
}

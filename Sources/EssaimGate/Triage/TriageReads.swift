import EssaimDomain
import EssaimWorkflow

/// One demand on the regulator's board.
public struct TriageLine: Sendable {
    /// What it brings, before anybody reads it.
    public struct Completeness: Sendable, Equatable {
        public enum Photographs: Sendable, Equatable { case none, impossible, joined(Int) }

        public let photographs: Photographs
        /// Compulsory questions of its form that are not, or no longer, answered as the form asks.
        public let missing: Int
        public let isConsented: Bool
    }

    public let row: WorklistRow
    /// Who looks at it now; nil when nobody does.
    public let claimant: String?
    public let isMine: Bool
    /// Demands with the same mark were put together.
    public let group: Identifier<DemandGroup>?
    public let completeness: Completeness
}

/// A page of the board, with the counts of its lists.
public struct TriagePage: Sendable {
    public let lines: [TriageLine]
    public let next: WorklistKey?
    public let counts: [WorklistKind: Int]
    public let surroundings: Surroundings
    public let trace: ViewTrace?
}

extension Grant where P == Triages {
    public static var pageSize: Int { 50 }
    /// Counts stop there, and pages say « 100+ ».
    public static var countLimit: Int { 100 }

    /// One entry for a list that is opened; one that reads itself again rides on it for a while.
    public func board(
        _ view: WorklistKind, counting views: [WorklistKind], after key: WorklistKey?, _ input: Input
    ) async throws -> TriagePage {
        let (reader, now, isLoopback, forms) = (fact.caller.person.id, now, house.isLoopback, house.forms)
        let network = fact.caller.watches.first
        let detail = ["list": view.rawValue, "after": key?.id.rawValue ?? ""]
        let rides = try await house.rides(on: input.trace, fact.caller, .list(detail))
        let found = try await house.store.read { store in
            let rows = try store.rows(view, of: reader, at: now, after: key, limit: Self.pageSize + 1)
            let page = Array(rows.prefix(Self.pageSize))
            let facts = try store.triageFacts(of: Set(page.map(\.id)), visibleTo: reader)
            return (
                lines: page.compactMap { row in
                    facts[row.id].map { TriageLine(row, $0, form: forms[$0.form], for: reader, at: now) }
                },
                next: rows.count > page.count
                    ? page.last.map { WorklistKey(sortKey: $0.sortKey, id: $0.id) } : nil,
                counts: try views.reduce(into: [WorklistKind: Int]()) { counts, view in
                    counts[view] = try store.count(view, of: reader, at: now, upTo: Self.countLimit)
                }, surroundings: try Surroundings(store, of: network, isLoopback: isLoopback)
            )
        }
        var trace = rides ? input.trace.map { ViewTrace($0) } : nil
        if !rides {
            let entry = house.recorder.entry(
                "worklist.view", at: now, by: fact.caller.person, from: input.client,
                content: found.lines.map(\.row.id.rawValue).joined(separator: " "),
                detail: detail.merging(["lines": String(found.lines.count)]) { $1 })
            try await house.store.write { try $0.append(entry) }
            trace = entry.id
        }
        return TriagePage(
            lines: found.lines, next: found.next, counts: found.counts, surroundings: found.surroundings, trace: trace)
    }

    /// One act on all that was ticked.
    public func perform(
        _ command: Command, onAll marks: [RequestMark], _ seal: CommandSeal
    ) async throws -> Result<[RequestDesk.Receipt], Refusal> {
        try await house.requests.perform(
            command, onAll: marks, key: seal.key, by: fact.caller.person.id, from: seal.place)
    }
}

extension TriageLine {
    fileprivate init(
        _ row: WorklistRow, _ facts: TriageFacts, form: ClinicalProtocol?, for reader: Identifier<Person>,
        at now: Instant
    ) {
        let claim = facts.triage?.passedOnAt == nil ? facts.triage?.claim(at: now) : nil
        let isImpossible = !facts.content.photographsImpossible.trimmed.isEmpty
        self.init(
            row: row, claimant: claim == nil ? nil : facts.claimant, isMine: claim?.by == reader, group: facts.group,
            completeness: Completeness(
                photographs: row.photographs > 0
                    ? .joined(row.photographs) : isImpossible ? .impossible : .none,
                missing: form?.check(facts.content.form).faults.count ?? 0, isConsented: facts.isConsented))
    }
}

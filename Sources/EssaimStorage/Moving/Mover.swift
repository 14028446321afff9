import EssaimDomain
import EssaimWorkflow
import Foundation

/// What a move says of itself while it goes on.
package enum MoveEvent: Sendable, Equatable {
    /// Before the first row: what is to be moved, and what had arrived before.
    case began(tables: Int, rows: Int, arrived: Int)
    /// A chunk is safe on the target.
    case chunk(table: String, rows: Int, bytes: Int, arrived: Int, of: Int)
    case copied(table: String, rows: Int)
    /// Both sides of a table are about to be read again.
    case comparing(table: String)
    case compared(TableVerdict)
}

/// Moves everything that one engine keeps to another, empty one.
///
/// It may be killed anywhere and run again: it goes on from what arrived. Nothing of the source changes but its marks
/// (`MoveMark`), and the last one only after every row was compared.
package struct Mover: Sendable {
    package enum Outcome: Sendable, Equatable {
        case moved(rows: Int)
        /// By an earlier run; the text of `MoveMark.moved`.
        case movedBefore(String)
    }

    let source: any MovableEngine
    let target: any MovableEngine
    let limits: MoveLimits
    let report: @Sendable (MoveEvent) -> Void

    package init(
        from source: any MovableEngine, to target: any MovableEngine, limits: MoveLimits = MoveLimits(),
        report: @escaping @Sendable (MoveEvent) -> Void = { _ in }
    ) {
        self.source = source
        self.target = target
        self.limits = limits
        self.report = report
    }

    /// - Parameter place: where the target is, for people: what the source will say from then on.
    /// - Throws: `MoveFault`, or `StoreFault` of either engine.
    package func run(at now: Instant, place: String) async throws -> Outcome {
        let mark = try await source.read { (id: try $0.setting(MoveMark.id), moved: try $0.setting(MoveMark.moved)) }
        if let moved = mark.moved {
            try await finish(from: mark.id)
            return .movedBefore(moved)
        }
        let (from, to) = (source.moving, target.moving)
        let sourceTables = try await source.reading { try Catalogue.read($0, from) }
        let targetTables = try await target.reading { try Catalogue.read($0, to) }
        let plan = try MovePlan(from: sourceTables, to: targetTables)
        // Looked at before the source is marked, and again in the transaction that begins.
        let id = mark.id ?? UUID().uuidString
        _ = try await target.reading { try Self.progress(plan, id, on: $0, to) }
        if mark.id == nil { try await source.write { try $0.set(MoveMark.id, to: id) } }
        let progress = try await target.writing { try Self.begin(plan, id, on: $0, to) }
        let rows = try await copy(plan, progress)
        try await compare(plan)
        try await source.write { try $0.set(MoveMark.moved, to: MoveMark.text(at: now, place: place)) }
        try await finish(from: id)
        return .moved(rows: rows)
    }
}

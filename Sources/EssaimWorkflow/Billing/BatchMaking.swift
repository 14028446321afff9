import EssaimDomain

/// Makes a batch of an establishment's acts in one transaction: what is to be billed in a span of time, and what takes back
/// or replaces lines that left before. An act leaves once.
public struct BatchMaking: Sendable {
    public enum Outcome: Sendable, Equatable {
        case made(Identifier<ClaimBatch>)
        /// Nothing new; the last batch of the establishment, if there is one.
        case nothing(last: Identifier<ClaimBatch>?)
    }

    /// Acts of one batch; what is beyond waits for the next.
    public static let most = 2_000

    let filter: ClaimFilter
    let establishment: Structure
    /// `2026-11`.
    let period: String
    /// As it was chosen; empty for all.
    let unit: String
    let officer: Person
    let now: Instant
    let place: String
    let local: LocalTime
    let recorder = HistoryRecorder()

    public init(
        _ filter: ClaimFilter, establishment: Structure, period: String, unit: String, by officer: Person,
        at now: Instant, from place: String, in local: LocalTime
    ) {
        self.filter = filter
        self.establishment = establishment
        self.period = period
        self.unit = unit
        self.officer = officer
        self.now = now
        self.place = place
        self.local = local
    }

    public func make(_ tx: any StoreWriter, key: String) throws -> Outcome {
        let fingerprint = "billing batch \(establishment.id.rawValue) \(period) \(unit)"
        if let before = try tx.outcome(of: key, by: officer.id), before.fingerprint == fingerprint {
            return before.result.isEmpty ? .nothing(last: nil) : .made(Identifier(before.result))
        }
        let acts = Array(try tx.claimsToBatch(filter, limit: Self.most).prefix(Self.most))
        guard !acts.isEmpty else {
            return .nothing(last: try tx.batches(of: establishment.id, before: nil, limit: 1).first?.id)
        }
        let number = try tx.drawBatchNumber(of: establishment.id)
        let lines = acts.flatMap { draft($0) }
        let batch = ClaimBatch(
            id: .new(at: now), establishment: establishment.id, number: number, period: period, unit: unit,
            madeBy: officer.id, madeAt: now, lineCount: lines.count, columns: ClaimCells.columns)
        try tx.insert(batch)
        for (index, draft) in lines.enumerated() {
            let id = Identifier<ClaimLine>("L\(number)-\(index + 1)")
            let line = ClaimLine(
                id: id, act: draft.act.standing.id, origin: draft.act.carried?.id, isReversal: draft.isReversal,
                cells: draft.cells.named(id))
            try tx.insert(line, at: index + 1, in: batch, over: draft.isReversal ? nil : draft.act.standing)
            if draft.isReversal { try tx.settle(draft.act.standing.id) }
        }
        try tx.remember(key, by: officer.id, fingerprint: fingerprint, result: batch.id.rawValue, at: now)
        try tx.append(
            recorder.entry(
                "billing.batch", at: now, by: officer, from: place,
                content: lines.map(\.act.standing.id.rawValue).joined(separator: " "),
                detail: [
                    "batch": String(number), "lines": String(lines.count), "period": period,
                    "establishment": establishment.id.rawValue,
                ]))
        return .made(batch.id)
    }

    private struct DraftLine {
        let act: ClaimedAct
        let isReversal: Bool
        let cells: ClaimCells
    }

    /// What takes the former line back, with its own words; then the act as it is today.
    private func draft(_ act: ClaimedAct) -> [DraftLine] {
        var lines: [DraftLine] = []
        if act.carry == .reversal, let carried = act.carried {
            lines.append(DraftLine(act: act, isReversal: true, cells: ClaimCells(reversing: carried)))
        }
        if act.standing.state == .open {
            lines.append(
                DraftLine(
                    act: act, isReversal: false,
                    cells: ClaimCells(act, of: establishment, on: local.date(at: act.performedAt))))
        }
        return lines
    }
}

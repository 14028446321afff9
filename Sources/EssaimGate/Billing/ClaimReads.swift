import EssaimDomain
import EssaimWorkflow

/// What a billing office asked to see.
public struct ClaimQuestion: Sendable, Equatable {
    public var establishment: Identifier<Structure>?
    /// The first day of a month.
    public var month: CivilDate
    public var unit: ClaimUnit?
    public var state: ActState?
    public var after: ActKey?

    public init(
        establishment: Identifier<Structure>? = nil, month: CivilDate, unit: ClaimUnit? = nil, state: ActState? = nil,
        after: ActKey? = nil
    ) {
        self.establishment = establishment
        self.month = month
        self.unit = unit
        self.state = state
        self.after = after
    }

    /// `2026-11`.
    public var period: String { String(month.description.prefix(7)) }

    func filter(of establishment: Structure, in local: LocalTime) -> ClaimFilter {
        ClaimFilter(
            establishment: establishment.id, from: local.midnight(startOf: month),
            until: local.midnight(startOf: month.adding(months: 1)), unit: unit, state: state)
    }
}

public struct ClaimsPage: Sendable {
    public let establishment: Structure
    public let establishments: [Structure]
    public let acts: [ClaimedAct]
    public let next: ActKey?
    public let units: [(unit: ClaimUnit, name: String)]
    /// The last made first.
    public let batches: [ClaimBatch]
    public let surroundings: Surroundings
}

public struct BatchPage: Sendable {
    public let establishment: Structure
    public let batch: ClaimBatch
    public let maker: Person?
    public let lines: [StandingLine]
    /// The position after which the next page begins.
    public let next: Int?
    public let surroundings: Surroundings
}

extension Grant where P == KeepBilling {
    public static var claimsPageSize: Int { 50 }
    public static var batchesShown: Int { 12 }

    /// The acts of one establishment of this office; nil for another's.
    public func claims(_ question: ClaimQuestion, _ input: Input) async throws -> ClaimsPage? {
        guard let establishment = establishment(question.establishment) else { return nil }
        let (house, all) = (house, fact.establishments)
        let page = try await house.store.read { store in
            let surroundings = try Surroundings(store, isLoopback: house.isLoopback)
            let found = try store.claims(
                question.filter(of: establishment, in: surroundings.local), after: question.after,
                limit: Self.claimsPageSize + 1)
            let acts = Array(found.prefix(Self.claimsPageSize))
            let last = found.count > acts.count ? acts.last : nil
            return ClaimsPage(
                establishment: establishment, establishments: all, acts: acts,
                next: last.map { ActKey(at: $0.performedAt, id: $0.standing.id) },
                units: try store.claimUnits(of: establishment.id),
                batches: try store.batches(of: establishment.id, before: nil, limit: Self.batchesShown),
                surroundings: surroundings)
        }
        let entry = house.recorder.entry(
            "billing.office", at: now, by: fact.caller.person, from: input.client,
            content: page.acts.map(\.standing.id.rawValue).joined(separator: " "),
            detail: [
                "lines": String(page.acts.count), "period": question.period, "establishment": establishment.id.rawValue,
            ])
        try await house.store.write { try $0.append(entry) }
        return page
    }

    /// A batch of one of this office's establishments, a page of its lines.
    public func batch(_ id: Identifier<ClaimBatch>, after position: Int, _ input: Input) async throws -> BatchPage? {
        let page = try await lines(of: id, after: position, limit: Self.claimsPageSize)
        guard let page else { return nil }
        let entry = house.recorder.entry(
            "billing.lines", at: now, by: fact.caller.person, from: input.client,
            detail: ["batch": String(page.batch.number), "lines": String(page.lines.count)])
        try await house.store.write { try $0.append(entry) }
        return page
    }

    /// All of a batch, to leave as a file: the same each time.
    public func export(_ id: Identifier<ClaimBatch>, _ input: Input) async throws -> BatchPage? {
        let page = try await lines(of: id, after: 0, limit: 2 * BatchMaking.most)
        guard let page else { return nil }
        let entry = house.recorder.entry(
            "billing.export", at: now, by: fact.caller.person, from: input.client,
            content: page.lines.map(\.line.id.rawValue).joined(separator: " "),
            detail: [
                "batch": String(page.batch.number), "lines": String(page.lines.count),
                "establishment": page.establishment.id.rawValue,
            ])
        try await house.store.write { try $0.append(entry) }
        return page
    }

    /// The establishment named, if it is this office's; the first when none is named.
    func establishment(_ id: Identifier<Structure>?) -> Structure? {
        guard let id else { return fact.establishments.first }
        return fact.establishments.first { $0.id == id }
    }

    private func lines(of id: Identifier<ClaimBatch>, after position: Int, limit: Int) async throws -> BatchPage? {
        let (house, mine) = (house, fact.establishments)
        return try await house.store.read { store in
            guard let batch = try store.batch(id, ofAny: Set(mine.map(\.id))),
                let establishment = mine.first(where: { $0.id == batch.establishment })
            else { return nil }
            let lines = try store.lines(of: batch, after: position, limit: limit)
            let end = position + lines.count
            return BatchPage(
                establishment: establishment, batch: batch, maker: try store.person(batch.madeBy), lines: lines,
                next: end < batch.lineCount ? end : nil,
                surroundings: try Surroundings(store, isLoopback: house.isLoopback))
        }
    }
}

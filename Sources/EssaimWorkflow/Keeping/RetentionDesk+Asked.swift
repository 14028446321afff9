import EssaimDomain

/// Why a demand is not erased when someone asks.
public enum ErasureFault: Error, Sendable, Equatable {
    /// No demand that was sent bears this number.
    case unknown
    case erased(on: CivilDate)
    /// Someone still owes something.
    case notOver
    case held(reason: String)
    /// The law keeps it; from that day on it may be erased.
    case kept(until: CivilDate)
    /// Nothing is ended by a clock that cannot be believed.
    case clock
}

extension RetentionDesk {
    /// The longest reason of a hold, in characters.
    public static let longestReason = 500

    /// Erases a demand before its turn, though never before its day: a refusal is an entry, as the erasure is.
    public func erase(_ number: RequestNumber) async throws -> Result<Void, ErasureFault> {
        let now = clock.now()
        let done = try await store.write { tx -> Result<[String], ErasureFault> in
            let found: RetentionFacts
            switch try Self.facts(number, tx) {
            case .failure(let fault): return .failure(fault)
            case .success(let facts): found = facts
            }
            if let fault = try Self.fault(found, now, tx) {
                try tx.append(
                    recorder.entry(
                        "request.erase", outcome: "refused", at: now, by: nil, request: try tx.requestForJob(found.id),
                        detail: ["why": fault.word]))
                return .failure(fault)
            }
            return .success(try purge(found.id, at: now, by: "asked", tx))
        }
        switch done {
        case .failure(let fault): return .failure(fault)
        case .success(let files):
            for file in files { try await vault.remove(file) }
            return .success(())
        }
    }

    /// *Ne pas purger*, with its reason; nil lifts it. The reason is kept beside the demand: the journal commits to it.
    public func hold(_ number: RequestNumber, reason: String?) async throws -> Result<Void, ErasureFault> {
        let now = clock.now()
        return try await store.write { tx in
            switch try Self.facts(number, tx) {
            case .failure(let fault): return .failure(fault)
            case .success(let facts):
                try tx.hold(facts.id, reason.map { RetentionHold(at: now, reason: $0) })
                try tx.append(
                    recorder.entry(
                        reason == nil ? "request.released" : "request.held", at: now, by: nil,
                        request: try tx.requestForJob(facts.id), content: reason))
                return .success(())
            }
        }
    }

    /// What is known of the demand that bears this number.
    public static func facts(
        _ number: RequestNumber, _ reader: any StoreReader
    ) throws -> Result<RetentionFacts, ErasureFault> {
        if let facts = try reader.retention(numbered: number) { return .success(facts) }
        guard let gone = try reader.purged(number) else { return .failure(.unknown) }
        return .failure(.erased(on: local.date(at: gone.purgedAt)))
    }

    /// What stands against erasing it now.
    public static func fault(
        _ facts: RetentionFacts, _ now: Instant, _ reader: any StoreReader
    ) throws -> ErasureFault? {
        if let hold = facts.hold { return .held(reason: hold.reason) }
        if !facts.isOver { return .notOver }
        if try verdict(reader, now) != .good { return .clock }
        return facts.purgeDay <= local.date(at: now) ? nil : .kept(until: facts.purgeDay)
    }

    /// How many demands wait for what; those to be erased by each of `days`.
    public static func counts(
        at now: Instant, by days: [CivilDate], _ reader: any StoreReader
    ) throws -> RetentionCounts {
        try reader.retentionCounts(
            lastTouchedBefore: archiveEnd(at: now),
            purgedBy: [now] + days.map { local.midnight(startOf: $0) })
    }
}

extension ErasureFault {
    /// As the journal says it.
    fileprivate var word: String {
        switch self {
        case .unknown: "unknown"
        case .erased: "erased"
        case .notOver: "not over"
        case .held: "held"
        case .kept(let day): "kept until \(day)"
        case .clock: "clock"
        }
    }
}

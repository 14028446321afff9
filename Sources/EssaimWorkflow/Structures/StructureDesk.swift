import EssaimDomain

/// What its administrators do to a structure. Each act is decided again in its transaction, from who they are by then, and
/// is told at once: who lost a place keeps no page open.
public struct StructureDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let bulletin: any Bulletin
    let recorder = HistoryRecorder()

    public init(store: any Store, clock: any WallClock, bulletin: any Bulletin) {
        self.store = store
        self.clock = clock
        self.bulletin = bulletin
    }

    /// Who acts, on which structure, from where.
    public struct Act: Sendable {
        let structure: Identifier<Structure>
        let by: Identifier<Person>
        let place: String

        public init(on structure: Identifier<Structure>, by person: Identifier<Person>, from place: String) {
            self.structure = structure
            by = person
            self.place = place
        }
    }

    public func save(
        _ typed: TypedStructure, over version: Int, _ act: Act
    ) async throws -> Result<Void, Refusal> {
        let facts: StructureFacts
        switch typed.checked() {
        case .success(let checked): facts = checked
        case .failure(let refusal): return .failure(refusal)
        }
        return try await perform("facts", act) { tx, _, _ in
            guard try tx.save(facts, of: act.structure, over: version) else {
                return .failure(.stale(current: version))
            }
            return .success([:])
        }
    }

    public func change(
        _ person: Identifier<Person>, to typed: TypedTerms, over version: Int, _ act: Act
    ) async throws -> Result<Void, Refusal> {
        try await perform("place", act) { tx, now, local in
            switch try terms(typed, act.structure, except: person, now, local, tx) {
            case .success(let terms):
                return try change(person, .place(terms), over: version, act, now, local, tx)
            case .failure(let refusal): return .failure(refusal)
            }
        }
    }

    public func change(
        _ person: Identifier<Person>, _ change: StructureChange, over version: Int, _ act: Act
    ) async throws -> Result<Void, Refusal> {
        try await perform(change.name, act) { tx, now, local in
            try self.change(person, change, over: version, act, now, local, tx)
        }
    }

    private func change(
        _ person: Identifier<Person>, _ change: StructureChange, over version: Int, _ act: Act, _ now: Instant,
        _ local: LocalTime, _ tx: any StoreWriter
    ) throws -> Result<[String: String], Refusal> {
        guard let member = try tx.member(person, of: act.structure) else { return .failure(.notFound) }
        guard member.version == version else { return .failure(.stale(current: member.version)) }
        let isLast = try !tx.isAdministered(act.structure, besides: person)
        switch member.changed(by: change, at: now, in: local, isLastAdministrator: isLast) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let changed):
            guard try tx.save(changed) else { return .failure(.stale(current: member.version)) }
            return .success(["member": person.rawValue, "place": changed.terms.place.rawValue])
        }
    }

    /// What was typed of a place, as it may be in that structure.
    func terms(
        _ typed: TypedTerms, _ structure: Identifier<Structure>, except person: Identifier<Person>?, _ now: Instant,
        _ local: LocalTime, _ tx: any StoreReader
    ) throws -> Result<StructureTerms, Refusal> {
        let known = try tx.professionals(of: structure, limit: StructureTerms.mostPrincipals).map(\.id)
        return typed.checked(
            today: local.date(at: now), among: Set(known.filter { $0 != person }))
    }

    /// One act in one transaction with its entry, by someone who administers the structure then.
    /// - Parameter work: what to add to the entry, or why nothing was changed.
    func perform(
        _ name: String, _ act: Act,
        _ work: @escaping @Sendable (any StoreWriter, Instant, LocalTime) throws -> Result<[String: String], Refusal>
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now()
        let result = try await store.write { tx -> Result<Void, Refusal> in
            guard let who = try tx.caller(act.by), who.administers.contains(where: { $0.id == act.structure }) else {
                return .failure(.notFound)
            }
            let result = try work(tx, now, try Self.localTime(tx))
            var detail = ["structure": act.structure.rawValue]
            switch result {
            case .success(let more): detail.merge(more) { $1 }
            case .failure(let refusal): detail["why"] = refusal.why
            }
            let isDone = (try? result.get()) != nil
            try tx.append(
                recorder.entry(
                    "structure.\(name)", outcome: isDone ? "done" : "refused", at: now, by: who.person,
                    from: act.place, detail: detail))
            return result.map { _ in () }
        }
        if case .success = result { bulletin.post(.people) }
        return result
    }

    /// The first network's: a structure belongs to none.
    static func localTime(_ reader: any StoreReader) throws -> LocalTime {
        try reader.networkName(nil)?.local ?? LocalTime()
    }
}

extension StructureChange {
    fileprivate var name: String {
        switch self {
        case .place: "place"
        case .suspend: "suspend"
        case .resume: "resume"
        case .end: "end"
        }
    }
}

extension Refusal {
    /// As an entry says it: never what was typed.
    fileprivate var why: String {
        switch self {
        case .stale: "stale"
        case .faults(let faults): faults.map(\.field).joined(separator: " ")
        default: "not found"
        }
    }
}

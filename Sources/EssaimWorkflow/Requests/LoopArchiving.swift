import EssaimDomain

extension RequestDesk {
    /// How many demands one transaction archives.
    public static let archiveSlice = 100

    /// Archives what nobody closed in time (*boucle non fermée*), and tells nobody; how many. Each demand is read and decided
    /// on again in the transaction that changes it: another server, a restart or a clock set back archives nothing twice.
    public func archiveUnclosed() async throws -> Int {
        var (total, key): (Int, WorklistKey?) = (0, nil)
        while !Task.isCancelled {
            let (now, start) = (clock.now(), key)
            let slice = try await store.write { tx in
                let keys = try tx.requestsToArchive(at: now, after: start, limit: Self.archiveSlice)
                let work = EngineWork(desk: self, tx: tx, now: now)
                return (
                    changed: try keys.compactMap { try work.archive($0.id) }, last: keys.last,
                    isFull: keys.count == Self.archiveSlice
                )
            }
            // Open lists read themselves again; nobody is sent anything.
            for changed in slice.changed { bulletin.post(.request(changed)) }
            total += slice.changed.count
            guard slice.isFull else { break }
            key = slice.last
        }
        return total
    }
}

/// What Essaim does by itself, inside a transaction: the same pure decision, with nobody's name on it.
struct EngineWork {
    let desk: RequestDesk
    let tx: any StoreWriter
    let now: Instant

    /// What is archived is owed no more.
    func archive(_ id: Identifier<AdviceRequest>) throws -> ChangedRequest? {
        guard let changed = try perform(.archiveUnclosed, on: id) else { return nil }
        try tx.keepGuarantee(of: id, at: nil)
        return changed
    }

    /// The demand as it changed; nil when it is not, or no longer, to be done.
    func perform(
        _ command: Command, on id: Identifier<AdviceRequest>, detail: [String: String] = [:]
    ) throws -> ChangedRequest? {
        guard let request = try tx.requestForJob(id),
            request.actions(availableTo: .engine, at: now).contains(command.action),
            let requester = try tx.person(request.requester)
        else { return nil }
        let performance = Performance(desk: desk, tx: tx, now: now, caller: requester.id)
        let context = try performance.context(command, request, by: requester)
        guard case .success(let decision) = request.decide(command, by: .engine, in: context),
            try tx.save(decision.request, over: request.version, since: request)
        else { return nil }
        try performance.index(decision.request, since: request)
        let entry = ThreadEntry(
            id: .new(at: now), at: now, author: nil, action: command.action, text: decision.threadText ?? "")
        try tx.append(entry, to: id)
        try tx.append(
            desk.recorder.entry(
                "request.\(command.action.rawValue)", at: now, by: nil, as: [.engine], request: decision.request,
                detail: detail))
        return ChangedRequest(decision.request, since: request)
    }
}

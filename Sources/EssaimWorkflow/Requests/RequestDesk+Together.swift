import EssaimDomain

/// A demand as it was read.
public struct RequestMark: Sendable, Hashable {
    public let id: Identifier<AdviceRequest>
    public let version: Int

    public init(_ id: Identifier<AdviceRequest>, version: Int) {
        self.id = id
        self.version = version
    }
}

extension RequestDesk {
    /// How many demands one act takes together.
    public static let mostTogether = 50

    /// One act on several demands in one transaction, each under its own version: all of them, or none. What is refused to one
    /// is the answer for all. Demands are put together within one structure: another's never share a mark.
    public func perform(
        _ command: Command, onAll marks: [RequestMark], key: String, by caller: Identifier<Person>,
        from place: String = ""
    ) async throws -> Result<[Receipt], Refusal> {
        var seen: Set<Identifier<AdviceRequest>> = []
        let marks = marks.filter { seen.insert($0.id).inserted }
        guard !marks.isEmpty, marks.count <= Self.mostTogether else { return .failure(.notFound) }
        let now = clock.now()
        let result = try await store.write { tx -> Result<[Receipt], Refusal> in
            let work = Performance(desk: self, tx: tx, now: now, caller: caller, place: place)
            if let refusal = try work.refusal(of: command, onAll: marks, key: key) { return .failure(refusal) }
            var receipts: [Receipt] = []
            for (number, mark) in marks.enumerated() {
                switch try work.perform(command, on: mark.id, at: mark.version, key: "\(key)-\(number)") {
                case .success(let receipt): receipts.append(receipt)
                // All was tried before anything was written: what fails now is a fault of the store.
                case .failure: throw StoreFault.failed("an act on several demands")
                }
            }
            return .success(receipts)
        }
        if case .success(let receipts) = result { for receipt in receipts { tell(of: command, receipt) } }
        return result
    }
}

extension Performance {
    /// Why one of them is refused, before anything is written; nil when none is, or when all was done before.
    fileprivate func refusal(of command: Command, onAll marks: [RequestMark], key: String) throws -> Refusal? {
        guard let who = try tx.caller(caller) else { return .notFound }
        var structures: Set<Identifier<Structure>> = []
        for (number, mark) in marks.enumerated() {
            if try tx.outcome(of: "\(key)-\(number)", by: caller) != nil { continue }
            guard let request = try tx.request(mark.id, visibleTo: caller) else { return .notFound }
            structures.insert(request.structure)
            let actor = Actor(who, to: request)
            let isAllowed = request.actions(availableTo: actor, at: now).contains(command.action)
            if isAllowed, request.version != mark.version { return .stale(current: request.version) }
            if case .failure(let refusal) = request.decide(
                command, by: actor, in: try context(command, request, by: who.person))
            {
                return refusal
            }
        }
        guard command.action == .group, structures.count > 1 else { return nil }
        let message = "Ne regroupez que des demandes d’une même structure."
        return .faults([FieldFault(field: "group", message: message)])
    }
}

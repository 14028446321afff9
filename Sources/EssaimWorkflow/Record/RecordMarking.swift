import EssaimDomain

/// Why a mark was not made.
public enum RecordRefusal: Error, Sendable, Equatable {
    case notFound
    /// The patient is opposed, or there is nothing yet to put into a record.
    case notNow
}

/// Makes or takes back one side's mark, in one transaction with its entry. Said twice it is said once.
public struct RecordMarking: Sendable {
    public enum Move: String, Sendable { case set, removed }

    let kind: RecordMark.Kind
    let move: Move
    let caller: Identifier<Person>
    let now: Instant
    let place: String
    let recorder = HistoryRecorder()

    public init(
        _ kind: RecordMark.Kind, _ move: Move, by caller: Identifier<Person>, at now: Instant, from place: String
    ) {
        self.kind = kind
        self.move = move
        self.caller = caller
        self.now = now
        self.place = place
    }

    /// True when something changed.
    public func perform(
        _ tx: any StoreWriter, on id: Identifier<AdviceRequest>
    ) throws -> Result<Bool, RecordRefusal> {
        guard let who = try tx.caller(caller), let request = try tx.request(id, visibleTo: caller) else {
            return .failure(.notFound)
        }
        let relations = who.relations(to: request)
        guard let side = RecordMark.Side(relations), request.state != .draft else { return .failure(.notFound) }
        let marks = try tx.marks(of: id)
        let isMade = marks.contains { $0.side == side && $0.kind == kind }
        let hasChanged: Bool
        switch move {
        case .set where isMade: hasChanged = false
        case .set:
            guard request.marks(availableTo: side, given: marks).contains(kind) else { return .failure(.notNow) }
            hasChanged = try tx.insert(RecordMark(side: side, kind: kind, by: caller, at: now), on: id)
        case .removed: hasChanged = try tx.removeMark(kind, of: side, on: id)
        }
        if hasChanged {
            try tx.append(
                recorder.entry(
                    "record.\(kind.rawValue)", at: now, by: who.person, from: place, as: relations, request: request,
                    detail: ["what": move.rawValue, "side": side.rawValue]))
        }
        return .success(hasChanged)
    }
}

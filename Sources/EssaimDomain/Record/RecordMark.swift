/// What one side of a demand says of its own record of it. Marks stand beside the demand: they change neither it nor its
/// version, and each side makes and takes back its own.
public struct RecordMark: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// *Versé au dossier*: into the professional's own record.
        case file
        /// *Versé au DMP*: into the patient's shared record (*Mon espace santé*).
        case shared
        /// *Opposition du patient au DMP*.
        case opposition
    }

    /// Whose record: both must hold the act (CSP R.6316-4).
    public enum Side: String, Sendable, CaseIterable { case asking, answering }

    public let side: Side
    public let kind: Kind
    public let by: Identifier<Person>
    public let at: Instant

    public init(side: Side, kind: Kind, by: Identifier<Person>, at: Instant) {
        self.side = side
        self.kind = kind
        self.by = by
        self.at = at
    }
}

extension RecordMark.Side {
    /// The side whose record a caller keeps: who carries the demand, else the asking structure; nil for all others.
    public init?(_ relations: Set<Relation>) {
        if !relations.isDisjoint(with: [.holder, .juniorHolder, .validator]) {
            self = .answering
        } else if relations.contains(.asker) {
            self = .asking
        } else {
            return nil
        }
    }
}

extension AdviceRequest {
    /// There is something to put into a record: an answer, or an end without one.
    public var isForTheRecord: Bool { lastAnswer != nil || state.isEnded }

    /// What a side may mark now. An opposition may be told from the sending on; against it nothing goes to the DMP.
    public func marks(availableTo side: RecordMark.Side, given marks: [RecordMark]) -> Set<RecordMark.Kind> {
        guard state != .draft else { return [] }
        let own = marks.filter { $0.side == side }.map(\.kind)
        let isOpposed = content.isOpposedToSharing || marks.contains { $0.kind == .opposition }
        var kinds: Set<RecordMark.Kind> = isOpposed ? [] : [.opposition]
        if isForTheRecord { kinds.formUnion(isOpposed ? [.file] : [.file, .shared]) }
        return kinds.subtracting(own)
    }
}

import EssaimDomain

/// Where everything is kept. A read sees one snapshot; a write is one transaction, durable before it returns.
///
/// The work of a write may run again (a batch that failed, a serialization conflict): it has no side effect of its own.
/// A refusal is returned, so that its history entry stays; a thrown error rolls everything back.
public protocol Store: Sendable {
    func read<T: Sendable>(_ work: @escaping @Sendable (any StoreReader) throws -> T) async throws -> T
    func write<T: Sendable>(_ work: @escaping @Sendable (any StoreWriter) throws -> T) async throws -> T
    /// A write that sees by itself, by compare-and-set over what it read, that nobody was before it: it meets only who
    /// changes the same rows. A long one that read much would else meet each short one beside it, and never end.
    func advance<T: Sendable>(_ work: @escaping @Sendable (any StoreWriter) throws -> T) async throws -> T
}

extension Store {
    /// An engine with one writer has nobody to meet.
    public func advance<T: Sendable>(_ work: @escaping @Sendable (any StoreWriter) throws -> T) async throws -> T {
        try await write(work)
    }
}

/// What a snapshot can be asked; each port is small and has a file of its own in the storage room.
public protocol StoreReader:
    RequestReading, ThreadReading, AttachmentReading, RequestKeyReading, PatientReading, ReportReading, ActReading,
    OwnActReading, ClaimReading, BatchReading,
    Worklists, VisitReading, ActivityReading, RequestSearching, PatientSearching,
    HistoryReading, JournalReading, JournalRowReading, WatchReading,
    NetworkReading, PeopleReading, AccountReading, SessionReading, SignInReading, FederationReading, SettingReading,
    AttemptReading, OutcomeReading,
    KeepingReading, RetentionReading, PhraseReading, AvailabilityReading, TellingReading, RecordReading, ProblemReading,
    StructureReading, StructureInvitationReading, RotaReading, RotaTellingReading, RoutingReading, GuaranteeReading,
    TriageReading, AskerReading, LineReading, ProtocolReading, NetworkMemberReading, SoftwareReading, AccountMailReading
{}

/// What a transaction can be asked to change.
public protocol StoreWriter:
    StoreReader, RequestWriting, ThreadWriting, AttachmentWriting, RequestKeyWriting, PatientWriting, ReportWriting,
    ActWriting, ActMarking, BatchWriting, RetentionWriting,
    RequestIndexing, PhraseWriting, AvailabilityWriting, TellingWriting, RecordWriting, ProblemWriting,
    StructureWriting, StructureInvitationWriting, RotaWriting, RotaTellingWriting, RoutingWriting, GuaranteeWriting,
    LineWriting, ProtocolWriting, NetworkMemberWriting, SoftwareWriting, AccountMailWriting,
    HistoryWriting, JournalWriting, WatchWriting,
    NetworkWriting, PeopleWriting, AccountWriting, SessionWriting, SignInWriting, FederationWriting, SettingWriting,
    AttemptWriting, JobQueue,
    IdempotencyLedger
{}

/// What a store says when it cannot.
public enum StoreFault: Error, Sendable, Equatable {
    /// A unique index refused the row.
    case duplicate(String)
    /// No space left, or the disk refuses: reads go on, writes wait for the operator.
    case full
    /// A sync failed: what the disk holds is unknown. The server ends and recovers at its next start.
    case notSynced
    /// Another process owns the data folder.
    case owned(by: String)
    /// The engine is not set as durability asks; the server refuses to start.
    case unsafe(String)
    /// The database does not answer for now: nothing was changed, the same may be asked again.
    case unavailable(String)
    /// A row that the schema should have refused.
    case corrupt(String)
    case failed(String)
}

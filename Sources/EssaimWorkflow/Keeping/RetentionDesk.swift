import EssaimDomain

extension Setting {
    /// The latest time at which retention was carried out, in milliseconds: what a jump of the clock is seen by.
    public static let retentionClock = "retention.clock"
}

/// Ends what is kept for a time only. Nothing is ended by a clock that cannot be believed.
public struct RetentionDesk: Sendable {
    let store: any Store
    let vault: any FileVault
    let clock: any WallClock
    private let recorder = HistoryRecorder()

    public init(store: any Store, vault: any FileVault, clock: any WallClock) {
        self.store = store
        self.vault = vault
        self.clock = clock
    }

    /// A draft on which nothing was done for so long goes.
    public static let draftLife = Duration.seconds(30 * 86_400)
    /// Drafts looked at in one transaction.
    static let slice = 100

    /// By this machine's clock, in milliseconds.
    public var now: Int64 { clock.now().milliseconds }

    /// Compares the clock with the last time that retention was carried out; with the last entry, the first time. A server
    /// that is used writes entries by the clock that it has, so that they alone would vouch for a false one.
    public func clockVerdict() async throws -> ClockCheck.Verdict {
        let now = clock.now()
        return try await store.read { try Self.verdict($0, now) }
    }

    /// Says that the clock is right though it jumped: a person did.
    public func acceptClock() async throws {
        let now = clock.now()
        let entry = recorder.entry("clock.accepted", at: now, by: nil)
        try await store.write { tx in
            try tx.set(Setting.retentionClock, to: String(now.milliseconds))
            try tx.append(entry)
        }
    }

    /// Ends what is over.
    /// - Returns: how many drafts went; nil when the clock cannot be believed, and nothing did.
    public func carryOut() async throws -> Int? {
        let now = clock.now()
        let isRight = try await store.write { tx -> Bool in
            guard try Self.verdict(tx, now) == .good else { return false }
            try tx.set(Setting.retentionClock, to: String(now.milliseconds))
            return true
        }
        guard isRight else { return nil }
        var (count, last) = (0, DraftKey?.none)
        while true {
            let after = last
            let (keys, files) = try await store.write { [recorder] tx in
                try Self.endDrafts(after: after, at: now, recorder, tx)
            }
            // Their rows and keys are gone: what a death leaves here is swept, and opens no more.
            for file in files { try await vault.remove(file) }
            count += keys.count
            guard let end = keys.last, keys.count == Self.slice else { return count }
            last = end
        }
    }

    /// One slice, in its transaction: whoever else does the same finds nothing left of it.
    private static func endDrafts(
        after last: DraftKey?, at now: Instant, _ recorder: HistoryRecorder, _ tx: any StoreWriter
    ) throws -> (keys: [DraftKey], files: [String]) {
        let keys = try tx.draftsUntouched(since: now - draftLife, after: last, limit: slice)
        let ids = Set(keys.map(\.id))
        guard !ids.isEmpty else { return ([], []) }
        let files = try tx.attachments(ofAny: ids).map(\.file.storedAs)
        for key in keys {
            guard let draft = try tx.requestForJob(key.id) else { continue }
            try tx.remove(key.id)
            try tx.append(recorder.entry("draft.expired", at: now, by: nil, request: draft))
        }
        return (keys, files)
    }

    /// What the clock is worth, by what is kept.
    public static func verdict(_ reader: any StoreReader, _ now: Instant) throws -> ClockCheck.Verdict {
        let last = try reader.lastEntryTime()
        if let last, case .behind(let duration) = ClockCheck.verdict(now: now, last: last) { return .behind(duration) }
        let seen = try reader.setting(Setting.retentionClock).flatMap(Int64.init).map(Instant.init(milliseconds:))
        return (seen ?? last).map { ClockCheck.verdict(now: now, last: $0) } ?? .good
    }
}

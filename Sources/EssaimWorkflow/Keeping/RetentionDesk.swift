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
    let recorder = HistoryRecorder()

    public init(store: any Store, vault: any FileVault, clock: any WallClock) {
        self.store = store
        self.vault = vault
        self.clock = clock
    }

    /// A draft on which nothing was done for so long goes.
    public static let draftLife = Duration.seconds(30 * 86_400)
    /// Drafts or demands looked at in one transaction.
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

    /// How many of each were ended.
    public struct Done: Sendable, Equatable {
        public var drafts = 0
        public var archived = 0
        public var purged = 0

        public init() {}
    }

    /// Ends what is over.
    /// - Parameter progress: what was done so far, after each slice.
    /// - Returns: nil when the clock cannot be believed, and nothing was ended.
    public func carryOut(progress: @Sendable (Done) -> Void = { _ in }) async throws -> Done? {
        let now = clock.now()
        let isRight = try await store.write { tx -> Bool in
            guard try Self.verdict(tx, now) == .good else { return false }
            try tx.set(Setting.retentionClock, to: String(now.milliseconds))
            return true
        }
        guard isRight else { return nil }
        var done = Done()
        try await inSlices({ try endDrafts(after: $0, at: now, $1) }) {
            done.drafts += $0
            progress(done)
        }
        try await inSlices({ try archive(after: $0, at: now, $1) }) {
            done.archived += $0
            progress(done)
        }
        try await inSlices({ try purge(after: $0, at: now, $1) }) {
            done.purged += $0
            progress(done)
        }
        return done
    }

    /// What one transaction did.
    struct Slice<Key: Sendable>: Sendable {
        /// Where the next one begins; nil after the last.
        var next: Key?
        var count = 0
        var files: [String] = []
    }

    /// One slice after the other, each in its transaction: whoever else does the same finds nothing left of it.
    private func inSlices<Key: Sendable>(
        _ end: @escaping @Sendable (_ after: Key?, any StoreWriter) throws -> Slice<Key>, tell: (Int) -> Void
    ) async throws {
        var last = Key?.none
        while !Task.isCancelled {
            let after = last
            let slice = try await store.write { try end(after, $0) }
            // Their rows and keys are gone: what a death leaves here is swept, and opens no more.
            for file in slice.files { try await vault.remove(file) }
            tell(slice.count)
            guard let next = slice.next else { return }
            last = next
        }
    }

    private func endDrafts(
        after last: DraftKey?, at now: Instant, _ tx: any StoreWriter
    ) throws -> Slice<DraftKey> {
        let keys = try tx.draftsUntouched(since: now - Self.draftLife, after: last, limit: Self.slice)
        let ids = Set(keys.map(\.id))
        guard !ids.isEmpty else { return Slice() }
        let files = try tx.attachments(ofAny: ids).map(\.file.storedAs)
        for key in keys {
            guard let draft = try tx.requestForJob(key.id) else { continue }
            try tx.remove(key.id)
            try tx.append(recorder.entry("draft.expired", at: now, by: nil, request: draft))
        }
        return Slice(next: keys.count == Self.slice ? keys.last : nil, count: keys.count, files: files)
    }

    /// What the clock is worth, by what is kept.
    public static func verdict(_ reader: any StoreReader, _ now: Instant) throws -> ClockCheck.Verdict {
        let last = try reader.lastEntryTime()
        if let last, case .behind(let duration) = ClockCheck.verdict(now: now, last: last) { return .behind(duration) }
        let seen = try reader.setting(Setting.retentionClock).flatMap(Int64.init).map(Instant.init(milliseconds:))
        return (seen ?? last).map { ClockCheck.verdict(now: now, last: $0) } ?? .good
    }
}

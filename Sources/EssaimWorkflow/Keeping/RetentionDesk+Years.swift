import EssaimDomain

/// The archive after five years, and the end after twenty. Days are those of the calendar in France.
extension RetentionDesk {
    static let local = LocalTime()

    /// What was last touched before this moment may be due to the archive.
    static func archiveEnd(at now: Instant) -> Instant {
        let day = local.date(at: now).adding(years: -Retention.activeYears)
        return local.midnight(startOf: day.adding(days: 1))
    }

    func archive(
        after key: RetentionKey?, at now: Instant, _ tx: any StoreWriter
    ) throws -> Slice<RetentionKey> {
        let keys = try tx.requestsToArchive(lastTouchedBefore: Self.archiveEnd(at: now), after: key, limit: Self.slice)
        var slice = Slice(next: keys.count == Self.slice ? keys.last : nil)
        for key in keys {
            guard let request = try tx.requestForJob(key.id), let facts = try tx.retention(of: key.id), facts.isOver,
                Retention.archiveDay(lastContact: Self.local.date(at: facts.lastContact)) <= Self.local.date(at: now)
            else { continue }
            try tx.archive(key.id, at: now, purgeFrom: Self.local.midnight(startOf: facts.purgeDay))
            if let document = SearchDocument(archived: request) { try tx.index(document) }
            try tx.append(recorder.entry("request.archived", at: now, by: nil, as: [.engine], request: request))
            slice.count += 1
        }
        return slice
    }

    func purge(after key: RetentionKey?, at now: Instant, _ tx: any StoreWriter) throws -> Slice<RetentionKey> {
        let keys = try tx.requestsToPurge(by: now, after: key, limit: Self.slice)
        var slice = Slice(next: keys.count == Self.slice ? keys.last : nil)
        for key in keys {
            guard let facts = try tx.retention(of: key.id), facts.isOver, facts.hold == nil else { continue }
            guard facts.purgeDay <= Self.local.date(at: now) else {
                // Their patient came back since: the record is kept from then on.
                try tx.archive(key.id, at: now, purgeFrom: Self.local.midnight(startOf: facts.purgeDay))
                continue
            }
            slice.files += try purge(key.id, at: now, by: "time", tx)
            slice.count += 1
        }
        return slice
    }

    /// - Returns: the files to remove once that is durable.
    func purge(
        _ id: Identifier<AdviceRequest>, at now: Instant, by cause: String, _ tx: any StoreWriter
    ) throws -> [String] {
        guard let request = try tx.requestForJob(id) else { return [] }
        let files = try tx.attachments(of: id).map(\.file.storedAs)
        let month = try tx.networkName(request.network)?.local ?? LocalTime()
        let received = month.date(at: request.submittedAt ?? request.createdAt)
        let first = received.adding(days: 1 - received.day)
        try tx.purge(id, receivedIn: month.midnight(startOf: first), at: now)
        try tx.append(
            recorder.entry(
                "request.purged", at: now, by: nil, as: [.engine], request: request, detail: ["cause": cause]))
        return files
    }
}

extension RetentionFacts {
    /// The first day on which it may be erased, if nothing more is done about its patient.
    public var purgeDay: CivilDate {
        Retention.purgeDay(lastContact: RetentionDesk.local.date(at: patientContact), born: born)
    }
}

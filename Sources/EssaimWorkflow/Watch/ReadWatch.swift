import EssaimDomain

/// Counts the different patients that someone opens, and stops who opens more than `ReadLimit` lets through. The alarm is
/// raised in the transaction of the refusal: at once.
public struct ReadWatch: Sendable {
    let caller: Caller
    let request: AdviceRequest
    let now: Instant

    public init(caller: Caller, request: AdviceRequest, now: Instant) {
        self.caller = caller
        self.request = request
        self.now = now
    }

    public struct Outcome: Sendable, Equatable {
        /// Refused until then; nil when counted.
        public let until: Instant?
        /// An alarm was raised now.
        public let raised: Bool
    }

    public func count(_ tx: any StoreWriter) throws -> Outcome {
        let person = caller.person.id
        // What someone is writing themself tells them nothing new.
        if request.state == .draft, request.author == person { return Outcome(until: nil, raised: false) }
        let alarm = try tx.lastAlarm(.manyPatients, about: person)
        if let (limit, first) = try exceeded(tx, alarm) {
            let isKnown = alarm.map { $0.liftedAt == nil && $0.at > now - limit.window } ?? false
            if !isKnown { try raise(tx, limit) }
            return Outcome(until: first + limit.window, raised: !isKnown)
        }
        try tx.noteRead(patient, by: person, at: now)
        return Outcome(until: nil, raised: false)
    }

    /// Counts it if one more may be opened; else neither counts nor raises anything. For what a machine asks ahead of its
    /// person, who has done nothing to be told of.
    public func countIfRoom(_ tx: any StoreWriter) throws -> Bool {
        guard try exceeded(tx, try tx.lastAlarm(.manyPatients, about: caller.person.id)) == nil else { return false }
        return try count(tx).until == nil
    }

    /// A draft has no patient yet: it stands for one.
    private var patient: String { request.patient?.rawValue ?? request.id.rawValue }

    /// The limit that this opening would pass, and when its window began.
    private func exceeded(_ tx: any StoreWriter, _ alarm: Alarm?) throws -> (limit: ReadLimit, first: Instant)? {
        let person = caller.person.id
        for limit in ReadLimit.all(for: caller) {
            // What a referent lifted is counted anew from then.
            let since = max(now - limit.window, alarm?.liftedAt ?? Instant(milliseconds: 0))
            if try tx.hasRead(patient, by: person, since: since) { continue }
            let read = try tx.patientsRead(by: person, since: since, upTo: limit.patients)
            if read.count >= limit.patients { return (limit, read.first ?? now) }
        }
        return nil
    }

    private func raise(_ tx: any StoreWriter, _ limit: ReadLimit) throws {
        let hours = Int(limit.window / Duration.hours(1))
        try tx.insert(
            Alarm(
                id: .new(at: now), at: now, kind: .manyPatients, network: request.network, person: caller.person.id,
                detail: "\(limit.patients) patients différents ouverts en \(hours) h : lectures arrêtées"))
    }
}

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
        // A draft has no patient yet: it stands for one.
        let patient = request.patient?.rawValue ?? request.id.rawValue
        let alarm = try tx.lastAlarm(.manyPatients, about: person)
        for limit in ReadLimit.all(for: caller) {
            // What a referent lifted is counted anew from then.
            let since = max(now - limit.window, alarm?.liftedAt ?? Instant(milliseconds: 0))
            if try tx.hasRead(patient, by: person, since: since) { continue }
            let read = try tx.patientsRead(by: person, since: since, upTo: limit.patients)
            guard read.count >= limit.patients else { continue }
            let isKnown = alarm.map { $0.liftedAt == nil && $0.at > now - limit.window } ?? false
            if !isKnown { try raise(tx, limit) }
            return Outcome(until: (read.first ?? now) + limit.window, raised: !isKnown)
        }
        try tx.noteRead(patient, by: person, at: now)
        return Outcome(until: nil, raised: false)
    }

    private func raise(_ tx: any StoreWriter, _ limit: ReadLimit) throws {
        let hours = Int(limit.window / Duration.hours(1))
        try tx.insert(
            Alarm(
                id: .new(at: now), at: now, kind: .manyPatients, network: request.network, person: caller.person.id,
                detail: "\(limit.patients) patients différents ouverts en \(hours) h : lectures arrêtées"))
    }
}

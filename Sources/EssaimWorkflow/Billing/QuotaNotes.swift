import EssaimDomain

/// What Essaim knows towards a quota: acts of one professional, each side its own. It informs and blocks nothing.
public struct QuotaNotes: Sendable {
    let rules: BillingRules
    let person: Person
    let local: LocalTime
    private let known: [Identifier<Patient>: Set<KnownAct>]

    /// One look for all of these patients.
    public init(
        _ rules: BillingRules, of person: Person, for patients: Set<Identifier<Patient>>, in local: LocalTime,
        _ reader: any StoreReader
    ) throws {
        self.rules = rules
        self.person = person
        self.local = local
        known = try reader.knownActs(of: person.id, for: patients)
    }

    /// « 2 TE2 connus d’Essaim cette année pour ce patient, sur 4 permis. »; nil for what they cannot bill.
    public func count(_ act: Act, for patient: Identifier<Patient>?, at now: Instant) -> String? {
        let day = local.date(at: now)
        guard rules.rights.contains(where: { $0.act == act && $0.profession == person.profession && $0.from <= day })
        else { return nil }
        let count = number(act, for: patient, at: now)
        let year = rules.quotaYear == .civil ? "cette année" : "depuis un an"
        let words =
            count == 0
            ? "Aucun \(act.rawValue) connu" : "\(count)\u{A0}\(act.rawValue) \(count > 1 ? "connus" : "connu")"
        let quota = rules.quota(act, of: person.profession, on: day)
        let allowed = quota.map { ", sur \($0) permis" } ?? "\u{A0}; le nombre permis n’est pas connu"
        return "\(words) d’Essaim \(year) pour ce patient\(allowed)."
    }

    /// What to be told when the quota is met; nil until then.
    public func warning(_ act: Act, for patient: Identifier<Patient>?, at now: Instant) -> String? {
        rules.quotaNote(
            act, known: number(act, for: patient, at: now),
            quota: rules.quota(act, of: person.profession, on: local.date(at: now)))
    }

    private func number(_ act: Act, for patient: Identifier<Patient>?, at now: Instant) -> Int {
        let acts = patient.flatMap { known[$0] } ?? []
        return rules.count(acts, of: act, on: local.date(at: now), before: now, in: local)
    }
}

extension RequestDesk {
    /// What this person knows of their own acts for these patients.
    public func quotas(
        of person: Person, for patients: Set<Identifier<Patient>>, in local: LocalTime, _ reader: any StoreReader
    ) throws -> QuotaNotes {
        try QuotaNotes(billing, of: person, for: patients, in: local, reader)
    }
}

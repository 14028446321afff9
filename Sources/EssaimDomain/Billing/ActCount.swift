/// An act that Essaim knows of, towards a quota: when it was done.
public struct KnownAct: Sendable, Hashable {
    public let act: Act
    public let at: Instant

    public init(act: Act, at: Instant) {
        self.act = act
        self.at = at
    }
}

extension BillingRules {
    /// Acts of a year that a profession may bill for one patient, by the rules of that day; nil when not known.
    public func quota(_ act: Act, of profession: Profession, on day: CivilDate) -> Int? {
        rights.filter { $0.act == act && $0.profession == profession && $0.from <= day }.max { $0.from < $1.from }?
            .quota
    }

    /// How many of those acts count towards the quota of an act of `day`, that one left out.
    public func count(
        _ acts: some Sequence<KnownAct>, of act: Act, on day: CivilDate, before limit: Instant, in local: LocalTime
    ) -> Int {
        let days = quotaDays(on: day)
        return acts.count { $0.act == act && $0.at < limit && days.contains(local.date(at: $0.at)) }
    }
}

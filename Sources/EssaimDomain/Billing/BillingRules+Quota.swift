extension BillingRules {
    /// The days whose acts count towards the quota of an act of that day.
    public func quotaDays(on day: CivilDate) -> ClosedRange<CivilDate> {
        switch quotaYear {
        case .civil:
            let first = CivilDate(year: day.year, month: 1, day: 1) ?? day
            return first...first.adding(years: 1).adding(days: -1)
        case .rolling:
            return min(day.adding(years: -1).adding(days: 1), day)...day
        }
    }

    /// What to tell a professional who already has `known` such acts for this patient; nil while the quota is not met.
    /// Only what Essaim knows is counted, and care is never blocked.
    public func quotaNote(_ act: Act, known: Int, quota: Int?) -> String? {
        guard let quota, known >= quota else { return nil }
        let acts =
            known > 1
            ? "\(known)\u{A0}actes \(act.rawValue) sont connus" : "\(known)\u{A0}acte \(act.rawValue) est connu"
        let year = quotaYear == .civil ? "cette année" : "depuis un an"
        return "\(acts) d’Essaim \(year) pour ce patient\u{A0}: le nombre permis est \(quota)."
    }

    /// The last day on which an *avis ponctuel de consultant* (APC) may be billed, when the patient of a téléexpertise
    /// that the médecin traitant asked has to be seen after all.
    public func lastDayForConsultantAdvice(answeredOn day: CivilDate) -> CivilDate {
        day.adding(months: consultantAdviceMonths)
    }

    /// The cap on activity at a distance in force that day.
    public func activityCap(on day: CivilDate) -> ActivityCap? {
        activityCaps.filter { $0.from <= day }.max { $0.from < $1.from }
    }
}

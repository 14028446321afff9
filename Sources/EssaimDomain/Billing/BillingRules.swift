/// The rules of billing as dated data (`billing/acts.json`): what an administrator may change without a new version of
/// the product. Dates are those from which a row holds; the last one that began counts.
public struct BillingRules: Sendable, Equatable, Codable {
    /// What an act is worth.
    public struct Price: Sendable, Equatable, Codable {
        public let act: Act
        public let from: CivilDate
        public let cents: Amount
        public let overseasCents: Amount
    }

    /// That a profession may bill an act.
    public struct Right: Sendable, Equatable, Codable {
        public let act: Act
        public let profession: Profession
        public let from: CivilDate
        /// The first day is not sure before that one.
        public let sureFrom: CivilDate?
        /// Acts a year for one professional and one patient; absent when not known.
        public let quota: Int?
        /// A condition that the product cannot check, in French.
        public let warning: String?
    }

    /// What a mode of practice, a structure or a patient's situation changes; what a row leaves out matches all. The
    /// first row that matches counts.
    public struct Circumstance: Sendable, Equatable, Codable {
        public enum Effect: String, Sendable, Codable { case nothing, warn, establishment, professional }

        public let act: Act?
        public let profession: Profession?
        public let mode: PracticeMode?
        public let structure: Structure.Kind?
        public let situation: AnsweredDemand.Situation?
        public let effect: Effect
        /// The reason or the warning, in French.
        public let words: String?
        /// Who claims when the effect is `warn`; the professional unless told.
        public let claimant: ActProposal.Claimant?
    }

    /// The most of a professional's activity that may be at a distance.
    public struct ActivityCap: Sendable, Equatable, Codable {
        public let from: CivilDate
        public let percent: Int
        /// Téléexpertises count towards it, not téléconsultations only.
        public let countsTeleexpertise: Bool
    }

    /// How the year of a quota runs: not settled by the texts.
    public enum QuotaYear: String, Sendable, Codable { case civil, rolling }

    public let prices: [Price]
    public let rights: [Right]
    public let circumstances: [Circumstance]
    public let activityCaps: [ActivityCap]
    /// Codes of the départements where the overseas amounts hold.
    public let overseas: [String]
    public let quotaYear: QuotaYear
    /// Months after the answer within which an *avis ponctuel de consultant* may be billed.
    public let consultantAdviceMonths: Int
}

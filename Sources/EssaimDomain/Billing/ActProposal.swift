/// What the rules say of one act of a demand: to bill, by whom, for how much; or why not. It informs and never blocks.
public struct ActProposal: Sendable, Equatable {
    public enum Claimant: String, Sendable, Codable, CaseIterable {
        case professional
        /// The billing office of the hospital or health centre claims, not the doctor.
        case establishment
    }

    public enum Outcome: Sendable, Equatable {
        case billable(Amount, by: Claimant)
        /// Why there is nothing to bill, in French.
        case nothing(reason: String)
    }

    public let act: Act
    public let outcome: Outcome
    /// What is not sure and must be looked at before billing, in French.
    public let warnings: [String]
    /// Acts a year for one professional and one patient; nil when not known.
    public let quota: Int?

    public init(act: Act, outcome: Outcome, warnings: [String] = [], quota: Int? = nil) {
        self.act = act
        self.outcome = outcome
        self.warnings = warnings
        self.quota = quota
    }

    /// The amount to bill; nil when there is nothing.
    public var amount: Amount? {
        if case .billable(let amount, _) = outcome { return amount }
        return nil
    }
}

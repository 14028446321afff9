/// What somebody owes on a demand.
public enum Owed: String, Sendable, Codable, CaseIterable {
    /// An opinion, by the promised hour.
    case answer
    /// A sign of whoever took it.
    case progress
    /// That whoever took it is there at all.
    case presence
    /// What was asked of the requester; the clock of the answer is paused meanwhile.
    case information
    /// That an answer or a decline be read.
    case reading
    /// That a receiving line take the patient or not.
    case acknowledgement

    var acts: Set<GuaranteeAct> {
        switch self {
        case .answer: [.remind, .widen, .alert, .escalate]
        case .progress: [.remind, .alert, .handBack]
        case .presence: [.handBack]
        case .information: [.remind, .alert, .escalate]
        case .reading: [.remind, .tellColleagues, .alert]
        case .acknowledgement: [.remind, .alert]
        }
    }

    var lastResort: GuaranteeAct {
        switch self {
        case .answer, .information: .escalate
        case .progress, .presence: .handBack
        case .reading, .acknowledgement: .alert
        }
    }
}

/// What someone may be told of a demand: that it happened, never what was written.
public enum TellingEvent: String, Sendable, Codable, CaseIterable {
    // To who asked.
    case taken, informationAsked, answered, patientToBeSeen, corrected, declined
    // To who answers.
    case newUrgent, proposed, informationGiven, followUpAsked
    // To both.
    case overdue
}

/// How someone is reached outside of the pages.
public enum TellingChannel: String, Sendable, Codable, CaseIterable {
    case mail, sms
}

/// What someone may be told of a demand: that it happened, never what was written.
public enum TellingEvent: String, Sendable, Codable, CaseIterable {
    // To who asked.
    case taken, informationAsked, answered, patientToBeSeen, corrected, declined, visitNews
    // To who answers.
    case newUrgent, proposed, informationGiven, followUpAsked, identityCorrected, fileWithdrawn
    case reminded, widened, handedBack
    // To in whose name another writes or sends.
    case inYourName
    // To both.
    case overdue, unread, informationAwaited, unacknowledged
    // To who coordinates, and whoever is on duty.
    case alerted
    // To who answered and to the network's secretaries.
    case unbooked, unseen

    /// Of a patient to be seen, for whoever may book: a secretary reads neither the demand nor the answer.
    public var isOfVisit: Bool { self == .unbooked || self == .unseen }
}

/// How someone is reached outside of the pages.
public enum TellingChannel: String, Sendable, Codable, CaseIterable {
    case mail, sms
}

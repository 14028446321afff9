/// Where a demand stands. Its state follows its lead assignment; overdue, unread and late acknowledgement are computed, never stored.
public enum RequestState: String, Sendable, Codable, CaseIterable {
    case draft, submitted, taken, awaitingInformation, answered, closed, declined, cancelled

    /// Someone still owes an answer.
    public var isOpen: Bool { self == .submitted || self == .taken || self == .awaitingInformation }

    /// Nothing more is expected from the answering side, save an erratum.
    public var isEnded: Bool { self == .closed || self == .declined || self == .cancelled }
}

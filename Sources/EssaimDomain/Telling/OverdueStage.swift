/// How late a demand is when it is told so: once each.
public enum OverdueStage: String, Sendable, Codable, CaseIterable {
    /// The promised hour has just passed.
    case due
    /// A whole day has passed since.
    case day

    public var after: Duration {
        switch self {
        case .due: .zero
        case .day: .hours(24)
        }
    }

    /// Nobody is told first of what has been late for longer: a server that was away tells of what still matters.
    public static let forgottenAfter = Duration.days(7)
}

/// What a network means to reach, beside what it does (the convention's gauges, an agency's contract).
public struct IndicatorGoal: Sendable, Equatable, Codable {
    public enum Measure: String, Sendable, Codable, CaseIterable {
        /// Opinions given in a civil year.
        case opinionsAYear
        /// Share answered within 48 hours, within 7 days, in percent.
        case answeredWithin48Hours, answeredWithin7Days
        /// Median delay, in hours.
        case medianHours
        /// Share of loops closed, in percent.
        case closedLoops
        /// Doctors of the specialty in the team.
        case members
        /// Share of the territory's specialists who are members, in percent.
        case membersShare

        /// In percent.
        public var isShare: Bool {
            switch self {
            case .answeredWithin48Hours, .answeredWithin7Days, .closedLoops, .membersShare: true
            case .opinionsAYear, .medianHours, .members: false
            }
        }
    }

    public var measure: Measure
    public var value: Int

    public init(_ measure: Measure, _ value: Int) {
        self.measure = measure
        self.value = value
    }
}

/// The week and the daily limit as someone types them.
public struct TypedAvailability: Sendable, Equatable {
    /// « 9:00-12:30, 14:00-18:00 » by day; empty when closed.
    public var week: [Weekday: String]
    /// Empty without a limit.
    public var mostADay: String

    public init(week: [Weekday: String] = [:], mostADay: String = "") {
        self.week = week
        self.mostADay = mostADay
    }

    public init(_ availability: Availability) {
        week = (availability.hours?.weekly ?? [:]).mapValues { $0.map(\.rawValue).joined(separator: ", ") }
        mostADay = availability.mostADay.map(String.init) ?? ""
    }

    private static let mostRanges = 6

    /// Nothing typed on any day is nothing said: at any time.
    public func checked() -> Result<(hours: OpeningHours?, mostADay: Int?), Refusal> {
        var faults: [FieldFault] = []
        var weekly: [Weekday: [MinuteRange]] = [:]
        for day in Weekday.allCases {
            let parts = (week[day] ?? "").split(whereSeparator: { ",;\n".contains($0) }).map { String($0).trimmed }
                .filter { !$0.isEmpty }
            let ranges = parts.compactMap(MinuteRange.init(rawValue:))
            if ranges.count != parts.count || parts.count > Self.mostRanges {
                faults.append(
                    FieldFault(
                        field: day.rawValue,
                        message: "Écrivez les heures du \(day.french) ainsi\u{A0}: 9:00-12:30, 14:00-18:00."))
            }
            weekly[day] = ranges
        }
        var most: Int?
        if !mostADay.trimmed.isEmpty {
            most = plainNumber(mostADay.trimmed)
            if !(most.map(Availability.dailyLimits.contains) ?? false) {
                let limits = Availability.dailyLimits
                faults.append(
                    FieldFault(
                        field: "mostADay",
                        message: "Écrivez un nombre de \(limits.lowerBound) à \(limits.upperBound), ou rien."))
            }
        }
        if !faults.isEmpty { return .failure(.faults(faults)) }
        let isSaid = weekly.contains { !$0.value.isEmpty }
        return .success((isSaid ? OpeningHours(weekly: weekly) : nil, most))
    }
}

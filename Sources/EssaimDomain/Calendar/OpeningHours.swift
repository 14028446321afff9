/// When a line answers: parts of each day of the week, public holidays closed unless told otherwise, and some days
/// closed.
public struct OpeningHours: Hashable, Sendable {
    /// In order, not touching, days without opening left out.
    public let weekly: [Weekday: [MinuteRange]]
    public let opensOnHolidays: Bool
    /// Single days of closing: leave, a bridge.
    public let closedDays: Set<CivilDate>

    /// Ranges may come in any order and overlap: they are put in order and merged.
    public init(
        weekly: [Weekday: [MinuteRange]], opensOnHolidays: Bool = false, closedDays: Set<CivilDate> = []
    ) {
        self.weekly = weekly.mapValues(MinuteRange.merged).filter { !$0.value.isEmpty }
        self.opensOnHolidays = opensOnHolidays
        self.closedDays = closedDays
    }

    /// Day and night, every day: a duty line.
    public static let always = Self(
        weekly: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [MinuteRange.wholeDay]) }),
        opensOnHolidays: true)

    /// The same hours on some days: Monday to Friday unless told otherwise.
    public static func same(
        _ ranges: [MinuteRange], on days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    ) -> Self {
        Self(weekly: Dictionary(days.map { ($0, ranges) }, uniquingKeysWith: { first, _ in first }))
    }

    /// What is open on that day.
    public func ranges(on date: CivilDate, holidays: FrenchHolidays) -> [MinuteRange] {
        guard let ranges = weekly[date.weekday], !closedDays.contains(date),
            opensOnHolidays || !holidays.contains(date)
        else { return [] }
        return ranges
    }
}

extension OpeningHours: Codable {
    private enum Key: String, CodingKey { case weekly, opensOnHolidays, closedDays }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            weekly: try container.decode([Weekday: [MinuteRange]].self, forKey: .weekly),
            opensOnHolidays: try container.decodeIfPresent(Bool.self, forKey: .opensOnHolidays) ?? false,
            closedDays: try container.decodeIfPresent(Set<CivilDate>.self, forKey: .closedDays) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(weekly, forKey: .weekly)
        if opensOnHolidays { try container.encode(true, forKey: .opensOnHolidays) }
        if !closedDays.isEmpty { try container.encode(closedDays.sorted(), forKey: .closedDays) }
    }
}

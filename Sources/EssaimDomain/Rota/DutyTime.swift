/// When on its day a duty is: a half-day, the day, or hours.
public enum DutyTime: Hashable, Sendable {
    case half(HalfDay)
    case day
    case hours(DutyHours)

    public var hours: DutyHours {
        switch self {
        case .half(let half): half.hours
        case .day: .day
        case .hours(let hours): hours
        }
    }
}

extension DutyTime: RawRepresentable, Codable {
    /// `morning`, `afternoon`, `day` or `20:00-08:00`, as storage keeps it.
    public var rawValue: String {
        switch self {
        case .half(let half): half.rawValue
        case .day: "day"
        case .hours(let hours): hours.rawValue
        }
    }

    public init?(rawValue text: String) {
        if let half = HalfDay(rawValue: text) {
            self = .half(half)
        } else if text == "day" {
            self = .day
        } else if let hours = DutyHours(rawValue: text) {
            self = .hours(hours)
        } else {
            return nil
        }
    }
}

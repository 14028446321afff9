/// When someone wants to be told of what does not press: gathered at some hours of the day, never in the quiet ones.
/// All of it in minutes since midnight, on the clocks of where the demand is.
public struct TellingHours: Sendable, Equatable, Codable {
    /// In order. None: each message goes by itself, outside of the quiet hours.
    public private(set) var digests: [Int]
    public private(set) var quietFrom: Int
    /// Before `quietFrom`, the quiet hours go over midnight; the same, there are none.
    public private(set) var quietTo: Int
    public var quietSundays: Bool

    public static let mostDigests = 6

    /// Minutes outside 0…1439 are left out; the digests are put in order, each once.
    public init(digests: [Int], quietFrom: Int, quietTo: Int, quietSundays: Bool) {
        self.digests = Array(Set(digests.filter(Self.isMinute)).sorted().prefix(Self.mostDigests))
        self.quietFrom = Self.isMinute(quietFrom) ? quietFrom : 0
        self.quietTo = Self.isMinute(quietTo) ? quietTo : 0
        self.quietSundays = quietSundays
    }

    /// At 12 h 30 and 18 h 30; quiet from 20 h to 7 h 30 and on Sundays.
    public static let usual = Self(digests: [750, 1110], quietFrom: 1200, quietTo: 450, quietSundays: true)

    /// When a notice made now leaves: at once when it presses, else at the next digest that is not in quiet hours. When
    /// every digest is, or there is none, at the first moment that is not quiet.
    public func departure(isPressing: Bool, at now: Instant, in offsets: OffsetRules) -> Instant {
        if isPressing { return now }
        return nextDigest(from: now, in: offsets) ?? calm(from: now, in: offsets)
    }

    /// Whether nothing but what presses is to be told then.
    public func isQuiet(_ civil: CivilDateTime) -> Bool {
        isQuiet(minute: civil.minuteOfDay, on: civil.date)
    }

    private func isQuiet(minute: Int, on date: CivilDate) -> Bool {
        if quietSundays, date.weekday == .sunday { return true }
        if quietFrom == quietTo { return false }
        return quietFrom < quietTo
            ? minute >= quietFrom && minute < quietTo : minute >= quietFrom || minute < quietTo
    }

    /// Wall times become instants in order (`OffsetRules.instant(of:)`): on a day of clock change each hour comes once.
    private func nextDigest(from now: Instant, in offsets: OffsetRules) -> Instant? {
        let today = offsets.civil(at: now).date
        for ahead in 0...7 {
            let date = today.adding(days: ahead)
            for minute in digests where !isQuiet(minute: minute, on: date) {
                let instant = offsets.instant(of: date, minute: minute)
                if instant >= now { return instant }
            }
        }
        return nil
    }

    /// `now` itself when it is not quiet, else the end of the quiet hours.
    public func calm(from now: Instant, in offsets: OffsetRules) -> Instant {
        let civil = offsets.civil(at: now)
        if !isQuiet(civil) { return now }
        for ahead in 0...7 {
            let date = civil.date.adding(days: ahead)
            // Quiet hours end at `quietTo`, or, after a Sunday, with the day.
            for minute in [0, quietTo] where !isQuiet(minute: minute, on: date) {
                let instant = offsets.instant(of: date, minute: minute)
                if instant > now { return instant }
            }
        }
        return now
    }

    private static func isMinute(_ minute: Int) -> Bool { (0..<1440).contains(minute) }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            digests: try container.decode([Int].self, forKey: .digests),
            quietFrom: try container.decode(Int.self, forKey: .quietFrom),
            quietTo: try container.decode(Int.self, forKey: .quietTo),
            quietSundays: try container.decode(Bool.self, forKey: .quietSundays))
    }
}

extension OffsetRules {
    fileprivate func instant(of date: CivilDate, minute: Int) -> Instant {
        instant(of: CivilDateTime(date, millisecondOfDay: minute * 60_000))
    }
}

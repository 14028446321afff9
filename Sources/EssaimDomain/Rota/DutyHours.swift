/// From when to when a duty lasts, as a clock on the wall shows it: `09:00-13:00`, or `20:00-08:00` into the next day. A whole
/// day at most.
public struct DutyHours: Hashable, Sendable {
    /// Minutes since 00:00, 0…1439.
    public let from: Int
    /// Minutes since 00:00 of the same day: beyond 1440 it is the next one.
    public let to: Int

    /// Nil unless 0 ≤ from < 1440 and from < to ≤ from + 1440.
    public init?(from: Int, to: Int) {
        guard (0..<1440).contains(from), to > from, to <= from + 1440 else { return nil }
        self.init(known: from, to)
    }

    private init(known from: Int, _ to: Int) {
        self.from = from
        self.to = to
    }

    static let morning = Self(known: 8 * 60, HalfDay.turn)
    static let afternoon = Self(known: HalfDay.turn, 20 * 60)
    static let day = Self(known: 8 * 60, 20 * 60)

    /// The instants of the duty that begins on that day. A night of clock change is an hour shorter or longer; nil for a duty
    /// of which nothing is left in the hour that spring skips.
    public func span(on day: CivilDate, in offsets: OffsetRules) -> Range<Instant>? {
        let (start, end) = (offsets.instant(on: day, minute: from), offsets.instant(on: day, minute: to))
        return start < end ? start..<end : nil
    }
}

extension DutyHours: RawRepresentable, CustomStringConvertible {
    /// `20:00-08:00`; the same time twice is a day and a night.
    public var rawValue: String { "\(MinuteOfDay.text(from))-\(MinuteOfDay.text(to % 1440))" }
    public var description: String { rawValue }

    /// Reads `20:00-08:00`, `9h - 13h30`; the end of the day is `00:00` or `24:00`.
    public init?(rawValue text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let halves = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, let from = MinuteOfDay.parse(halves[0]), let to = Self.end(halves[1]) else {
            return nil
        }
        self.init(from: from, to: to > from ? to : to + 1440)
    }

    private static func end(_ text: String) -> Int? {
        let plain = text.filter { !$0.isWhitespace }.lowercased()
        return ["24:00", "24h", "24h00"].contains(plain) ? 1440 : MinuteOfDay.parse(text)
    }
}

/// A part of a day, in minutes since 00:00, the end excluded: `09:00-12:30`. Within one day: a night is two ranges.
public struct MinuteRange: Hashable, Sendable {
    public let from: Int
    public let to: Int

    /// Nil unless 0 ≤ from < to ≤ 1440.
    public init?(from: Int, to: Int) {
        guard from >= 0, from < to, to <= 1440 else { return nil }
        self.from = from
        self.to = to
    }

    public static let wholeDay = Self(known: 0, 1440)

    private init(known from: Int, _ to: Int) {
        self.from = from
        self.to = to
    }

    /// The same parts of the day, in order, those that touch or overlap made one.
    static func merged(_ ranges: [Self]) -> [Self] {
        var merged: [Self] = []
        for range in ranges.sorted(by: { $0.from < $1.from }) {
            if let last = merged.last, range.from <= last.to {
                merged[merged.count - 1] = Self(known: last.from, max(last.to, range.to))
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}

extension MinuteRange: RawRepresentable, Codable, CustomStringConvertible {
    /// `09:00-12:30`; the end of the day is `24:00`.
    public var rawValue: String { "\(clock(from))-\(clock(to))" }
    public var description: String { rawValue }

    /// Reads `09:00-12:30`, `9:00 - 12:30` and `9h-12h30`.
    public init?(rawValue text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let halves = text.filter { !$0.isWhitespace }.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2, let from = minutes(halves[0]), let to = minutes(halves[1]) else { return nil }
        self.init(from: from, to: to)
    }
}

private func clock(_ minutes: Int) -> String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

private func minutes(_ text: Substring) -> Int? {
    let parts = text.split(whereSeparator: { ":hH".contains($0) }).map(String.init)
    let numbers = parts.compactMap(plainNumber)
    guard (1...2).contains(parts.count), numbers.count == parts.count, parts.allSatisfy({ $0.utf8.count <= 2 })
    else { return nil }
    let (hour, minute) = (numbers[0], numbers.count == 2 ? numbers[1] : 0)
    return hour <= 24 && minute <= 59 ? hour * 60 + minute : nil
}

/// A time of day as a clock on the wall shows it, in whole minutes since midnight: 0…1439.
public enum MinuteOfDay {
    /// Reads `12:30`, `12h30`, `12 h 30` and `8h`.
    public static func parse(_ typed: String) -> Int? {
        guard typed.utf8.count <= 40 else { return nil }
        let parts = typed.filter { !$0.isWhitespace }.split(
            whereSeparator: { ":hH".contains($0) }
        ).map(String.init)
        let numbers = parts.compactMap(plainNumber)
        guard (1...2).contains(parts.count), numbers.count == parts.count, parts.allSatisfy({ $0.utf8.count <= 2 }),
            typed.contains(where: { ":hH".contains($0) })
        else { return nil }
        let (hour, minute) = (numbers[0], numbers.count == 2 ? numbers[1] : 0)
        return hour <= 23 && minute <= 59 ? hour * 60 + minute : nil
    }

    /// Reads several, between commas or semicolons; none for a text without any. Nil when one is no time.
    public static func parseList(_ typed: String) -> [Int]? {
        guard typed.utf8.count <= 200 else { return nil }
        let parts = typed.split(whereSeparator: { ",;".contains($0) }).map { String($0).trimmed }.filter { !$0.isEmpty }
        let minutes = parts.compactMap(parse)
        return minutes.count == parts.count ? minutes : nil
    }

    /// `12:30`.
    public static func text(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }
}

import EssaimDomain

/// Instants in the words of a colleague. Spaces inside are no-break spaces, so that « 14 h 20 » stays on one line.
extension PageClock {
    /// « aujourd’hui 14 h 20 », « hier 9 h 05 », « jeudi 18 h 55 » in the six days to come, « 12 mars 9 h 05 »,
    /// with the year when it is another.
    public func words(_ instant: Instant) -> String { "\(day(instant)) \(timeOfDay(instant))" }

    /// « aujourd’hui avant 18 h 55 », « mardi avant 18 h 55 », « lundi 7 décembre avant 9 h ».
    public func before(_ instant: Instant) -> String { "\(day(instant)) avant \(timeOfDay(instant))" }

    /// « mardi 24 novembre 2026 à 18 h 55 », for a title.
    public func exact(_ instant: Instant) -> String {
        let wall = civil(instant).date
        return "\(wall.weekday.french) \(French.dayAndMonth(wall)) \(wall.year) à \(timeOfDay(instant))"
    }

    /// « il y a 3 h », « à l’instant », « dans 2 j ».
    public func ago(_ instant: Instant) -> String {
        let elapsed = now - instant
        if elapsed.milliseconds < 0 { return "dans \(French.duration(.milliseconds(-elapsed.milliseconds)))" }
        return elapsed < .seconds(60) ? "à l’instant" : "il y a \(French.duration(elapsed))"
    }

    /// « reste 3 h », « en retard de 2 h ».
    public func remaining(until due: Instant) -> String {
        let left = due - now
        if left.milliseconds >= 0 { return "reste \(French.duration(left))" }
        return "en retard de \(French.duration(.milliseconds(-left.milliseconds)))"
    }

    /// « 23 novembre 2026 », the day alone.
    public func date(_ instant: Instant) -> String { French.date(civil(instant).date) }

    /// The value of a `datetime` attribute: `2026-11-23T14:20+01:00`.
    public func machine(_ instant: Instant) -> String {
        let offset = rules.offsetSeconds(at: instant)
        let minutes = abs(offset) / 60
        let zone = "\(offset < 0 ? "-" : "+")\(French.two(minutes / 60)):\(French.two(minutes % 60))"
        let wall = civil(instant)
        return "\(wall.date)T\(French.two(wall.hour)):\(French.two(wall.minute))\(zone)"
    }

    func timeOfDay(_ instant: Instant) -> String {
        let wall = civil(instant)
        return wall.minute == 0
            ? "\(wall.hour)\u{A0}h" : "\(wall.hour)\u{A0}h\u{A0}\(French.two(wall.minute))"
    }

    private func day(_ instant: Instant) -> String {
        let date = civil(instant).date
        let distance = date.days(since: today)
        switch distance {
        case 0: return "aujourd’hui"
        case -1: return "hier"
        case 1: return "demain"
        case 2...6: return date.weekday.french
        case 7..<21: return "\(date.weekday.french) \(French.dayAndMonth(date))"
        default: return date.year == today.year ? French.dayAndMonth(date) : French.date(date)
        }
    }
}

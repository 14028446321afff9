import EssaimDomain

/// Exact times, for what is kept as evidence.
extension PageClock {
    /// « 23/11/2026 à 14:20:05 », in the network's time.
    public func stamp(_ instant: Instant) -> String {
        let wall = civil(instant)
        return "\(wall.date.french) à \(French.two(wall.hour)):\(French.two(wall.minute)):\(French.two(wall.second))"
    }

    /// `2026-11-23T14:20:05.000+01:00` (ISO 8601), for files.
    public func iso(_ instant: Instant) -> String {
        let offset = rules.offsetSeconds(at: instant)
        let minutes = abs(offset) / 60
        let zone = "\(offset < 0 ? "-" : "+")\(French.two(minutes / 60)):\(French.two(minutes % 60))"
        let wall = civil(instant)
        let part = String(wall.millisecond + 1000).dropFirst()
        return "\(wall).\(part)\(zone)"
    }
}

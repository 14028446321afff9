/// What a delay counts.
public enum Counting: String, Sendable, Codable, CaseIterable {
    /// Every hour.
    case calendar
    /// The hours at which the line is open.
    case opening
}

extension LocalTime {
    /// The first instant at which `duration` of opening time has passed since `start`: a delay that ends with the day's
    /// last minute ends at closing, not on the morning after. `start` itself for no duration or a negative one.
    /// Nil when ten years do not hold so much opening.
    public func advance(from start: Instant, by duration: Duration) -> Instant? {
        var left = duration
        guard left > .zero else { return start }
        for opening in Openings(of: self, from: start) where opening.to > start {
            let from = max(opening.from, start)
            let available = opening.to - from
            if left <= available { return from + left }
            left -= available
        }
        return nil
    }

    /// The opening time between two instants; zero when `end` is not after `start`. Counts over ten years at most.
    public func counted(from start: Instant, to end: Instant) -> Duration {
        var sum = Duration.zero
        for opening in Openings(of: self, from: start) {
            if opening.from >= end { break }
            let stretch = min(opening.to, end) - max(opening.from, start)
            if stretch > .zero { sum += stretch }
        }
        return sum
    }

    /// `advance` in opening or in calendar time. Nil as for `advance`, or beyond ten years.
    public func advance(from start: Instant, by duration: Duration, counting: Counting) -> Instant? {
        switch counting {
        case .opening: advance(from: start, by: duration)
        case .calendar: duration > .days(3653) ? nil : start + max(duration, .zero)
        }
    }

    /// `counted` in opening or in calendar time.
    public func counted(from start: Instant, to end: Instant, _ counting: Counting) -> Duration {
        switch counting {
        case .opening: counted(from: start, to: end)
        case .calendar: max(end - start, .zero)
        }
    }
}

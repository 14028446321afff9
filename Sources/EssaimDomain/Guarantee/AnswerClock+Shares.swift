extension AnswerClock {
    /// When that share of the time limit is over, in percent, pauses left out; 100 is `dueAt` itself. Shares are counted as
    /// the line counts today; where nothing of the limit counts any more, in calendar time between start and end, so that a
    /// change of hours never loses a step. Meant for a clock that is not paused.
    public func instant(atShare percent: Int, in local: LocalTime) -> Instant {
        if percent == 100 { return dueAt }
        let whole = whole(in: local)
        guard whole > .zero else { return startedAt + (dueAt - startedAt) * max(percent, 0) / 100 }
        return percent < 100
            ? min(dueAt, moment(whole * max(percent, 0) / 100, after: startedAt, in: local))
            : moment(whole * (percent - 100) / 100, after: dueAt, in: local)
    }

    /// The time limit, as the line counts today: what ran, and what a pause that lasts leaves.
    func whole(in local: LocalTime) -> Duration {
        elapsed(at: dueAt, in: local) + (pause == nil ? .zero : remaining(at: dueAt, in: local))
    }

    private func moment(_ duration: Duration, after start: Instant, in local: LocalTime) -> Instant {
        var left = duration
        var from = start
        for pause in pauses {
            guard let end = pause.to, end > from else { continue }
            let stretch = local.counted(from: from, to: pause.from, counting)
            if stretch >= left { break }
            left -= stretch
            from = end
        }
        return local.advance(from: from, by: left, counting: counting) ?? from + left
    }
}

/// The time left to answer one demand. It starts when the demand is sent and never restarts: not on re-orientation, nor
/// release, nor hand-over. Asking for information pauses it; a change of urgency counts from the original start.
public struct AnswerClock: Hashable, Sendable, Codable {
    /// While information was awaited from the asking side.
    public struct Pause: Hashable, Sendable, Codable {
        public let from: Instant
        /// Nil while it lasts.
        public let to: Instant?

        public init(from: Instant, to: Instant? = nil) {
            self.from = from
            self.to = to
        }
    }

    public let startedAt: Instant
    /// When the answer is due; while paused, when it was due before the pause. Kept, so that a later change of the
    /// line's hours moves no promise already made.
    public let dueAt: Instant
    public let counting: Counting
    /// In order, not overlapping; only the last may still last.
    public let pauses: [Pause]
    /// The answer was given: nothing is due any more.
    public let isStopped: Bool

    public init(
        startedAt: Instant, dueAt: Instant, counting: Counting, pauses: [Pause] = [], isStopped: Bool = false
    ) {
        self.startedAt = startedAt
        self.dueAt = dueAt
        self.counting = counting
        self.pauses = pauses
        self.isStopped = isStopped
    }

    /// The demand is sent. A line that never opens for so long counts calendar hours.
    public static func started(
        at instant: Instant, target: AnswerTarget, urgency: Urgency, in local: LocalTime
    ) -> Self {
        let target = target.counted(for: urgency)
        return Self(startedAt: instant, dueAt: instant, counting: target.counting).due(within: target, in: local)
    }

    /// The pause that lasts.
    public var pause: Pause? { pauses.last.flatMap { $0.to == nil ? $0 : nil } }

    /// Late: the due time is past, no pause lasts, no answer was given.
    public func isOverdue(at instant: Instant) -> Bool { !isStopped && pause == nil && instant > dueAt }

    /// Information is asked. A clock already paused or stopped stays as it is.
    public func paused(at instant: Instant) -> Self {
        guard !isStopped, pause == nil else { return self }
        return with(pauses: pauses + [Pause(from: max(instant, pauses.last?.to ?? startedAt))])
    }

    /// Information is given: what was left of the counted time is left again; what was late stays late. Without a
    /// pause, nothing changes.
    public func resumed(at instant: Instant, in local: LocalTime) -> Self {
        guard !isStopped, let pause else { return self }
        let end = max(instant, pause.from)
        let left = local.counted(from: pause.from, to: dueAt, counting)
        let due = left > .zero ? local.due(from: end, within: left, counting) : dueAt
        return with(dueAt: due, pauses: pauses.dropLast() + [Pause(from: pause.from, to: end)])
    }

    /// The urgency changed: the new delay is counted from the original start, what was paused still not counted. It
    /// may be over at once. A pause that lasts goes on.
    public func retargeted(_ target: AnswerTarget, urgency: Urgency, in local: LocalTime) -> Self {
        guard !isStopped else { return self }
        return due(within: target.counted(for: urgency), in: local)
    }

    /// The answer is given, even while information is awaited.
    public var stopped: Self {
        Self(startedAt: startedAt, dueAt: dueAt, counting: counting, pauses: pauses, isStopped: true)
    }

    /// The counted time left, zero when late. Does not fall while paused.
    public func remaining(at instant: Instant, in local: LocalTime) -> Duration {
        local.counted(from: pause?.from ?? instant, to: dueAt, counting)
    }

    /// The counted time since the start, pauses left out.
    public func elapsed(at instant: Instant, in local: LocalTime) -> Duration {
        var elapsed = Duration.zero
        var from = startedAt
        for pause in pauses where pause.from < instant {
            elapsed += local.counted(from: from, to: pause.from, counting)
            guard let end = pause.to, end < instant else { return elapsed }
            from = end
        }
        return elapsed + local.counted(from: from, to: instant, counting)
    }

    private func due(within target: AnswerTarget, in local: LocalTime) -> Self {
        var left = target.duration
        var from = startedAt
        for pause in pauses {
            let stretch = local.counted(from: from, to: pause.from, target.counting)
            // It would already have been late when the pause began.
            if stretch >= left { break }
            guard let end = pause.to else { break }
            left -= stretch
            from = end
        }
        return with(dueAt: local.due(from: from, within: left, target.counting), counting: target.counting)
    }

    private func with(dueAt: Instant? = nil, counting: Counting? = nil, pauses: [Pause]? = nil) -> Self {
        Self(
            startedAt: startedAt, dueAt: dueAt ?? self.dueAt, counting: counting ?? self.counting,
            pauses: pauses ?? self.pauses)
    }
}

extension LocalTime {
    /// `advance`, in calendar time where the line never opens for so long.
    fileprivate func due(from start: Instant, within duration: Duration, _ counting: Counting) -> Instant {
        advance(from: start, by: duration, counting: counting) ?? start + duration
    }
}

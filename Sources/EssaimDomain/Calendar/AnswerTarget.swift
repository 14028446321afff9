/// Within how long a demand is answered, as a network sets it for an urgency.
public struct AnswerTarget: Hashable, Sendable, Codable {
    public let minutes: Int
    public let counting: Counting

    /// At least one minute, at most a year.
    public init(minutes: Int, counting: Counting = .calendar) {
        self.minutes = min(max(minutes, 1), 366 * 1440)
        self.counting = counting
    }

    public init(hours: Int, counting: Counting = .calendar) {
        self.init(minutes: min(max(hours, 0), 366 * 24) * 60, counting: counting)
    }

    public var duration: Duration { .seconds(minutes * 60) }

    /// What a network that sets nothing promises: 7 days, 48 hours, 24 hours.
    public static func standard(for urgency: Urgency) -> Self {
        switch urgency {
        case .routine: Self(hours: 7 * 24)
        case .priority: Self(hours: 48)
        case .urgent: Self(hours: 24)
        }
    }

    /// The same delay as it counts for that urgency: urgent always counts calendar hours.
    public func counted(for urgency: Urgency) -> Self {
        urgency == .urgent ? Self(minutes: minutes, counting: .calendar) : self
    }

    /// When a delay that starts now ends; nil if the line never opens for so long.
    public func due(from start: Instant, in local: LocalTime) -> Instant? {
        local.advance(from: start, by: duration, counting: counting)
    }
}

/// What may honestly be said before a demand is sent.
public enum Promise: Hashable, Sendable {
    /// An answer by that instant.
    case by(Instant)
    /// Nothing is promised: the line does not open before the answer would be due. The duty door, the telephone or the
    /// 15 is offered instead. `opensAt` is when it next opens, nil if never.
    case lineOpensTooLate(opensAt: Instant?)
}

extension AnswerTarget {
    /// The promise for a demand sent now. An urgent one is promised only if the line opens before it is due; no
    /// demand is promised an answer by a line that never opens.
    public func promise(for urgency: Urgency, at now: Instant, in local: LocalTime) -> Promise {
        let opensAt = local.nextOpening(after: now)
        guard let opensAt, let due = counted(for: urgency).due(from: now, in: local) else {
            return .lineOpensTooLate(opensAt: opensAt)
        }
        return urgency == .urgent && opensAt >= due ? .lineOpensTooLate(opensAt: opensAt) : .by(due)
    }
}

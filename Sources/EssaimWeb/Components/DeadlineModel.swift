import EssaimDomain

/// The promised answer: how pressing, and where its clock stands.
struct DeadlineModel: Sendable {
    enum Clock: Sendable {
        case running(due: Instant)
        /// Information was asked: the counted time that is left waits.
        case paused(left: Duration)
        /// Answered, with the promise it is measured against.
        case stopped(at: Instant, due: Instant?)
        /// A draft, a cancelled demand.
        case none
    }

    var urgency: Urgency
    var clock: Clock

    /// Time of the sample page: Monday 23 November 2026, 14 h 20.
    private static let now = PageClock.sample.now
    static let urgentSample = DeadlineModel(urgency: .urgent, clock: .running(due: now + .hours(3) + .minutes(12)))
    static let prioritySample = DeadlineModel(urgency: .priority, clock: .running(due: now + .hours(31)))
    static let routineSample = DeadlineModel(urgency: .routine, clock: .running(due: now + .days(5) + .hours(2)))
    static let lateSample = DeadlineModel(urgency: .priority, clock: .running(due: now - .hours(2)))
    static let pausedSample = DeadlineModel(urgency: .routine, clock: .paused(left: .hours(76)))
    static let keptSample = DeadlineModel(urgency: .urgent, clock: .stopped(at: now - .hours(2), due: now + .hours(4)))
    static let missedSample = DeadlineModel(urgency: .priority, clock: .stopped(at: now, due: now - .hours(4)))
}

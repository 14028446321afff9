import EssaimDomain

/// How often something was tried of late, counted for all servers together.
public struct Attempts: Sendable, Equatable {
    public let count: Int
    /// When the window ends, and the count starts anew.
    public let until: Instant

    public init(count: Int, until: Instant) {
        self.count = count
        self.until = until
    }
}

public protocol AttemptReading {
    /// Nil when the window of this bucket is over, or never began.
    func attempts(_ bucket: String, at now: Instant) throws -> Attempts?
}

public protocol AttemptWriting {
    /// Counts one more; the first one opens a window.
    func countAttempt(_ bucket: String, window: Duration, at now: Instant) throws
    func forgetAttempts(endedBefore: Instant) throws
    /// That bucket begins anew.
    func forgetAttempts(of bucket: String) throws
}

/// Refused before anything was tried: too often of late.
public struct TooManyAttempts: Error, Sendable {
    public let until: Instant

    public init(until: Instant) { self.until = until }
}

/// What each line to a peer is bound by.
struct LineSettings {
    /// Where a connection may lead, seen on its network address.
    enum Reach {
        case anywhere
        case thisMachine
        case publicHosts
    }

    /// The protocols allowed, libcurl's names with commas.
    var protocols: String
    /// For the whole of it.
    var timeout: Duration
    /// The largest body read, in bytes.
    var answerLimit: Int
    var reach: Reach
    /// The path of a PEM file, nil for the system's.
    var authorities: String?

    /// Between a millisecond (0 would mean no limit to libcurl) and an hour.
    var milliseconds: Int {
        let (seconds, attoseconds) = timeout.components
        let whole = min(max(seconds, 0), 3600)
        return max(1, min(3_600_000, Int(whole) * 1000 + Int(max(0, attoseconds) / 1_000_000_000_000_000)))
    }

    var wholeSeconds: Int { (milliseconds + 999) / 1000 }

    /// A connection that is not there after five seconds will not be.
    var connectMilliseconds: Int { min(milliseconds, 5000) }
}

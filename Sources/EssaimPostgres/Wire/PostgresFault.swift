import EssaimWorkflow

/// What libpq or the server said, before it is put into the store's words.
enum PostgresFault: Error, Equatable {
    /// No connection, or one that broke: whatever was not committed did not happen.
    case lost(String)
    /// The server does not let us in, and will not later by itself: in French, for whoever runs Essaim.
    /// - Parameter mayPass: a standby may become the primary while one waits.
    case denied(String, mayPass: Bool = false)
    /// The server refused a statement: SQLSTATE (PostgreSQL 15, appendix A), message without values.
    case refused(state: String, message: String)

    /// 40001 serialization failure, 40P01 deadlock: the transaction may simply run again.
    var isConflict: Bool {
        if case .refused("40001", _) = self { return true }
        if case .refused("40P01", _) = self { return true }
        return false
    }

    /// The server ends this connection, or cannot take one now: class 08, 57P01-57P05 (shutting down, starting up), 53300
    /// (too many), 25006 (a standby, after a switch).
    var isUnavailable: Bool {
        switch self {
        case .lost, .denied: true
        case .refused(let state, _):
            state.hasPrefix("08") || state.hasPrefix("57P0") || state == "53300" || state == "25006"
        }
    }

    /// A start that may wait waits for this to pass.
    var mayPass: Bool {
        if case .denied(_, let mayPass) = self { return mayPass }
        return isUnavailable
    }

    /// What a start ends with.
    var startFault: StoreFault {
        if case .denied(let why, _) = self { return .unsafe(why) }
        return storeFault
    }

    var storeFault: StoreFault {
        switch self {
        case .lost(let why), .denied(let why, _): .unavailable(why)
        case .refused("23505", let message): .duplicate(message)
        case .refused("53100", _): .full
        case .refused("55P03", _): .unavailable("a lock was waited for too long")
        case .refused("57014", _): .unavailable("a statement took too long and was cancelled")
        case .refused(let state, let message):
            isUnavailable || isConflict ? .unavailable(message) : .failed("PostgreSQL \(state): \(message)")
        }
    }
}

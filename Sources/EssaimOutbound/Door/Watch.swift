import Synchronization

/// Tells an errand under way to stop: its caller was cancelled, or the door was closed.
final class Watch: Sendable {
    private let reason = Mutex<OutgoingFault?>(nil)

    /// Why to stop, nil to go on.
    var stopped: OutgoingFault? { reason.withLock { $0 } }

    /// The first reason stays.
    func stop(_ fault: OutgoingFault) {
        reason.withLock { $0 = $0 ?? fault }
    }
}

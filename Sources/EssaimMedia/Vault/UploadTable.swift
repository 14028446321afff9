import EssaimWorkflow
import Synchronization

/// Which uploads are being received, and how much of each this process knows to be durable.
final class UploadTable: Sendable {
    private struct State {
        var known: [String: UploadStanding] = [:]
        var busy: Set<String> = []
        var dropped: Set<String> = []
    }

    private let state = Mutex(State())

    func standing(of name: String) -> UploadStanding? { state.withLock { $0.known[name] } }

    /// Dropped while it is being received.
    func isDropped(_ name: String) -> Bool { state.withLock { $0.dropped.contains(name) } }

    /// What a reader found. What a writer knows is newer.
    func learn(_ standing: UploadStanding, of name: String) {
        state.withLock { state in
            guard standing.chunks > 0, !state.busy.contains(name), state.known[name] == nil else { return }
            state.known[name] = standing
        }
    }

    /// Takes an upload for one writer.
    /// - Throws: `.wrongOffset` when there is one already.
    func begin(_ name: String) throws(VaultFault) {
        let taken = state.withLock { $0.busy.insert(name).inserted ? nil : $0.known[name]?.durable ?? 0 }
        if let taken { throw .wrongOffset(at: taken) }
    }

    /// - Parameter standing: nil when it is not known.
    /// - Returns: whether the upload was dropped meanwhile.
    func end(_ name: String, standing: UploadStanding?) -> Bool {
        state.withLock { state in
            state.busy.remove(name)
            let isDropped = state.dropped.remove(name) != nil
            state.known[name] = isDropped || standing?.chunks == 0 ? nil : standing
            return isDropped
        }
    }

    /// Takes an upload that is to be removed, so that no writer begins meanwhile; one who is at it will be told at the end.
    /// - Returns: whether it was taken, and has to be ended.
    func beginRemoval(_ name: String) -> Bool {
        state.withLock { state in
            state.known[name] = nil
            if state.busy.insert(name).inserted { return true }
            state.dropped.insert(name)
            return false
        }
    }
}

import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import TransparencyLog

/// A key room that forgets nothing when its server dies, and lets it die at the step that a test names.
final class MemoryKeyRoom: JournalKeyRoom {
    enum Death: CaseIterable {
        /// After the signature, before anything keeps it.
        case beforeKept
        /// Kept here, unknown to the database.
        case afterKept
    }

    /// The server is gone.
    struct Dead: Error {}

    private struct State {
        var key: SigningKey?
        var last: String?
        var signed: [String] = []
        var death: Death?
    }

    private let state: Mutex<State>
    private let name: String

    init(_ name: String = "essaim.exemple/journal", key: SigningKey? = nil) {
        self.name = name
        state = Mutex(State(key: key))
    }

    func key() -> SigningKey? { state.withLock { $0.key } }

    func makeKey() -> SigningKey? {
        state.withLock { state in
            guard state.key == nil else { return nil }
            state.key = SigningKey(name: name)
            return state.key
        }
    }

    func lastSigned() -> String? { state.withLock { $0.last } }

    func remember(_ note: String) throws {
        try state.withLock { state in
            state.signed.append(note)
            let death = state.death
            state.death = nil
            if death == .beforeKept { throw Dead() }
            state.last = note
            if death == .afterKept { throw Dead() }
        }
    }

    /// The server dies at its next signature.
    func die(_ death: Death) { state.withLock { $0.death = death } }

    /// Every note that was ever signed, whoever came to see it.
    var signed: [String] { state.withLock { $0.signed } }

    func replace(key: SigningKey?) { state.withLock { $0.key = key } }
    func forgetLast() { state.withLock { $0.last = nil } }
}

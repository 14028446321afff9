import EssaimDomain
import EssaimMedia
import Synchronization

/// What a process finds after it was stopped.
enum Loss: CustomStringConvertible {
    /// Killed: what it wrote is there, synced or not.
    case nothing
    /// The power went: what was not synced is gone.
    case unsynced
    /// The power went: of what was not synced some is there, some is zeros, some is other bytes, in any order.
    case torn(seed: UInt64)

    var description: String {
        switch self {
        case .nothing: "killed"
        case .unsynced: "cut"
        case .torn(let seed): "torn \(seed)"
        }
    }
}

extension ModelDisk {
    var calls: [String] { state.withLock { $0.calls } }
    var openFiles: Int { state.withLock { $0.handles.count } }
    func forget() { state.withLock { $0.calls = [] } }
    func stop(at index: Int) { state.withLock { $0.stop = index } }
    func fail(call index: Int, with code: Int32) { state.withLock { $0.failing = (index, code) } }
    func fail(every call: FileCall, with code: Int32) { state.withLock { $0.broken = (call, code) } }
    func heal() { state.withLock { ($0.stop, $0.failing, $0.broken) = (nil, nil, nil) } }
    func leave(room: Int) { state.withLock { $0.room = room } }
    func writeAtMost(_ count: Int) { state.withLock { $0.writesAtMost = count } }
    func pass(_ time: Duration) { state.withLock { $0.now = $0.now + time } }
    var now: Instant { state.withLock { $0.now } }

    /// Paths of the files, sorted.
    var files: [String] {
        state.withLock { state in
            state.entries.filter { state.nodes[$0.value]?.kind == .file }.keys.sorted()
        }
    }

    func bytes(at path: String) -> [UInt8]? {
        state.withLock { state in state.entries[path].flatMap { state.nodes[$0]?.bytes } }
    }

    /// Puts bytes there behind everybody's back, and on the disk for good.
    func forge(_ bytes: [UInt8], at path: String, mode: UInt32 = 0o600) {
        state.withLock { state in
            state.next += 1
            state.nodes[state.next] = Node(mode: mode, bytes: bytes, synced: bytes, modified: state.now)
            (state.entries[path], state.durable[path]) = (state.next, state.next)
        }
    }

    func forge(folder path: String, mode: UInt32 = 0o700) {
        state.withLock { state in
            state.next += 1
            state.nodes[state.next] = Node(kind: .folder, mode: mode, modified: state.now)
            (state.entries[path], state.durable[path]) = (state.next, state.next)
        }
    }

    /// The process is gone; the next one finds what is left.
    func restart(losing loss: Loss) {
        heal()
        forget()
        state.withLock { state in
            state.handles = [:]
            switch loss {
            case .nothing: break
            case .unsynced:
                state.entries = state.durable
                for key in state.nodes.keys { state.nodes[key].map { state.nodes[key]?.bytes = $0.synced } }
            case .torn(let seed):
                var random = SeededGenerator(seed)
                for path in Set(state.entries.keys).union(state.durable.keys).sorted() {
                    if Bool.random(using: &random) { state.entries[path] = state.durable[path] }
                }
                for key in state.nodes.keys.sorted() {
                    guard let node = state.nodes[key] else { continue }
                    state.nodes[key]?.bytes = Self.torn(node, &random)
                }
            }
            // What stands in a folder that is gone is gone.
            for path in state.entries.keys.sorted() where path != "/disk" && state.entries[Self.parent(path)] == nil {
                state.entries[path] = nil
            }
            // After a kill what was not synced still is not: the power may go next.
            if case .nothing = loss { return }
            state.durable = state.entries
            for key in state.nodes.keys { state.nodes[key].map { state.nodes[key]?.synced = $0.bytes } }
        }
    }

    private static func torn(_ node: Node, _ random: inout SeededGenerator) -> [UInt8] {
        guard node.bytes.count >= node.synced.count else {
            return Bool.random(using: &random) ? node.bytes : node.synced
        }
        var bytes = Array(node.bytes.prefix(Int.random(in: node.synced.count...node.bytes.count, using: &random)))
        // Sectors of 4,096 bytes arrive in any order.
        for start in stride(from: node.synced.count, to: bytes.count, by: 4096) {
            let sector = start..<min(start + 4096, bytes.count)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: for index in sector { bytes[index] = 0 }
            case 1: for index in sector { bytes[index] = UInt8.random(in: 0...255, using: &random) }
            default: break
            }
        }
        return bytes
    }
}

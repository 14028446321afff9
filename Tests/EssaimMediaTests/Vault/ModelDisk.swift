import EssaimDomain
import EssaimMedia
import Glibc
import Synchronization

/// A disk in memory that loses what was not synced: the process can be stopped at any call, each call made to fail, the
/// room limited. A file's sync does not sync its entry; a folder's sync does, as POSIX has it.
final class ModelDisk: FileOperations {
    struct Node {
        var kind = FileStatus.Kind.file
        var mode: UInt32
        var bytes: [UInt8] = []
        var synced: [UInt8] = []
        var modified: Instant
    }

    struct State {
        var nodes: [Int: Node] = [:]
        /// What a process sees, and what a power cut leaves: path to node.
        var entries: [String: Int] = [:]
        var durable: [String: Int] = [:]
        var handles: [Int32: (node: Int, path: String)] = [:]
        var next = 3
        var now = Instant(milliseconds: 1_800_000_000_000)
        var calls: [String] = []
        /// The call, counted from zero, at which the process is stopped: it is not made, nor is any after it.
        var stop: Int?
        /// The call that fails once, with its errno.
        var failing: (index: Int, code: Int32)?
        /// The kind of call that fails each time.
        var broken: (call: FileCall, code: Int32)?
        /// Bytes that can still be written.
        var room = Int.max
        var writesAtMost = Int.max
    }

    let state = Mutex(State())

    init() {
        state.withLock { state in
            state.nodes[1] = Node(kind: .folder, mode: 0o700, modified: state.now)
            state.entries["/disk"] = 1
            state.durable["/disk"] = 1
        }
    }

    /// Every call is named before it is made; throws what was asked for.
    private static func begin(_ call: FileCall, _ path: String, _ state: inout State) throws(FileError) {
        let index = state.calls.count
        state.calls.append("\(call.rawValue) \(path)")
        if let stop = state.stop, index >= stop { throw FileError(call, EIO) }
        if let broken = state.broken, broken.call == call { throw FileError(call, broken.code) }
        if let failing = state.failing, failing.index == index { throw FileError(call, failing.code) }
    }

    private static func node(_ descriptor: Int32, _ call: FileCall, _ state: State) throws(FileError) -> Int {
        guard let handle = state.handles[descriptor] else { throw FileError(call, EBADF) }
        return handle.node
    }

    static func parent(_ path: String) -> String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

    func open(_ path: String, _ flags: Int32, mode: UInt32) throws(FileError) -> Int32 {
        try state.withLock { state throws(FileError) in
            try Self.begin(.open, path, &state)
            var node = state.entries[path]
            if node != nil, flags & O_EXCL != 0 { throw FileError(.open, EEXIST) }
            if node == nil {
                guard flags & O_CREAT != 0, state.entries[Self.parent(path)] != nil else {
                    throw FileError(.open, ENOENT)
                }
                guard state.room > 0 else { throw FileError(.open, ENOSPC) }
                state.next += 1
                state.nodes[state.next] = Node(mode: mode, modified: state.now)
                state.entries[path] = state.next
                node = state.next
            }
            state.next += 1
            state.handles[Int32(state.next)] = (node ?? 0, path)
            return Int32(state.next)
        }
    }

    func read(_ descriptor: Int32, _ count: Int, at offset: Int) throws(FileError) -> [UInt8] {
        try state.withLock { state throws(FileError) in
            try Self.begin(.read, state.handles[descriptor]?.path ?? "?", &state)
            let bytes = state.nodes[try Self.node(descriptor, .read, state)]?.bytes ?? []
            return Array(bytes[(offset..<offset + count).clamped(to: 0..<bytes.count)])
        }
    }

    func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(FileError) -> Int {
        try state.withLock { state throws(FileError) in
            try Self.begin(.write, state.handles[descriptor]?.path ?? "?", &state)
            let node = try Self.node(descriptor, .write, state)
            let count = min(bytes.count, state.room, state.writesAtMost)
            guard count > 0 || bytes.isEmpty else { throw FileError(.write, ENOSPC) }
            state.nodes[node]?.bytes.append(contentsOf: bytes.prefix(count))
            state.nodes[node]?.modified = state.now
            if state.room != .max { state.room -= count }
            return count
        }
    }

    func truncate(_ descriptor: Int32, to length: Int) throws(FileError) {
        try state.withLock { state throws(FileError) in
            try Self.begin(.ftruncate, state.handles[descriptor]?.path ?? "?", &state)
            let node = try Self.node(descriptor, .ftruncate, state)
            let bytes = state.nodes[node]?.bytes ?? []
            if state.room != .max { state.room += bytes.count - length }
            state.nodes[node]?.bytes = Array(bytes.prefix(length))
        }
    }

    func fsync(_ descriptor: Int32) throws(FileError) {
        try state.withLock { state throws(FileError) in
            let path = state.handles[descriptor]?.path ?? "?"
            try Self.begin(.fsync, path, &state)
            let node = try Self.node(descriptor, .fsync, state)
            guard state.nodes[node]?.kind == .folder else {
                let bytes = state.nodes[node]?.bytes ?? []
                state.nodes[node]?.synced = bytes
                return
            }
            state.durable = state.durable.filter { Self.parent($0.key) != path }
            for (entry, node) in state.entries where Self.parent(entry) == path { state.durable[entry] = node }
        }
    }

    func close(_ descriptor: Int32) throws(FileError) {
        try state.withLock { state throws(FileError) in
            let handle = state.handles.removeValue(forKey: descriptor)
            try Self.begin(.close, handle?.path ?? "?", &state)
        }
    }

    func rename(_ from: String, to: String) throws(FileError) {
        try state.withLock { state throws(FileError) in
            try Self.begin(.rename, from, &state)
            guard let node = state.entries.removeValue(forKey: from) else { throw FileError(.rename, ENOENT) }
            state.entries[to] = node
        }
    }

    func mkdir(_ path: String, mode: UInt32) throws(FileError) {
        try state.withLock { state throws(FileError) in
            try Self.begin(.mkdir, path, &state)
            guard state.entries[path] == nil else { throw FileError(.mkdir, EEXIST) }
            guard state.entries[Self.parent(path)] != nil else { throw FileError(.mkdir, ENOENT) }
            state.next += 1
            state.nodes[state.next] = Node(kind: .folder, mode: mode, modified: state.now)
            state.entries[path] = state.next
        }
    }

    func unlink(_ path: String) throws(FileError) {
        try state.withLock { state throws(FileError) in
            try Self.begin(.unlink, path, &state)
            guard let node = state.entries.removeValue(forKey: path) else { throw FileError(.unlink, ENOENT) }
            if state.room != .max { state.room += state.nodes[node]?.bytes.count ?? 0 }
        }
    }

    func names(in folder: String) throws(FileError) -> [String] {
        try state.withLock { state throws(FileError) in
            try Self.begin(.opendir, folder, &state)
            return state.entries.keys.filter { Self.parent($0) == folder }.map {
                String($0.dropFirst(folder.count + 1))
            }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    func status(_ path: String) throws(FileError) -> FileStatus? {
        try state.withLock { state throws(FileError) in
            try Self.begin(.lstat, path, &state)
            guard let node = state.entries[path].flatMap({ state.nodes[$0] }) else { return nil }
            return FileStatus(kind: node.kind, size: node.bytes.count, mode: node.mode, modified: node.modified)
        }
    }
}

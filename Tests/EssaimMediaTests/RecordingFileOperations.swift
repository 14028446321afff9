import EssaimMedia
import Synchronization

/// The system's calls, written down, and made to fail when a test asks.
final class RecordingFileOperations: FileOperations {
    struct State {
        var calls: [String] = []
        var paths: [Int32: String] = [:]
        /// The call that fails, counted from zero, with its errno.
        var failing: (index: Int, code: Int32)?
        /// The kind of call that fails each time, with its errno.
        var broken: (call: AttachmentFault.FileCall, code: Int32)?
        var writesAtMost = Int.max
    }

    private let system = SystemFileOperations()
    private let state = Mutex(State())
    private let root: String

    /// Paths are written down relative to `root`.
    init(root: String) { self.root = root }

    var calls: [String] { state.withLock { $0.calls } }

    func forget() { state.withLock { $0.calls = [] } }
    func fail(call index: Int, with code: Int32) { state.withLock { $0.failing = (index, code) } }
    func fail(every call: AttachmentFault.FileCall, with code: Int32) { state.withLock { $0.broken = (call, code) } }
    func heal() { state.withLock { ($0.failing, $0.broken) = (nil, nil) } }
    func writeAtMost(_ count: Int) { state.withLock { $0.writesAtMost = count } }

    private func record(_ call: AttachmentFault.FileCall, _ path: String, _ more: String = "") throws(FileError) {
        let name = path == root ? "." : path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
        let failing: Int32? = state.withLock { state in
            state.calls.append("\(call.rawValue) \(name)\(more)")
            if let broken = state.broken, broken.call == call { return broken.code }
            return state.failing.flatMap { $0.index == state.calls.count - 1 ? $0.code : nil }
        }
        if let failing { throw FileError(call, failing) }
    }

    private func path(_ descriptor: Int32) -> String { state.withLock { $0.paths[descriptor] ?? "?" } }

    func open(_ path: String, _ flags: Int32, mode: UInt32) throws(FileError) -> Int32 {
        try record(.open, path)
        let descriptor = try system.open(path, flags, mode: mode)
        state.withLock { $0.paths[descriptor] = path }
        return descriptor
    }

    func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(FileError) -> Int {
        try record(.write, path(descriptor))
        return try system.write(bytes.prefix(state.withLock { $0.writesAtMost }), to: descriptor)
    }

    func fsync(_ descriptor: Int32) throws(FileError) {
        try record(.fsync, path(descriptor))
        try system.fsync(descriptor)
    }

    func close(_ descriptor: Int32) throws(FileError) {
        let path = path(descriptor)
        try system.close(descriptor)
        try record(.close, path)
    }

    func rename(_ from: String, to: String) throws(FileError) {
        try record(.rename, from)
        try system.rename(from, to: to)
    }

    func mkdir(_ path: String, mode: UInt32) throws(FileError) {
        try record(.mkdir, path)
        try system.mkdir(path, mode: mode)
    }

    func unlink(_ path: String) throws(FileError) {
        try record(.unlink, path)
        try system.unlink(path)
    }
}

import EssaimWorkflow
import Glibc
import Synchronization

/// Whether what was synced can still be believed. Once an fsync has failed it cannot: an fsync tried again succeeds though
/// the pages are lost, so nothing more is taken and the process is to stop. Reads go on.
final class Durability: Sendable {
    private let lost = Mutex(false)
    /// Told once, by whoever finds out: the process is to stop.
    private let onLost: @Sendable () -> Void

    init(onLost: @escaping @Sendable () -> Void = {}) { self.onLost = onLost }

    var isLost: Bool { lost.withLock { $0 } }

    /// Asked before anything is written.
    func check() throws(VaultFault) {
        guard !isLost else { throw .durabilityLost }
    }

    /// Calls, with what their failure means: a failed fsync, or a `close` that reports a lost write, is the end of it.
    func watching<Value>(_ body: () throws(FileError) -> Value) throws(VaultFault) -> Value {
        do throws(FileError) {
            return try body()
        } catch {
            guard error.call == .fsync || (error.call == .close && error.code == EIO) else { throw error.fault }
            lose()
            throw .durabilityLost
        }
    }

    /// What a shelf threw: it may have lost it too.
    func heeding(_ fault: VaultFault) -> VaultFault {
        if fault == .durabilityLost { lose() }
        return fault
    }

    private func lose() {
        let isFirst = lost.withLock { lost in
            defer { lost = true }
            return !lost
        }
        if isFirst { onLost() }
    }
}

import EssaimWorkflow
import Foundation
import Synchronization

/// One process owns a data folder: an exclusive `flock` on `essaim.lock`, which the kernel gives back when the process dies.
/// The file holds the owner's process number, for the message to whoever finds the folder taken.
final class FolderLock: Sendable {
    private let descriptor: Mutex<Int32?>

    init(folder: String) throws {
        let path = folder + "/essaim.lock"
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw StoreFault.failed("cannot open \(path): \(String(cString: strerror(errno)))") }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let owner = Self.owner(of: opened)
            close(opened)
            throw StoreFault.owned(by: owner)
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(opened, 0) == 0, pwrite(opened, text, text.count, 0) == text.count else {
            close(opened)
            throw StoreFault.full
        }
        descriptor = Mutex(opened)
    }

    deinit { release() }

    func release() {
        descriptor.withLock { held in
            if let held { close(held) }
            held = nil
        }
    }

    private static func owner(of descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)).filter { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self)
    }
}

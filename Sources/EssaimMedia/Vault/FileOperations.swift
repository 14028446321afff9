import EssaimDomain
import EssaimWorkflow
import Glibc

/// The calls that a folder of files is kept with, one for one as in POSIX, so that a test can write down their order, make
/// each of them fail, or lose what was not synced. Each returns what the call returns or throws its errno; `EINTR` is
/// dealt with here. All of them block.
public protocol FileOperations: Sendable {
    func open(_ path: String, _ flags: Int32, mode: UInt32) throws(FileError) -> Int32
    /// Bytes from an offset on: as many as asked, fewer at the end of the file only.
    func read(_ descriptor: Int32, _ count: Int, at offset: Int) throws(FileError) -> [UInt8]
    /// May write less than asked.
    func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(FileError) -> Int
    func truncate(_ descriptor: Int32, to length: Int) throws(FileError)
    func fsync(_ descriptor: Int32) throws(FileError)
    func close(_ descriptor: Int32) throws(FileError)
    func rename(_ from: String, to: String) throws(FileError)
    func mkdir(_ path: String, mode: UInt32) throws(FileError)
    func unlink(_ path: String) throws(FileError)
    /// The names in a folder, sorted by their bytes, without `.` and `..`; none when it is no folder, or there is none.
    func names(in folder: String) throws(FileError) -> [String]
    /// What stands at a path, a symbolic link not followed; nil when nothing does.
    func status(_ path: String) throws(FileError) -> FileStatus?
}

/// The calls, named as in the manual.
public enum FileCall: String, Sendable {
    case open, read, write, ftruncate, fsync, close, rename, mkdir, unlink, opendir, readdir, lstat
}

/// A call that failed, with its errno.
public struct FileError: Error, Sendable, Equatable {
    public let call: FileCall
    public let code: Int32

    public init(_ call: FileCall, _ code: Int32) {
        self.call = call
        self.code = code
    }

    /// What the caller of the vault is told, but for durability (see `Durability`).
    var fault: VaultFault {
        switch code {
        case ENOSPC, EDQUOT: .full
        default: .failed(call: call.rawValue, code: code)
        }
    }
}

/// What stands at a path.
public struct FileStatus: Sendable, Equatable {
    public enum Kind: Sendable { case file, folder, other }

    public let kind: Kind
    /// In bytes.
    public let size: Int
    /// The twelve bits of `chmod`.
    public let mode: UInt32
    /// When the content was last written.
    public let modified: Instant

    public init(kind: Kind, size: Int, mode: UInt32, modified: Instant) {
        self.kind = kind
        self.size = size
        self.mode = mode
        self.modified = modified
    }
}

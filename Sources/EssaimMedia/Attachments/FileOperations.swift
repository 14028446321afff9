import Glibc

/// The calls that change a folder, one for one as in POSIX, so that a test can write down their order or make each of
/// them fail. Each returns what the call returns or throws its errno; `EINTR` is dealt with here.
public protocol FileOperations: Sendable {
    func open(_ path: String, _ flags: Int32, mode: UInt32) throws(FileError) -> Int32
    /// May write less than asked.
    func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(FileError) -> Int
    func fsync(_ descriptor: Int32) throws(FileError)
    func close(_ descriptor: Int32) throws(FileError)
    func rename(_ from: String, to: String) throws(FileError)
    func mkdir(_ path: String, mode: UInt32) throws(FileError)
    func unlink(_ path: String) throws(FileError)
}

/// A call that failed, with its errno.
public struct FileError: Error, Sendable, Equatable {
    public let call: AttachmentFault.FileCall
    public let code: Int32

    public init(_ call: AttachmentFault.FileCall, _ code: Int32) {
        self.call = call
        self.code = code
    }

    /// What the caller of the store is told.
    var fault: AttachmentFault {
        switch code {
        case ENOSPC, EDQUOT: .diskFull
        default: .failed(call: call, code: code)
        }
    }
}

/// The operating system's own calls.
public struct SystemFileOperations: FileOperations {
    public init() {}

    public func open(_ path: String, _ flags: Int32, mode: UInt32) throws(FileError) -> Int32 {
        try Self.retrying(.open) { Glibc.open(path, flags, mode) }
    }

    public func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(FileError) -> Int {
        try Self.retrying(.write) { bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) } }
    }

    /// Not tried again, not even on `EINTR`: after a failure the kernel may have marked the lost pages clean.
    public func fsync(_ descriptor: Int32) throws(FileError) {
        guard Glibc.fsync(descriptor) == 0 else { throw FileError(.fsync, errno) }
    }

    /// On Linux the descriptor is gone even when `close` is interrupted.
    public func close(_ descriptor: Int32) throws(FileError) {
        guard Glibc.close(descriptor) == 0 || errno == EINTR else { throw FileError(.close, errno) }
    }

    public func rename(_ from: String, to: String) throws(FileError) {
        guard Glibc.rename(from, to) == 0 else { throw FileError(.rename, errno) }
    }

    public func mkdir(_ path: String, mode: UInt32) throws(FileError) {
        guard Glibc.mkdir(path, mode) == 0 else { throw FileError(.mkdir, errno) }
    }

    public func unlink(_ path: String) throws(FileError) {
        guard Glibc.unlink(path) == 0 else { throw FileError(.unlink, errno) }
    }

    private static func retrying<Count: SignedInteger>(
        _ name: AttachmentFault.FileCall, _ call: () -> Count
    ) throws(FileError) -> Count {
        while true {
            let result = call()
            if result >= 0 { return result }
            guard errno == EINTR else { throw FileError(name, errno) }
        }
    }
}

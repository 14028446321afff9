import EssaimDomain
import Glibc

/// The operating system's own calls.
public struct SystemFileOperations: FileOperations {
    public init() {}

    public func open(_ path: String, _ flags: Int32, mode: UInt32) throws(FileError) -> Int32 {
        try Self.retrying(.open) { Glibc.open(path, flags, mode) }
    }

    public func read(_ descriptor: Int32, _ count: Int, at offset: Int) throws(FileError) -> [UInt8] {
        var failure: FileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = Glibc.pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, offset + filled)
                if read > 0 {
                    filled += read
                } else if read == 0 {
                    return
                } else if errno != EINTR {
                    failure = FileError(.read, errno)
                    return
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    public func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(FileError) -> Int {
        try Self.retrying(.write) { bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) } }
    }

    public func truncate(_ descriptor: Int32, to length: Int) throws(FileError) {
        _ = try Self.retrying(.ftruncate) { Glibc.ftruncate(descriptor, length) }
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

    public func names(in path: String) throws(FileError) -> [String] {
        guard let folder = opendir(path) else {
            guard errno == ENOENT || errno == ENOTDIR else { throw FileError(.opendir, errno) }
            return []
        }
        defer { closedir(folder) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw FileError(.readdir, errno) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    public func status(_ path: String) throws(FileError) -> FileStatus? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT || errno == ENOTDIR else { throw FileError(.lstat, errno) }
            return nil
        }
        let kind: FileStatus.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        let milliseconds = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
        return FileStatus(
            kind: kind, size: Int(status.st_size), mode: status.st_mode & 0o7777,
            modified: Instant(milliseconds: milliseconds))
    }

    private static func retrying<Count: SignedInteger>(
        _ name: FileCall, _ call: () -> Count
    ) throws(FileError) -> Count {
        while true {
            let result = call()
            if result >= 0 { return result }
            guard errno == EINTR else { throw FileError(name, errno) }
        }
    }
}

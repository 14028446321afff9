import Glibc

/// Calls that only read.
enum FileReading {
    /// The whole of a regular file; a symbolic link is not followed.
    static func contents(of path: String) throws(FileError) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileError(.open, errno) }
        defer { _ = Glibc.close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(.fstat, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(.read, EINVAL) }
        let size = Int(status.st_size)
        var failure: FileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let count = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, size - filled)
                if count > 0 {
                    filled += count
                } else if count == 0 || errno != EINTR {
                    failure = FileError(.read, count == 0 ? EIO : errno)
                    return
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// The names in a folder, sorted, without `.` and `..`; none when it does not exist.
    static func names(in path: String) throws(FileError) -> [String] {
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
        return names.sorted()
    }

    /// When a file was last written, in milliseconds since 1970; nil when it is gone.
    static func modified(_ path: String) throws(FileError) -> Int64? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw FileError(.fstat, errno) }
            return nil
        }
        return Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
    }
}

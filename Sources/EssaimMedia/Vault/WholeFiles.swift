import Glibc

extension FileOperations {
    /// Makes the entries of a folder durable.
    package func syncFolder(_ path: String) throws(FileError) {
        let descriptor = try open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, mode: 0)
        do throws(FileError) {
            try fsync(descriptor)
        } catch {
            try? close(descriptor)
            throw error
        }
        try close(descriptor)
    }

    /// A new file with these bytes, synced. The file is removed again when anything fails.
    package func writeNew(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        let descriptor = try open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode: 0o600)
        do throws(FileError) {
            try writeAll(bytes, to: descriptor)
            try fsync(descriptor)
        } catch {
            try? close(descriptor)
            try? unlink(path)
            throw error
        }
        do throws(FileError) {
            try close(descriptor)
        } catch {
            try? unlink(path)
            throw error
        }
    }

    /// Carries a short write on.
    func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try write(rest, to: descriptor)
            guard count > 0 else { throw FileError(.write, EIO) }
            rest = rest.dropFirst(count)
        }
    }

    /// The whole of a regular file of at most `limit` bytes, a symbolic link not followed.
    /// - Throws: `ENOENT` when there is none, `EINVAL` when it is no file, `EFBIG` past the limit.
    package func contents(of path: String, upTo limit: Int) throws(FileError) -> [UInt8] {
        guard let status = try status(path) else { throw FileError(.open, ENOENT) }
        guard status.kind == .file else { throw FileError(.open, EINVAL) }
        guard status.size <= limit else { throw FileError(.read, EFBIG) }
        return try reading(path) { descriptor throws(FileError) in try read(descriptor, status.size, at: 0) }
    }

    /// Opens a file to read it, and closes it again whatever happens.
    func reading<Value>(
        _ path: String, _ body: (Int32) throws(FileError) -> Value
    ) throws(FileError) -> Value {
        let descriptor = try open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, mode: 0)
        // Nothing was written through it: a close that fails loses nothing.
        defer { try? close(descriptor) }
        return try body(descriptor)
    }
}

/// The folder of the master keys: `<id>.key`, and `current`, which names one. Blocking.
struct MasterKeyFiles: Sendable {
    let folder: String
    let operations: any FileOperations

    /// What the folder holds.
    /// - Returns: no key when there is no folder.
    func read() throws(MasterKeyFault) -> (keys: [String: MasterKey], current: String?) {
        let status = try calling(folder) { () throws(FileError) in try operations.status(folder) }
        guard let status else { return ([:], nil) }
        guard status.kind == .folder else { throw .damaged(path: folder) }
        guard status.mode & 0o077 == 0 else { throw .openToOthers(path: folder, mode: "700") }
        var keys: [String: MasterKey] = [:]
        let names = try calling(folder) { () throws(FileError) in try operations.names(in: folder) }
        for name in names where name.hasSuffix(".key") {
            let path = "\(folder)/\(name)"
            let status = try calling(path) { () throws(FileError) in try operations.status(path) }
            guard status?.kind == .file else { throw .damaged(path: path) }
            guard status.map({ $0.mode & 0o077 == 0 }) ?? false else { throw .openToOthers(path: path, mode: "600") }
            guard let key = MasterKey(line: try line(of: path)), name == "\(key.id).key" else {
                throw .damaged(path: path)
            }
            keys[key.id] = key
        }
        guard names.contains("current") else { return (keys, nil) }
        let current = try line(of: "\(folder)/current")
        guard keys[current] != nil else { throw .damaged(path: "\(folder)/current") }
        return (keys, current)
    }

    /// Makes the folder when its parent exists.
    func makeFolder() throws(MasterKeyFault) {
        try calling(folder) { () throws(FileError) in try DurableFolders(operations).make(root: folder) }
    }

    func write(_ key: MasterKey) throws(MasterKeyFault) { try write(key.line, to: "\(key.id).key") }

    func write(current id: String) throws(MasterKeyFault) { try write(id, to: "current") }

    func remove(_ id: String) throws(MasterKeyFault) {
        try calling("\(folder)/\(id).key") { () throws(FileError) in
            try operations.unlink("\(folder)/\(id).key")
            try operations.syncFolder(folder)
        }
    }

    /// A whole file or none, durable on return: `<name>.new`, synced, renamed, the folder synced.
    private func write(_ line: String, to name: String) throws(MasterKeyFault) {
        let path = "\(folder)/\(name)"
        try calling(path) { () throws(FileError) in
            // Left by a crash.
            try? operations.unlink(path + ".new")
            try operations.writeNew(path + ".new", Array("\(line)\n".utf8))
            do throws(FileError) {
                try operations.rename(path + ".new", to: path)
            } catch {
                try? operations.unlink(path + ".new")
                throw error
            }
            try operations.syncFolder(folder)
        }
    }

    /// The one line of a file.
    private func line(of path: String) throws(MasterKeyFault) -> String {
        let bytes = try calling(path) { () throws(FileError) in try operations.contents(of: path, upTo: 1000) }
        let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } ?? -1
        return String(decoding: bytes[...end], as: UTF8.self)
    }

    private func calling<Value>(
        _ path: String, _ body: () throws(FileError) -> Value
    ) throws(MasterKeyFault) -> Value {
        do throws(FileError) {
            return try body()
        } catch {
            throw .failed(path: path, call: error.call.rawValue, code: error.code)
        }
    }
}

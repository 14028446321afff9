import EssaimMedia
import Glibc
import Testing

@Suite struct `Storing attachments` {
    let folder: TemporaryFolder
    let operations: RecordingFileOperations
    let store: AttachmentStore

    init() throws {
        folder = try TemporaryFolder()
        operations = RecordingFileOperations(root: folder.path + "/pieces")
        store = try AttachmentStore(root: folder.path + "/pieces", operations: operations)
    }

    private func path(_ name: AttachmentName) -> String {
        "pieces/\(name.text.prefix(2))/\(name.text.dropFirst(2).prefix(2))/\(name)"
    }

    @Test func `what is stored is read back, under a random name`() throws {
        let photo = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        let first = try store.put(photo)
        let second = try store.put(photo)
        #expect(first != second)
        #expect(try store.read(first) == photo)
        #expect(try store.read(second) == photo)
        #expect(try store.read(store.put([])) == [])
        #expect(folder.files.contains(path(first)))
    }

    @Test func `a file and its folders are the server's alone`() throws {
        let name = try store.put([1])
        #expect(try folder.permissions(of: path(name)) == 0o600)
        #expect(try folder.permissions(of: "pieces/\(name.text.prefix(2))") == 0o700)
        #expect(try folder.permissions(of: "pieces") == 0o700)
    }

    @Test func `the folder itself is made durable in its parent`() {
        #expect(operations.calls == ["mkdir .", "open \(folder.path)", "fsync \(folder.path)", "close \(folder.path)"])
    }

    @Test func `a name is given out after write, fsync, rename and fsync of every new folder`() throws {
        operations.forget()
        let name = try store.put([1, 2, 3])
        let a = String(name.text.prefix(2))
        let b = a + "/" + name.text.dropFirst(2).prefix(2)
        #expect(
            operations.calls == [
                "mkdir \(a)", "open .", "fsync .", "close .",
                "mkdir \(b)", "open \(a)", "fsync \(a)", "close \(a)",
                "open \(b)/\(name).part", "write \(b)/\(name).part", "fsync \(b)/\(name).part",
                "close \(b)/\(name).part",
                "rename \(b)/\(name).part",
                "open \(b)", "fsync \(b)", "close \(b)",
            ])
    }

    @Test func `a folder found on the disk is synced once all the same`() throws {
        let name = try store.put([1])
        operations.forget()
        let again = try AttachmentStore(root: folder.path + "/pieces", operations: operations)
        #expect(operations.calls.contains("fsync \(folder.path)"))
        #expect(try again.read(name) == [1])
    }

    @Test func `a short write is carried on`() throws {
        operations.writeAtMost(7)
        let bytes = [UInt8](0..<100)
        #expect(try store.read(store.put(bytes)) == bytes)
        #expect(operations.calls.count { $0.hasPrefix("write") } == 15)
    }

    @Test func `a removed file is gone, its removal synced, and removing it again says so`() throws {
        let name = try store.put([1])
        operations.forget()
        #expect(try store.remove(name))
        let folderOfName = "\(name.text.prefix(2))/\(name.text.dropFirst(2).prefix(2))"
        #expect(
            operations.calls == [
                "unlink \(folderOfName)/\(name)", "open \(folderOfName)", "fsync \(folderOfName)",
                "close \(folderOfName)",
            ])
        #expect(throws: AttachmentFault.notFound) { try store.read(name) }
        #expect(try store.remove(name) == false)
        #expect(throws: AttachmentFault.notFound) { try store.read(AttachmentName()) }
    }

    @Test func `a call that fails, whichever it is, leaves no name and no half file`() throws {
        operations.forget()
        _ = try store.put([1, 2, 3])
        let calls = operations.calls
        for index in calls.indices {
            let fresh = try TemporaryFolder()
            let operations = RecordingFileOperations(root: fresh.path)
            let store = try AttachmentStore(root: fresh.path, operations: operations)
            operations.forget()
            operations.fail(call: index, with: EIO)
            let call = calls[index].prefix { $0 != " " }
            let isLost = call == "fsync" || call == "close"
            #expect(
                throws: isLost
                    ? AttachmentFault.durabilityLost : .failed(call: .init(rawValue: String(call)) ?? .read, code: EIO)
            ) {
                try store.put([1, 2, 3])
            }
            // A file that was renamed and whose folder could not be synced stays: nobody knows what the disk holds.
            let isRenamed = index > calls.firstIndex { $0.hasPrefix("rename") } ?? 0
            #expect(fresh.files.count == (isRenamed ? 1 : 0), "\(calls[index])")
            #expect(!fresh.files.contains { $0.hasSuffix(".part") })
            #expect(operations.calls.count { $0.hasPrefix("fsync") } <= 4)
        }
    }

    @Test func `after a failed fsync nothing more is stored, and what is there can be read`() throws {
        let name = try store.put([1])
        operations.fail(every: .fsync, with: EIO)
        #expect(throws: AttachmentFault.durabilityLost) { try store.put([2]) }
        #expect(store.isDurabilityLost)
        operations.forget()
        operations.heal()
        #expect(throws: AttachmentFault.durabilityLost) { try store.put([3]) }
        #expect(throws: AttachmentFault.durabilityLost) { try store.remove(name) }
        #expect(operations.calls.isEmpty)
        #expect(try store.read(name) == [1])
    }

    @Test(arguments: [ENOSPC, EDQUOT])
    func `a full disk is said, and storing goes on once there is room`(_ code: Int32) throws {
        operations.forget()
        operations.fail(every: .write, with: code)
        #expect(throws: AttachmentFault.diskFull) { try store.put([1]) }
        #expect(folder.files.isEmpty)
        operations.heal()
        #expect(try store.read(store.put([1])) == [1])
        #expect(AttachmentFault.diskFull.message.contains("n’a plus de place"))
    }

    @Test(arguments: [
        "", ".", "..", "../../etc/passwd", "/etc/passwd", "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0", "0123456789ABCDEF0123456789abcdef", "0123456789abcdef/123456789abcdef",
        "0123456789abcdef\u{0}123456789abcdef", "../3456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcde\n",
        "０123456789abcdef0123456789abc", "0123456789abcdef0123456789ab%2e",
    ])
    func `a name that could be a path is not a name`(_ text: String) {
        #expect(AttachmentName(text) == nil)
    }

    @Test func `a name reads back, and ten thousand are all different`() throws {
        let names = Set((0..<10_000).map { _ in AttachmentName() })
        #expect(names.count == 10_000)
        for name in names.prefix(100) { #expect(AttachmentName(name.text) == name) }
        var random = SeededGenerator(10)
        #expect(AttachmentName(using: &random).text.utf8.count == 32)
    }

    @Test func `a symbolic link or a folder in the place of a file is not read`() throws {
        let name = try store.put([1])
        let full = folder.path + "/" + path(name)
        #expect(Glibc.unlink(full) == 0 && symlink("/etc/hostname", full) == 0)
        #expect(throws: AttachmentFault.failed(call: .open, code: ELOOP)) { try store.read(name) }
        #expect(Glibc.unlink(full) == 0 && Glibc.mkdir(full, 0o700) == 0)
        #expect(throws: AttachmentFault.failed(call: .read, code: EINVAL)) { try store.read(name) }
    }

    @Test func `many writers at once each get their own file`() async throws {
        let store = store
        let names = try await withThrowingTaskGroup(of: AttachmentName.self) { group in
            for index in 0..<200 { group.addTask { try store.put([UInt8(index)]) } }
            return try await group.reduce(into: Set<AttachmentName>()) { $0.insert($1) }
        }
        #expect(names.count == 200)
        #expect(try Set(names.map { try store.read($0) }).count == 200)
    }

    @Test func `a store whose parent is missing does not open`() {
        #expect(throws: AttachmentFault.failed(call: .mkdir, code: ENOENT)) {
            try AttachmentStore(root: folder.path + "/absent/pieces", operations: SystemFileOperations())
        }
    }
}

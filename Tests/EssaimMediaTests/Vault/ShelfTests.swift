import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Glibc
import Testing

@Suite struct Shelves {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func shelves() throws -> [any Shelf] {
        [try FolderShelf(root: folder.path + "/pieces"), MemoryShelf()]
    }

    private func name(_ text: String) throws -> AttachmentName { try #require(AttachmentName(text)) }

    private func path(_ name: AttachmentName) -> String {
        "pieces/\(name.text.prefix(2))/\(name.text.dropFirst(2).prefix(2))/\(name)"
    }

    @Test func `what is placed is read in any range, measured, and removed`() async throws {
        for shelf in try shelves() {
            let name = AttachmentName()
            try folder.write("0123456789", to: "attente")
            try await shelf.place(folder.path + "/attente", as: name)
            #expect(try await shelf.size(name) == 10)
            #expect(try await shelf.read(name, 0..<10) == Array("0123456789".utf8))
            #expect(try await shelf.read(name, 3..<5) == Array("34".utf8))
            #expect(try await shelf.read(name, 8..<20) == Array("89".utf8))
            #expect(try await shelf.read(name, 10..<20) == [])
            #expect(try await shelf.read(name, 5..<5) == [])
            // An answer that was lost.
            try folder.write("0123456789", to: "attente")
            try await shelf.place(folder.path + "/attente", as: name)
            #expect(try await shelf.size(name) == 10)
            #expect(try await shelf.remove(name))
            #expect(try await shelf.remove(name) == false)
            await #expect(throws: VaultFault.absent) { try await shelf.size(name) }
            await #expect(throws: VaultFault.absent) { try await shelf.read(name, 0..<1) }
        }
    }

    @Test func `names come in order, page after page, each once`() async throws {
        var random = SeededGenerator(5)
        var names = (0..<60).map { _ in AttachmentName(using: &random) }
        names.append(try name("abcd0000000000000000000000000000"))
        names.append(try name("abcd0000000000000000000000000001"))
        names.append(try name("abce0000000000000000000000000000"))
        for shelf in try shelves() {
            #expect(try await shelf.names(after: nil, limit: 10) == ShelfPage(files: [], strangers: 0, isLast: true))
            for name in names {
                try folder.write("x", to: "attente")
                try await shelf.place(folder.path + "/attente", as: name)
            }
            for limit in [1, 7, 62, 63, 64, 1000] {
                var met: [String] = []
                var last: AttachmentName?
                while true {
                    let page = try await shelf.names(after: last, limit: limit)
                    #expect(page.files.count <= limit && page.strangers == 0 && (page.isLast || !page.files.isEmpty))
                    met += page.files.map(\.name.text)
                    if page.isLast { break }
                    last = page.files.last?.name
                }
                #expect(met == names.map(\.text).sorted(), "\(limit)")
            }
        }
    }

    @Test func `strangers are counted once each, whatever the pages, and left`() async throws {
        let shelf = try FolderShelf(root: folder.path + "/pieces")
        for text in [
            "abcd0000000000000000000000000000", "abcd0000000000000000000000000009",
            "abff" + String(repeating: "0", count: 28),
        ] {
            try folder.write("x", to: "attente")
            try await shelf.place(folder.path + "/attente", as: try name(text))
        }
        let strangers = [
            "lisez-moi.txt", "zz/zz/abcd0000000000000000000000000000", "ab/lisez-moi.txt", "ab/zz/x",
            "ab/cd/lisez-moi.txt",
            "ab/cd/abce0000000000000000000000000000", "ab/cd/abcd0000000000000000000000000005.part", "ab/cd/0",
            "ab/ff/abcd0000000000000000000000000001",
        ]
        for stranger in strangers { try folder.write("x", to: "pieces/" + stranger) }
        #expect(symlink("/etc/hostname", folder.path + "/pieces/ab/cd/abcd0000000000000000000000000007") == 0)
        #expect(Glibc.mkdir(folder.path + "/pieces/ab/cd/abcd0000000000000000000000000008", 0o700) == 0)
        for limit in [1, 2, 3, 100] {
            var (files, met) = (0, 0)
            var last: AttachmentName?
            while true {
                let page = try await shelf.names(after: last, limit: limit)
                (files, met) = (files + page.files.count, met + page.strangers)
                if page.isLast { break }
                last = page.files.last?.name
            }
            #expect(files == 3 && met == 11, "\(limit)")
        }
        #expect(folder.files.filter { strangers.contains(String($0.dropFirst(7))) }.count == 9)
    }

    @Test func `a file and its folders are the server's alone`() async throws {
        let shelf = try FolderShelf(root: folder.path + "/pieces")
        let vault = try Vault(root: folder.path + "/coffre", shelf: shelf, secret: FileKey())
        let file = try await vault.newFile(under: FileKey())
        #expect(try folder.permissions(of: "coffre/staging/\(file.name)") == 0o600)
        try await file.finish()
        let name = try name(file.name)
        _ = try await vault.receive(ByteStream([1]), of: try VaultSample.upload(), at: 0, total: 1)
        for path in folder.files { #expect(try folder.permissions(of: path) == 0o600, "\(path)") }
        #expect(folder.files.count == 2)
        for path in ["pieces", "pieces/\(name.text.prefix(2))", "coffre", "coffre/uploads", "coffre/staging"] {
            #expect(try folder.permissions(of: path) == 0o700, "\(path)")
        }
    }

    @Test func `a symbolic link in the place of a file is not read`() async throws {
        let shelf = try FolderShelf(root: folder.path + "/pieces")
        let name = AttachmentName()
        try folder.write("x", to: "attente")
        try await shelf.place(folder.path + "/attente", as: name)
        let full = folder.path + "/" + path(name)
        #expect(Glibc.unlink(full) == 0 && symlink("/etc/hostname", full) == 0)
        await #expect(throws: VaultFault.failed(call: "open", code: ELOOP)) { try await shelf.read(name, 0..<1) }
        await #expect(throws: VaultFault.failed(call: "open", code: EINVAL)) { try await shelf.size(name) }
    }

    @Test func `a name is given out after write, sync, rename and sync of every new folder`() async throws {
        let sample = try VaultSample()
        sample.disk.forget()
        let name = try await sample.keep([1, 2, 3], under: FileKey())
        let (staged, a) = ("/disk/coffre/staging/\(name)", "/disk/pieces/\(name.prefix(2))")
        let b = "\(a)/\(name.dropFirst(2).prefix(2))"
        #expect(
            sample.disk.calls == [
                "open \(staged)", "write \(staged)", "fsync \(staged)", "close \(staged)",
                "mkdir \(a)", "open /disk/pieces", "fsync /disk/pieces", "close /disk/pieces",
                "mkdir \(b)", "open \(a)", "fsync \(a)", "close \(a)",
                "rename \(staged)", "open \(b)", "fsync \(b)", "close \(b)", "unlink \(staged)",
            ])
    }

    @Test func `a shelf or a vault whose parent is missing does not open`() throws {
        #expect(throws: VaultFault.failed(call: "mkdir", code: ENOENT)) {
            try FolderShelf(root: folder.path + "/absent/pieces")
        }
        #expect(throws: VaultFault.failed(call: "mkdir", code: ENOENT)) {
            try Vault(root: folder.path + "/absent/coffre", shelf: MemoryShelf(), secret: FileKey())
        }
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

    @Test func `a name reads back, and ten thousand are all different`() {
        let names = Set((0..<10_000).map { _ in AttachmentName() })
        #expect(names.count == 10_000)
        for name in names.prefix(100) { #expect(AttachmentName(name.text) == name) }
    }
}

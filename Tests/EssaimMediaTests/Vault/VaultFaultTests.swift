import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Glibc
import Testing

@Suite struct `A call fails` {
    let upload: Upload
    let key = FileKey()
    let bytes = VaultSample.plain(300_000)

    init() throws { upload = try VaultSample.upload() }

    @Test(arguments: [EIO, ENOSPC, EMFILE])
    func `whichever fails while an upload is received, once, nothing is lost and it goes on`(_ code: Int32) async throws
    {
        let rehearsal = try VaultSample()
        rehearsal.disk.forget()
        _ = try await rehearsal.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 300_000)
        let calls = rehearsal.disk.calls
        #expect(calls.count > 8)
        for index in calls.indices {
            let sample = try VaultSample()
            sample.disk.forget()
            sample.disk.fail(call: index, with: code)
            let call = String(calls[index].prefix { $0 != " " })
            let isLost = call == "fsync" || (call == "close" && code == EIO)
            let expected: VaultFault =
                isLost ? .durabilityLost : code == ENOSPC ? .full : .failed(call: call, code: code)
            // The close of a folder that was read through, or of a file with nothing written, loses nothing.
            await #expect(throws: expected, "\(calls[index])") {
                try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 300_000)
            }
            #expect(sample.disk.openFiles == 0, "\(calls[index])")
            #expect(sample.vault.isDurabilityLost == isLost)
            sample.disk.heal()
            let next = isLost ? try sample.restarted(losing: .unsynced) : sample
            let offset = try await next.vault.received(of: upload)
            let rest = ByteStream(Array(bytes[offset...]))
            #expect(try await next.vault.receive(rest, of: upload, at: offset, total: 300_000) == 300_000)
            #expect(try await next.vault.contents(of: upload).gathered(upTo: 300_000) == bytes, "\(calls[index])")
        }
    }

    @Test(arguments: [EIO, ENOSPC, EMFILE])
    func `whichever fails while a file is made, once, nothing is left under its name or in staging`(_ code: Int32)
        async throws
    {
        let rehearsal = try VaultSample()
        rehearsal.disk.forget()
        _ = try await rehearsal.keep(bytes, under: key)
        let calls = rehearsal.disk.calls
        for index in calls.indices.dropLast() {
            let sample = try VaultSample()
            sample.disk.forget()
            sample.disk.fail(call: index, with: code)
            await #expect(throws: VaultFault.self, "\(calls[index])") { try await sample.keep(bytes, under: key) }
            // Once renamed it is nobody's, until a sweep: nobody knows what the disk holds.
            let isPlaced = index > calls.firstIndex { $0.hasPrefix("rename") } ?? 0
            #expect(sample.disk.files.count == (isPlaced ? 1 : 0), "\(calls[index])")
            #expect(sample.disk.openFiles == 0, "\(calls[index])")
            guard !sample.vault.isDurabilityLost else { continue }
            sample.disk.heal()
            #expect(try await sample.read(try await sample.keep(bytes, under: key), under: key) == bytes)
        }
    }

    @Test(arguments: [EIO, EMFILE])
    func `whichever fails while a file is read, once, that reading fails and the next one does not`(_ code: Int32)
        async throws
    {
        let sample = try VaultSample()
        let name = try await sample.keep(bytes, under: key)
        sample.disk.forget()
        _ = try await sample.read(name, under: key)
        let calls = sample.disk.calls
        for index in calls.indices where !calls[index].hasPrefix("close") {
            sample.disk.forget()
            sample.disk.fail(call: index, with: code)
            let call = String(calls[index].prefix { $0 != " " })
            await #expect(throws: VaultFault.failed(call: call, code: code)) { try await sample.read(name, under: key) }
            #expect(sample.disk.openFiles == 0)
            sample.disk.heal()
            #expect(try await sample.read(name, under: key) == bytes)
        }
    }

    @Test func `a read error is not taken for a torn upload`() async throws {
        let sample = try VaultSample()
        _ = try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 300_000)
        let after = try sample.restarted(losing: .unsynced)
        after.disk.fail(every: .read, with: EIO)
        await #expect(throws: VaultFault.failed(call: "read", code: EIO)) { try await after.vault.received(of: upload) }
        await #expect(throws: VaultFault.failed(call: "read", code: EIO)) {
            try await after.vault.receive(ByteStream([1]), of: upload, at: 0, total: 300_000)
        }
        after.disk.heal()
        #expect(try await after.vault.received(of: upload) == 300_000)
    }

    @Test func `after a failed sync nothing more is taken, and reads go on`() async throws {
        let sample = try VaultSample()
        let name = try await sample.keep([1, 2], under: key)
        _ = try await sample.vault.receive(ByteStream([3]), of: upload, at: 0, total: 1)
        let open = try await sample.vault.newFile(under: key)
        sample.disk.fail(every: .fsync, with: EIO)
        let other = try VaultSample.upload("ffffffffffffffffffffffffffffffff")
        await #expect(throws: VaultFault.durabilityLost) {
            try await sample.vault.receive(ByteStream([1]), of: other, at: 0, total: 1)
        }
        sample.disk.heal()
        sample.disk.forget()
        await #expect(throws: VaultFault.durabilityLost) {
            try await sample.vault.receive(ByteStream([1]), of: other, at: 0, total: 1)
        }
        await #expect(throws: VaultFault.durabilityLost) { try await sample.vault.newFile(under: key) }
        await #expect(throws: VaultFault.durabilityLost) { try await sample.vault.remove(name) }
        await #expect(throws: VaultFault.durabilityLost) { try await sample.vault.drop(upload) }
        await #expect(throws: VaultFault.durabilityLost) {
            try await sample.vault.sweep(olderThan: .zero, now: sample.disk.now) { _ in [] }
        }
        #expect(sample.disk.calls.isEmpty)
        await #expect(throws: VaultFault.durabilityLost) { try await open.write([1]) }
        #expect(!sample.disk.calls.contains { $0.hasPrefix("fsync") || $0.hasPrefix("write") })
        #expect(try await sample.read(name, under: key) == [1, 2])
        #expect(try await sample.vault.contents(of: upload).gathered(upTo: 1) == [3])
        #expect(try await sample.vault.received(of: upload) == 1)
    }

    @Test func `a shelf that lost it stops the vault as well`() async throws {
        let folder = try TemporaryFolder()
        let shelf = MemoryShelf()
        let vault = try Vault(root: folder.path + "/coffre", shelf: shelf, secret: FileKey())
        await shelf.fail(with: .away)
        let first = try await vault.newFile(under: key)
        await #expect(throws: VaultFault.away) { try await first.finish() }
        #expect(!vault.isDurabilityLost && folder.files.isEmpty)
        await shelf.fail(with: .durabilityLost)
        let second = try await vault.newFile(under: key)
        await #expect(throws: VaultFault.durabilityLost) { try await second.finish() }
        await shelf.fail(with: nil)
        await #expect(throws: VaultFault.durabilityLost) { try await vault.newFile(under: key) }
        #expect(folder.files.isEmpty)
    }

    @Test(arguments: [0, 1, 100, 65_579, 65_580, 100_000, 131_144, 262_300])
    func `a full disk keeps whole chunks only, says so, and goes on once there is room`(_ room: Int) async throws {
        let sample = try VaultSample()
        sample.disk.leave(room: room)
        await #expect(throws: VaultFault.full) {
            try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 300_000)
        }
        let offset = try await sample.vault.received(of: upload)
        #expect(offset == max(0, room - 16) / 65_564 * 65_536)
        #expect(sample.disk.files.isEmpty == (offset == 0))
        let left = sample.disk.files.first.flatMap { sample.disk.bytes(at: $0)?.count } ?? 0
        #expect(left == (offset == 0 ? 0 : 16 + offset / 65_536 * 65_564))
        await #expect(throws: VaultFault.full) { try await sample.keep(bytes, under: key) }
        #expect(sample.disk.files.count == (offset == 0 ? 0 : 1))
        sample.disk.leave(room: .max)
        let rest = ByteStream(Array(bytes[offset...]))
        #expect(try await sample.vault.receive(rest, of: upload, at: offset, total: 300_000) == 300_000)
        #expect(try await sample.vault.contents(of: upload).gathered(upTo: 300_000) == bytes)
        #expect(try await sample.read(try await sample.keep(bytes, under: key), under: key) == bytes)
    }

    @Test func `a short write is carried on`() async throws {
        let sample = try VaultSample()
        sample.disk.writeAtMost(7_001)
        _ = try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 300_000)
        #expect(try await sample.vault.contents(of: upload).gathered(upTo: 300_000) == bytes)
    }

    @Test func `a task that is cancelled keeps the chunks that came`() async throws {
        let sample = try VaultSample()
        let (upload, bytes) = (upload, bytes)
        let (begun, tell) = AsyncStream<Void>.makeStream()
        let task = Task {
            let line = Line(Array(bytes.prefix(150_000)), pieces: 150_000)
            return try await sample.vault.receive(
                ByteStream {
                    if let piece = await line.next() { return piece }
                    tell.yield()
                    try await Task.sleep(for: .seconds(3600))
                    return nil
                }, of: upload, at: 0, total: 300_000)
        }
        for await _ in begun { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await sample.vault.received(of: upload) == 131_072)
        #expect(try await sample.restarted(losing: .unsynced).vault.received(of: upload) == 131_072)
    }
}

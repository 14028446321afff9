import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Testing

@Suite struct `Sweeping the vault` {
    let sample: VaultSample
    let key = FileKey()

    init() throws { sample = try VaultSample() }

    @Test func `old files without a row, old uploads and leftovers go; the rest stays`() async throws {
        let kept = try await sample.keep([1], under: key)
        let orphan = try await sample.keep([2], under: key)
        let old = try VaultSample.upload("00000000000000000000000000000001")
        let young = try VaultSample.upload("00000000000000000000000000000002")
        _ = try await sample.vault.receive(ByteStream([1]), of: old, at: 0, total: 1)
        sample.disk.forge([9], at: "/disk/coffre/staging/0123456789abcdef0123456789abcdef")
        sample.disk.forge([9], at: "/disk/coffre/staging/notes.txt")
        sample.disk.forge([9], at: "/disk/coffre/uploads/notes.txt")
        sample.disk.forge([9], at: "/disk/pieces/notes.txt")
        sample.disk.pass(.hours(24))

        let first = try await sample.vault.sweep(olderThan: .hours(24), now: sample.disk.now) { _ in [] }
        #expect(first.kept == 4 && first.orphans == 0 && first.leftovers == 0 && first.strangers == 3)

        sample.disk.pass(.seconds(1))
        let recent = try await sample.keep([3], under: key)
        _ = try await sample.vault.receive(ByteStream([2]), of: young, at: 0, total: 1)
        let asked = Asked()
        let swept = try await sample.vault.sweep(olderThan: .hours(24), now: sample.disk.now) { names in
            await asked.add(names)
            return [kept]
        }
        #expect(swept.kept == 3 && swept.orphans == 1 && swept.leftovers == 2 && swept.strangers == 3)
        #expect(await asked.pages.map { Set($0) } == [[kept, orphan]])
        #expect(try await sample.read(kept, under: key) == [1])
        #expect(try await sample.read(recent, under: key) == [3])
        await #expect(throws: VaultFault.absent) { try await sample.read(orphan, under: key) }
        #expect(try await sample.vault.received(of: old) == 0)
        #expect(try await sample.vault.received(of: young) == 1)
        #expect(sample.disk.files.filter { $0.hasSuffix("notes.txt") }.count == 3)
        // What was removed does not come back.
        let after = try sample.restarted(losing: .unsynced)
        await #expect(throws: VaultFault.absent) { try await after.read(orphan, under: key) }
        #expect(try await after.vault.received(of: old) == 0)
    }

    @Test func `rows are asked for some hundreds at a time`() async throws {
        let folder = try TemporaryFolder()
        let shelf = MemoryShelf()
        let vault = try Vault(root: folder.path + "/coffre", shelf: shelf, secret: FileKey())
        let names = (0..<1201).map { _ in AttachmentName() }
        for name in names { await shelf.forge([1], as: name) }
        await shelf.stand(strangers: 4)
        let asked = Asked()
        let kept = Set(names.prefix(700).map(\.text))
        let later = Instant(milliseconds: 1_800_000_000_001) + .hours(1)
        let swept = try await vault.sweep(olderThan: .hours(1), now: later) { names in
            await asked.add(names)
            return kept.intersection(names)
        }
        #expect(await asked.pages.map(\.count) == [500, 500, 201])
        #expect(swept.kept == 700 && swept.orphans == 501 && swept.strangers == 4 && swept.leftovers == 0)
        #expect(await shelf.count == 700)
    }

    @Test func `a row that cannot be looked up stops the sweep before anything is removed`() async throws {
        struct Unreachable: Error {}
        let name = try await sample.keep([1], under: key)
        sample.disk.forge([9], at: "/disk/coffre/staging/0123456789abcdef0123456789abcdef")
        sample.disk.pass(.hours(25))
        await #expect(throws: Unreachable.self) {
            try await sample.vault.sweep(olderThan: .hours(1), now: sample.disk.now) { _ in throw Unreachable() }
        }
        #expect(try await sample.read(name, under: key) == [1])
        #expect(sample.disk.files.count == 2)
    }

    @Test func `an upload that is being received is not swept, however old`() async throws {
        let upload = try VaultSample.upload()
        let bytes = VaultSample.plain(200_000)
        _ = try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 400_000)
        sample.disk.pass(.hours(48))
        let sample = sample
        let line = Line(bytes, pieces: 100_000)
        let (begun, tell) = AsyncStream<Void>.makeStream()
        let (steps, going) = AsyncStream<Void>.makeStream()
        let receiving = Task {
            let slow = ByteStream {
                tell.yield()
                for await _ in steps { break }
                return await line.next()
            }
            return try await sample.vault.receive(slow, of: upload, at: 196_608, total: 400_000)
        }
        for await _ in begun { break }
        let swept = try await sample.vault.sweep(olderThan: .hours(1), now: sample.disk.now) { _ in [] }
        #expect(swept.kept == 1 && swept.leftovers == 0)
        for _ in 0..<3 { going.yield() }
        #expect(try await receiving.value == 393_216)
    }

    private actor Asked {
        private(set) var pages: [[String]] = []
        func add(_ names: [String]) { pages.append(names) }
    }
}

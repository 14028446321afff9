import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Testing

@Suite struct `Sealed files` {
    let sample: VaultSample
    let key = FileKey()

    init() throws { sample = try VaultSample() }

    @Test(arguments: [
        (0, 44), (1, 45), (65_535, 65_579), (65_536, 65_580), (65_537, 65_609), (196_607, 196_707), (196_608, 196_708),
        (196_609, 196_737), (400_000, 400_212),
    ])
    func `what was written is read back, and the file is as long as the format says`(_ plain: Int, _ sealed: Int)
        async throws
    {
        let bytes = VaultSample.plain(plain)
        for pieces in [1 << 20, 65_536, 40_001] {
            let name = try await sample.keep(bytes, under: key, pieces: pieces)
            let file = try #require(sample.disk.bytes(at: VaultSample.path(name)))
            #expect(file.count == sealed)
            #expect(file.prefix(16) == [0x45, 0x53, 0x53, 0x41, 0x49, 0x4D, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
            #expect(try await sample.read(name, under: key) == bytes)
            #expect(try await sample.read(name, under: key, 0..<plain) == bytes)
        }
    }

    @Test func `any range reads as the plain text does`() async throws {
        let bytes = VaultSample.plain(400_000)
        let name = try await sample.keep(bytes, under: key)
        var random = SeededGenerator(3)
        let edges = [0, 1, 65_535, 65_536, 65_537, 131_072, 262_144, 262_145, 399_999, 400_000]
        for round in 0..<300 {
            let ends = (0..<2).map { _ in
                round < 150 ? Int.random(in: 0...400_000, using: &random) : edges.randomElement(using: &random) ?? 0
            }.sorted()
            let range = ends[0]..<ends[1]
            #expect(try await sample.read(name, under: key, range) == Array(bytes[range]), "\(range)")
        }
        #expect(try await sample.read(name, under: key, 399_990..<500_000) == Array(bytes[399_990...]))
        #expect(try await sample.read(name, under: key, 400_000..<500_000) == [])
        #expect(try await sample.read(name, under: key, 900_000..<900_001) == [])
    }

    @Test func `a range is read without the rest of the file`() async throws {
        let name = try await sample.keep(VaultSample.plain(400_000), under: key)
        let path = VaultSample.path(name)
        var file = try #require(sample.disk.bytes(at: path))
        for index in 16..<16 + 65_564 { file[index] = 0 }
        sample.disk.forge(file, at: path)
        #expect(try await sample.read(name, under: key, 65_536..<70_000).count == 4464)
        await #expect(throws: VaultFault.unreadable) { try await sample.read(name, under: key, 65_535..<70_000) }
    }

    @Test func `one bit changed anywhere in a small file makes it unreadable`() async throws {
        let bytes = VaultSample.plain(100)
        let name = try await sample.keep(bytes, under: key)
        let file = try #require(sample.disk.bytes(at: VaultSample.path(name)))
        for bit in 0..<file.count * 8 {
            var changed = file
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            sample.disk.forge(changed, at: VaultSample.path(name))
            await #expect(throws: VaultFault.unreadable, "\(bit)") { try await sample.read(name, under: key) }
        }
        sample.disk.forge(file, at: VaultSample.path(name))
        #expect(try await sample.read(name, under: key) == bytes)
    }

    @Test func `one bit changed anywhere in a long file makes it unreadable`() async throws {
        let name = try await sample.keep(VaultSample.plain(200_000), under: key)
        let file = try #require(sample.disk.bytes(at: VaultSample.path(name)))
        var random = SeededGenerator(4)
        for _ in 0..<200 {
            var changed = file
            let index = Int.random(in: 0..<file.count, using: &random)
            changed[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            sample.disk.forge(changed, at: VaultSample.path(name))
            await #expect(throws: VaultFault.unreadable, "\(index)") { try await sample.read(name, under: key) }
        }
    }

    @Test(arguments: [131_072, 150_000, 196_608])
    func `a file cut anywhere, at a chunk's end as well, is unreadable from whichever end`(_ plain: Int) async throws {
        let name = try await sample.keep(VaultSample.plain(plain), under: key)
        let file = try #require(sample.disk.bytes(at: VaultSample.path(name)))
        let lengths = [0, 1, 15, 16, 43, 44, 16 + 65_564, 16 + 2 * 65_564, file.count - 1, file.count - 28]
        for length in lengths where length < file.count {
            sample.disk.forge(Array(file.prefix(length)), at: VaultSample.path(name))
            for range in [0..<plain, plain - 10..<plain, plain..<plain] {
                await #expect(throws: VaultFault.unreadable, "\(length), \(range)") {
                    try await sample.read(name, under: key, range)
                }
            }
        }
        sample.disk.forge(file + [0], at: VaultSample.path(name))
        await #expect(throws: VaultFault.unreadable) { try await sample.read(name, under: key) }
    }

    @Test func `chunks swapped, doubled or taken from another file are unreadable`() async throws {
        let name = try await sample.keep(VaultSample.plain(262_144), under: key)
        let other = try await sample.keep(VaultSample.plain(262_144, seed: 2), under: key)
        let file = try #require(sample.disk.bytes(at: VaultSample.path(name)))
        let second = try #require(sample.disk.bytes(at: VaultSample.path(other)))
        func assembled(_ chunks: (index: Int, file: [UInt8])...) -> [UInt8] {
            chunks.reduce(into: Array(file.prefix(16))) { forged, chunk in
                forged.append(contentsOf: chunk.file.dropFirst(16 + chunk.index * 65_564).prefix(65_564))
            }
        }
        #expect(assembled((0, file), (1, file), (2, file), (3, file)) == file)
        let forgeries = [
            assembled((1, file), (0, file), (2, file), (3, file)),
            assembled((0, file), (0, file), (2, file), (3, file)),
            assembled((0, file), (1, file), (3, file)),
            assembled((0, file), (1, second), (2, file), (3, file)),
            assembled((0, file), (1, file), (2, file), (3, second)),
            assembled((0, file), (1, file), (2, file), (3, file), (3, file)),
        ]
        for (index, forgery) in forgeries.enumerated() {
            sample.disk.forge(forgery, at: VaultSample.path(name))
            await #expect(throws: VaultFault.unreadable, "\(index)") { try await sample.read(name, under: key) }
        }
    }

    @Test func `a file under another name, or with another key, is unreadable`() async throws {
        let name = try await sample.keep([1, 2, 3], under: key)
        let other = try await sample.keep([4, 5, 6], under: key)
        let file = try #require(sample.disk.bytes(at: VaultSample.path(name)))
        sample.disk.forge(file, at: VaultSample.path(other))
        await #expect(throws: VaultFault.unreadable) { try await sample.read(other, under: key) }
        await #expect(throws: VaultFault.unreadable) { try await sample.read(name, under: FileKey()) }
        #expect(try await sample.read(name, under: key) == [1, 2, 3])
    }

    @Test func `an unreadable file is told before its first byte`() async throws {
        let name = try await sample.keep(VaultSample.plain(100), under: key)
        await #expect(throws: VaultFault.unreadable) {
            try await sample.vault.contents(of: name, under: FileKey(), 0..<100)
        }
    }

    @Test func `the same bytes written twice have nothing in common at rest`() async throws {
        let bytes = [UInt8](repeating: 7, count: 70_000)
        let names = [try await sample.keep(bytes, under: key), try await sample.keep(bytes, under: key)]
        let first = try #require(sample.disk.bytes(at: VaultSample.path(names[0])))
        let second = try #require(sample.disk.bytes(at: VaultSample.path(names[1])))
        let windows = Set(stride(from: 16, to: first.count - 16, by: 1).map { Array(first[$0..<$0 + 16]) })
        #expect(windows.count == first.count - 32)
        #expect(
            stride(from: 16, to: second.count - 16, by: 16).allSatisfy {
                !windows.contains(Array(second[$0..<$0 + 16]))
            })
    }

    @Test func `an absent file, or a name that is none, is absent`() async throws {
        for name in [
            "", "..", "../../etc/passwd", "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789abcdef",
        ] {
            await #expect(throws: VaultFault.absent) { try await sample.read(name, under: key) }
            try await sample.vault.remove(name)
        }
    }

    @Test func `a removed file is gone, after a power cut as well`() async throws {
        let name = try await sample.keep([1], under: key)
        try await sample.vault.remove(name)
        await #expect(throws: VaultFault.absent) { try await sample.read(name, under: key) }
        let after = try sample.restarted(losing: .unsynced)
        await #expect(throws: VaultFault.absent) { try await after.read(name, under: key) }
    }

    @Test func `a file given up leaves nothing, nor does one that was forgotten`() async throws {
        let file = try await sample.vault.newFile(under: key)
        try await file.write(VaultSample.plain(500_000))
        await file.abandon()
        #expect(sample.disk.files == [])
        await #expect(throws: VaultFault.absent) { try await file.write([1]) }
        await #expect(throws: VaultFault.absent) { try await file.finish() }
        _ = try await sample.vault.newFile(under: key)
        while sample.disk.openFiles > 0 { await Task.yield() }
    }

    @Test func `a file is finished once, and finishing again changes nothing`() async throws {
        let file = try await sample.vault.newFile(under: key)
        try await file.write([1])
        try await file.finish()
        try await file.finish()
        await file.abandon()
        await #expect(throws: VaultFault.failed(call: "write", code: 9)) { try await file.write([2]) }
        #expect(try await sample.read(file.name, under: key) == [1])
        #expect(sample.disk.files == [VaultSample.path(file.name)])
    }
}

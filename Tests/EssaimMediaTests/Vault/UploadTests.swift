import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Testing

@Suite struct `Uploads under way` {
    let sample: VaultSample
    let upload: Upload

    init() throws {
        sample = try VaultSample()
        upload = try VaultSample.upload()
    }

    private func contents() async throws -> [UInt8] {
        try await sample.vault.contents(of: upload).gathered(upTo: 10_000_000)
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 196_607, 196_608, 196_609, 700_000])
    func `an upload in one go is there, byte for byte`(_ count: Int) async throws {
        let bytes = VaultSample.plain(count)
        #expect(try await sample.vault.received(of: upload) == 0)
        #expect(
            try await sample.vault.receive(ByteStream(bytes, pieces: 9_999), of: upload, at: 0, total: count) == count)
        #expect(try await sample.vault.received(of: upload) == count)
        #expect(try await contents() == bytes)
        // The answer was lost, and it is sent again from where it stands.
        #expect(try await sample.vault.receive(ByteStream([]), of: upload, at: count, total: count) == count)
        let after = try sample.restarted(losing: .unsynced)
        #expect(try await after.vault.received(of: upload) == count)
        #expect(try await after.vault.contents(of: upload).gathered(upTo: 10_000_000) == bytes)
        #expect(after.disk.openFiles == 0)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `a line cut twenty times at any byte ends with the same bytes`(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed)
        let bytes = VaultSample.plain(1_500_000, seed: seed)
        var sample = sample
        for _ in 0..<20 {
            let offset = try await sample.vault.received(of: upload)
            #expect(offset % 65_536 == 0)
            let end = Int.random(in: offset...min(offset + 150_000, bytes.count - 1), using: &random)
            let sent = Array(bytes[offset..<end])
            if Bool.random(using: &random) {
                await #expect(throws: LineCut()) {
                    try await sample.vault.receive(.breaking(after: sent), of: upload, at: offset, total: bytes.count)
                }
            } else {
                let kept = try await sample.vault.receive(ByteStream(sent), of: upload, at: offset, total: bytes.count)
                #expect(kept == end / 65_536 * 65_536)
            }
            #expect(try await sample.vault.received(of: upload) == end / 65_536 * 65_536)
            await #expect(throws: VaultFault.self) { try await sample.vault.contents(of: upload) }
            if Bool.random(using: &random) {
                sample = try sample.restarted(losing: Bool.random(using: &random) ? .unsynced : .nothing)
            }
        }
        let offset = try await sample.vault.received(of: upload)
        let rest = ByteStream(Array(bytes[offset...]), pieces: 70_001)
        #expect(try await sample.vault.receive(rest, of: upload, at: offset, total: bytes.count) == 1_500_000)
        #expect(try await sample.vault.contents(of: upload).gathered(upTo: 2_000_000) == bytes)
    }

    @Test func `sending at another offset is told where it stands`() async throws {
        let bytes = VaultSample.plain(150_000)
        #expect(try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 200_000) == 131_072)
        for offset in [0, 65_536, 131_071, 131_073, 150_000, -1] {
            await #expect(throws: VaultFault.wrongOffset(at: 131_072)) {
                try await sample.vault.receive(ByteStream(bytes), of: upload, at: offset, total: 200_000)
            }
        }
        await #expect(throws: VaultFault.wrongOffset(at: 131_072)) { try await sample.vault.contents(of: upload) }
        #expect(try await sample.vault.received(of: upload) == 131_072)
    }

    @Test func `more bytes than were announced are refused, and the last chunk is not taken for the last`() async throws
    {
        let bytes = VaultSample.plain(200_000)
        for (total, kept) in [(131_072, 65_536), (199_999, 196_608), (0, 0)] {
            await #expect(throws: VaultFault.tooLong(limit: total)) {
                try await sample.vault.receive(ByteStream(bytes, pieces: 1_000), of: upload, at: 0, total: total)
            }
            #expect(try await sample.vault.received(of: upload) == kept)
            await #expect(throws: VaultFault.self) { try await sample.vault.contents(of: upload) }
            try await sample.vault.drop(upload)
        }
        await #expect(throws: VaultFault.tooLong(limit: 52_428_800)) {
            try await sample.vault.receive(ByteStream([1]), of: upload, at: 0, total: 52_428_801)
        }
        _ = try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 200_000)
        for total in [199_999, 200_001] {
            await #expect(throws: VaultFault.tooLong(limit: min(total, 200_000))) {
                try await sample.vault.receive(ByteStream([1]), of: upload, at: 200_000, total: total)
            }
        }
        await #expect(throws: VaultFault.tooLong(limit: 200_000)) {
            try await sample.vault.receive(ByteStream([1]), of: upload, at: 200_000, total: 200_000)
        }
        #expect(try await contents() == bytes)
    }

    /// Found by `fuzz-upload`: it was taken for whole, and could not be read.
    @Test func `an upload whose announced end moves back to what stands is refused, and can be finished`() async throws
    {
        let bytes = VaultSample.plain(70_000)
        #expect(try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 200_000) == 65_536)
        await #expect(throws: VaultFault.tooLong(limit: 65_536)) {
            try await sample.vault.receive(ByteStream([]), of: upload, at: 65_536, total: 65_536)
        }
        #expect(try await sample.vault.receive(ByteStream([]), of: upload, at: 65_536, total: nil) == 65_536)
        await #expect(throws: VaultFault.wrongOffset(at: 65_536)) { try await sample.vault.contents(of: upload) }
        let rest = ByteStream(Array(bytes[65_536...]))
        #expect(try await sample.vault.receive(rest, of: upload, at: 65_536, total: 70_000) == 70_000)
        #expect(try await contents() == bytes)
    }

    @Test func `a second sender of the same upload is refused and harms nothing`() async throws {
        let bytes = VaultSample.plain(300_000)
        let (steps, going) = AsyncStream<Void>.makeStream()
        let (begun, tell) = AsyncStream<Void>.makeStream()
        let line = Line(bytes, pieces: 100_000)
        let first = Task {
            let slow = ByteStream {
                tell.yield()
                for await _ in steps { break }
                return await line.next()
            }
            return try await sample.vault.receive(slow, of: upload, at: 0, total: bytes.count)
        }
        for await _ in begun { break }
        await #expect(throws: VaultFault.wrongOffset(at: 0)) {
            try await sample.vault.receive(ByteStream([1, 2, 3]), of: upload, at: 0, total: 3)
        }
        for _ in 0..<4 { going.yield() }
        #expect(try await first.value == 300_000)
        #expect(try await contents() == bytes)
    }

    @Test func `an upload dropped while it comes is gone, and says so`() async throws {
        let (begun, tell) = AsyncStream<Void>.makeStream()
        let (steps, going) = AsyncStream<Void>.makeStream()
        let first = Task {
            let slow = ByteStream {
                tell.yield()
                for await _ in steps { break }
                return [UInt8](repeating: 1, count: 70_000)
            }
            return try await sample.vault.receive(slow, of: upload, at: 0, total: 140_000)
        }
        for await _ in begun { break }
        try await sample.vault.drop(upload)
        for _ in 0..<4 { going.yield() }
        await #expect(throws: VaultFault.self) { try await first.value }
        #expect(sample.disk.files == [])
        #expect(try await sample.vault.received(of: upload) == 0)
        await #expect(throws: VaultFault.absent) { try await sample.vault.contents(of: upload) }
    }

    @Test func `a dropped upload does not come back, and can begin again`() async throws {
        _ = try await sample.vault.receive(ByteStream(VaultSample.plain(70_000)), of: upload, at: 0, total: 70_000)
        try await sample.vault.drop(upload)
        try await sample.vault.drop(upload)
        #expect(try await sample.vault.received(of: upload) == 0)
        let after = try sample.restarted(losing: .unsynced)
        #expect(try await after.vault.received(of: upload) == 0)
        #expect(try await after.vault.receive(ByteStream([1]), of: upload, at: 0, total: 1) == 1)
        #expect(try await after.vault.contents(of: upload).gathered(upTo: 1) == [1])
    }

    @Test func `uploads of others, and of another token, are others`() async throws {
        let token = "0123456789abcdef0123456789abcdef"
        func upload(_ request: String, _ person: String) throws -> Upload {
            try #require(Upload(request: Identifier(request), person: Identifier(person), token: token))
        }
        // Whatever a name may hold, the two do not run into each other.
        let sent = try upload("d 1", "p")
        _ = try await sample.vault.receive(ByteStream([9]), of: sent, at: 0, total: 1)
        let others = [
            try upload("d 1", "q"), try upload("d 2", "p"), try upload("d", "1 p"), try upload("d 1 p", ""),
            try VaultSample.upload("00000000000000000000000000000000"),
        ]
        for other in others {
            #expect(try await sample.vault.received(of: other) == 0)
            await #expect(throws: VaultFault.absent) { try await sample.vault.contents(of: other) }
        }
        #expect(try await sample.vault.contents(of: sent).gathered(upTo: 1) == [9])
    }

    @Test func `one sync of the file a call, whatever comes`() async throws {
        sample.disk.forget()
        _ = try await sample.vault.receive(ByteStream(VaultSample.plain(900_000)), of: upload, at: 0, total: 1_000_000)
        #expect(sample.disk.calls.count { $0.hasPrefix("fsync") } == 2)
        #expect(sample.disk.calls.last == "close /disk/coffre/uploads")
        sample.disk.forget()
        let rest = ByteStream(VaultSample.plain(1_000_000 - 851_968))
        _ = try await sample.vault.receive(rest, of: upload, at: 851_968, total: 1_000_000)
        #expect(sample.disk.calls.count { $0.hasPrefix("fsync") } == 1)
    }

    @Test func `chunks of an upload that were changed on the disk are cut off, and sent again`() async throws {
        let bytes = VaultSample.plain(300_000)
        _ = try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 300_000)
        let path = try #require(sample.disk.files.first)
        var file = try #require(sample.disk.bytes(at: path))
        file[16 + 2 * 65_564 + 100] ^= 1
        sample.disk.forge(file, at: path)
        await #expect(throws: VaultFault.unreadable) { try await contents() }
        let after = try sample.restarted(losing: .nothing)
        #expect(try await after.vault.received(of: upload) == 131_072)
        let rest = ByteStream(Array(bytes[131_072...]))
        #expect(try await after.vault.receive(rest, of: upload, at: 131_072, total: 300_000) == 300_000)
        #expect(try await after.vault.contents(of: upload).gathered(upTo: 300_000) == bytes)
    }

    @Test func `under another secret an upload begins again`() async throws {
        _ = try await sample.vault.receive(ByteStream(VaultSample.plain(70_000)), of: upload, at: 0, total: 70_000)
        sample.disk.restart(losing: .nothing)
        let other = try VaultSample(disk: sample.disk, secret: FileKey())
        #expect(try await other.vault.received(of: upload) == 0)
        #expect(try await other.vault.receive(ByteStream([7]), of: upload, at: 0, total: 1) == 1)
        #expect(try await other.vault.contents(of: upload).gathered(upTo: 1) == [7])
    }

    @Test func `two hundred uploads at once each keep their own bytes`() async throws {
        let vault = sample.vault
        let uploads = try (0..<200).map { index in
            try VaultSample.upload(String(repeating: "0", count: 29) + String(String(index + 256, radix: 16).suffix(3)))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, upload) in uploads.enumerated() {
                group.addTask {
                    let bytes = VaultSample.plain(70_000 + index, seed: UInt64(index))
                    _ = try await vault.receive(ByteStream(bytes, pieces: 5_000), of: upload, at: 0, total: bytes.count)
                }
            }
            try await group.waitForAll()
        }
        for (index, upload) in uploads.enumerated() {
            let bytes = try await vault.contents(of: upload).gathered(upTo: 80_000)
            #expect(bytes == VaultSample.plain(70_000 + index, seed: UInt64(index)))
        }
        #expect(sample.disk.openFiles == 0)
    }
}

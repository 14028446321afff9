import EssaimDomain
import EssaimMedia
import EssaimWorkflow
import Testing

@Suite struct `The process dies` {
    static let losses: [Loss] = [.nothing, .unsynced] + (1...12).map { .torn(seed: $0) }

    /// Runs something with the process stopped at each of its calls in turn, then looks at what the next process finds.
    /// - Returns: how many deaths there were.
    private func everyDeath(
        before prepare: (VaultSample) async throws -> Void = { _ in },
        of body: (VaultSample) async throws -> Void,
        then look: (VaultSample, _ isAcknowledged: Bool, _ what: String) async throws -> Void
    ) async throws -> Int {
        let secret = FileKey()
        let rehearsal = try VaultSample(secret: secret)
        try await prepare(rehearsal)
        rehearsal.disk.forget()
        try await body(rehearsal)
        let calls = rehearsal.disk.calls
        for index in 0...calls.count {
            for loss in Self.losses {
                let sample = try VaultSample(secret: secret)
                try await prepare(sample)
                sample.disk.forget()
                sample.disk.stop(at: index)
                var isAcknowledged = true
                do { try await body(sample) } catch { isAcknowledged = false }
                let what = "\(index < calls.count ? calls[index] : "end"), \(loss)"
                try await look(try sample.restarted(losing: loss), isAcknowledged, what)
            }
        }
        return calls.count
    }

    @Test func `while an upload is received: what was acknowledged is there, whole chunks or nothing, and it goes on`()
        async throws
    {
        let bytes = VaultSample.plain(340_000)
        let upload = try VaultSample.upload()
        let deaths = try await everyDeath { sample in
            _ = try await sample.vault.receive(
                ByteStream(Array(bytes.prefix(140_000))), of: upload, at: 0, total: 340_000)
        } of: { sample in
            let rest = ByteStream(Array(bytes[131_072...]), pieces: 70_000)
            _ = try await sample.vault.receive(rest, of: upload, at: 131_072, total: 340_000)
        } then: { sample, isAcknowledged, what in
            let offset = try await sample.vault.received(of: upload)
            #expect(offset >= 131_072 && (offset % 65_536 == 0 || offset == 340_000), "\(what): \(offset)")
            if isAcknowledged { #expect(offset == 340_000, "\(what)") }
            let rest = ByteStream(Array(bytes[offset...]))
            #expect(try await sample.vault.receive(rest, of: upload, at: offset, total: 340_000) == 340_000)
            #expect(try await sample.vault.contents(of: upload).gathered(upTo: 340_000) == bytes, "\(what)")
        }
        #expect(deaths > 8)
    }

    @Test func `while an upload begins: nothing is half there`() async throws {
        let bytes = VaultSample.plain(200_000)
        let upload = try VaultSample.upload()
        _ = try await everyDeath { sample in
            _ = try await sample.vault.receive(ByteStream(bytes), of: upload, at: 0, total: 200_000)
        } then: { sample, isAcknowledged, what in
            let offset = try await sample.vault.received(of: upload)
            if isAcknowledged { #expect(offset == 200_000, "\(what)") }
            // Told once, it stays so, though the power goes again at once.
            let after = try sample.restarted(losing: .unsynced)
            #expect(try await after.vault.received(of: upload) == offset, "\(what)")
            let rest = ByteStream(Array(bytes[offset...]))
            #expect(try await after.vault.receive(rest, of: upload, at: offset, total: 200_000) == 200_000)
            #expect(try await after.vault.contents(of: upload).gathered(upTo: 200_000) == bytes, "\(what)")
        }
    }

    @Test func `while a file is finished: it is there once that was said, and never half under its name`() async throws
    {
        let bytes = VaultSample.plain(300_000)
        let key = FileKey()
        let earlier = Kept()
        let deaths = try await everyDeath { sample in
            await earlier.set(try await sample.keep(bytes, under: key))
        } of: { sample in
            await earlier.set(new: try await sample.keep(bytes, under: key))
        } then: { sample, isAcknowledged, what in
            // A file kept before is not touched, whatever happens to another.
            #expect(try await sample.read(await earlier.name, under: key) == bytes, "\(what)")
            if isAcknowledged { #expect(try await sample.read(await earlier.new, under: key) == bytes, "\(what)") }
            let later = sample.disk.now + .hours(30)
            let kept = await earlier.name
            let swept = try await sample.vault.sweep(olderThan: .hours(24), now: later) { _ in [kept] }
            #expect(swept.kept == 1 && swept.strangers == 0 && swept.orphans + swept.leftovers <= 2, "\(what)")
            #expect(sample.disk.files == [VaultSample.path(kept)], "\(what)")
        }
        #expect(deaths > 15)
    }

    @Test func `while a file is removed: it is gone once that was said, and whole until then`() async throws {
        let bytes = VaultSample.plain(70_000)
        let key = FileKey()
        let kept = Kept()
        _ = try await everyDeath { sample in
            await kept.set(try await sample.keep(bytes, under: key))
        } of: { sample in
            try await sample.vault.remove(await kept.name)
        } then: { sample, isAcknowledged, what in
            let left = try? await sample.read(await kept.name, under: key)
            if isAcknowledged { #expect(left == nil, "\(what)") }
            #expect(left == nil || left == bytes, "\(what)")
        }
    }

    @Test func `while a sweep removes: a file with a row stays, and the next sweep does the rest`() async throws {
        let key = FileKey()
        let kept = Kept()
        let upload = try VaultSample.upload()
        _ = try await everyDeath { sample in
            _ = try await sample.keep([1], under: key)
            await kept.set(try await sample.keep([2], under: key))
            _ = try await sample.vault.receive(ByteStream([3]), of: upload, at: 0, total: 1)
            sample.disk.pass(.hours(48))
        } of: { sample in
            let name = await kept.name
            _ = try await sample.vault.sweep(olderThan: .hours(24), now: sample.disk.now) { _ in [name] }
        } then: { sample, isAcknowledged, what in
            #expect(try await sample.read(await kept.name, under: key) == [2], "\(what)")
            if isAcknowledged { #expect(sample.disk.files.count == 1, "\(what)") }
            let name = await kept.name
            _ = try await sample.vault.sweep(olderThan: .hours(24), now: sample.disk.now) { _ in [name] }
            #expect(sample.disk.files == [VaultSample.path(name)], "\(what)")
        }
    }

    /// The names that a run gave out.
    private actor Kept {
        private(set) var name = ""
        private(set) var new = ""
        func set(_ name: String) { self.name = name }
        func set(new: String) { self.new = new }
    }
}

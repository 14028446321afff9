import EssaimDomain
import EssaimMedia
import EssaimTestSupport
import EssaimWorkflow
import Foundation
import Testing

@testable import EssaimServer

/// What is kept for a time only, and a clock that cannot be believed.
@Suite struct RetentionTests {
    private func desk(_ town: ServedTown) -> RetentionDesk {
        RetentionDesk(store: town.server.store, vault: town.server.rooms.vault, clock: town.clock)
    }

    /// A day after the other, as the service goes on by the hour.
    private func pass(days: Int, _ town: ServedTown) async throws -> Int {
        var count = 0
        for _ in 0..<days {
            town.clock.advance(by: .hours(24))
            count += try await desk(town).carryOut()?.drafts ?? 0
        }
        return count
    }

    @Test func `a draft left alone for thirty days goes with its files and its key, and the journal says so`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let draft = try await asker.preparedDraft(Typed.complete)
            _ = try await asker.put(UploadTests.bytes, to: UploadTests.path(draft))
            let sent = try await asker.sentDemand()
            #expect(try await pass(days: 30, town) == 0)
            #expect(try await town.stored(draft) != nil)
            #expect(try await pass(days: 1, town) == 1)
            #expect(try await town.stored(draft) == nil)
            #expect(try await town.stored(sent) != nil)
            #expect(try town.storedFiles().isEmpty)
            #expect(try await town.server.store.read { try $0.key(of: Identifier(draft)) } == nil)
            #expect(try town.entries("draft.expired") == ["draft.expired done"])
        }
    }

    @Test func `a draft that was worked on stays, one that was only read does not`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let worked = try await asker.preparedDraft()
            let read = try await asker.preparedDraft()
            #expect(try await pass(days: 29, town) == 0)
            let again = try await town.browser(of: .asker)
            _ = try await again.fill(worked, [("question", "Relue.")])
            _ = try await again.get("/demandes/\(read)/brouillon")
            #expect(try await pass(days: 2, town) == 1)
            #expect(try await town.stored(worked) != nil)
            #expect(try await town.stored(read) == nil)
        }
    }

    @Test func `more drafts than one slice all go, each once, by two servers at a time`() async throws {
        try await ServedTown.open { town in
            for number in 0..<230 {
                try await town.keep(.sample(.draft, id: Identifier("old-\(number)"), rank: UInt64(500 + number)))
            }
            _ = try await pass(days: 25, town)
            town.clock.advance(by: .hours(24 * 6))
            async let one = desk(town).carryOut()
            async let two = desk(town).carryOut()
            let counts = try await (one, two)
            #expect((counts.0?.drafts ?? 0) + (counts.1?.drafts ?? 0) == 230)
            #expect(try town.entries("draft.expired").count == 230)
        }
    }

    @Test func `a clock that jumped ends nothing until someone says that it is right`() async throws {
        try await ServedTown.open { town in
            _ = try await town.browser(of: .asker).preparedDraft()
            _ = try await desk(town).carryOut()
            town.clock.advance(by: .hours(24 * 400))
            // The server is used by that clock: its own entries vouch for nothing.
            _ = try await town.browser(of: .asker).sentDemand()
            #expect(try await desk(town).carryOut() == nil)
            #expect(try town.entries("draft.expired").isEmpty)
            try await desk(town).acceptClock()
            #expect(try await desk(town).carryOut()?.drafts == 1)
            #expect(try town.entries("clock.accepted").count == 1)
        }
    }

    @Test func `a clock set back ends nothing`() async throws {
        try await ServedTown.open { town in
            _ = try await town.browser(of: .asker).preparedDraft()
            _ = try await pass(days: 25, town)
            town.clock.advance(by: .hours(24 * 6))
            _ = try await town.browser(of: .asker).sentDemand()
            town.clock.advance(by: .seconds(-120))
            #expect(try await desk(town).carryOut() == nil)
            #expect(try town.entries("draft.expired").isEmpty)
        }
    }

    @Test func `a person's word about the clock is good for its day, and once`() async throws {
        try await ServedTown.open { town in
            let word = ClockWord(town.server.configuration)
            let now = town.clock.now().milliseconds
            try word.give(at: Date(timeIntervalSince1970: Double(now) / 1000))
            #expect(word.wasGiven(by: now) && !word.wasGiven(by: now + 2 * 86_400_000))
            word.forget()
            #expect(!word.wasGiven(by: now))
        }
    }
}

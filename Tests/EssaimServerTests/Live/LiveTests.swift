import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimGate
@testable import EssaimServer

/// What open pages are told: ids of what moved in one's own lists, and nothing else.
struct LiveTests {
    /// A page of someone, open while the board is fed.
    private func stream(_ person: Person, in town: ServedTown) async throws -> AsyncStream<Reply.Event> {
        let browser = try await town.browser(of: person)
        let token = try #require(await browser.token)
        let (session, caller) = try #require(try await town.server.accounts.visitor(token))
        return town.server.live.join(caller, session)
    }

    /// Runs `work` while the board is fed; its streams end afterwards.
    private func fed<T>(_ town: ServedTown, _ work: () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await town.server.live.run() }
            while !town.server.live.isFed { await Task.yield() }
            let value = try await work()
            group.cancelAll()
            return value
        }
    }

    @Test func `a demand that is sent is told to its structure, its pool and its network, by its id alone`()
        async throws
    {
        let listening: [(person: Person, isTold: Bool)] = [
            (.asker, true), (.colleague, true), (.senior, true), (.junior, true), (.coordinator, true),
            (.regulator, true), (.neighbour, false), (.southern, false), (.outsider, false), (.administrator, false),
            (.elsewhere, false), (.suspended, false),
        ]
        try await ServedTown.open { town in
            let (streams, id) = try await fed(town) {
                var streams: [AsyncStream<Reply.Event>] = []
                for (person, _) in listening { streams.append(try await stream(person, in: town)) }
                let watch = try await stream(.regulator, in: town)
                let id = try await town.browser(of: .asker).sentDemand()
                // Whoever hears of it hears of it in one go, which is over before the board ends.
                for await event in watch where event != .comment { break }
                return (streams, id)
            }
            for ((person, isTold), events) in zip(listening, streams) {
                var told: [Reply.Event] = []
                for await event in events where event != .comment { told.append(event) }
                #expect(!told.isEmpty == isTold, "\(person.id)")
                // What one did oneself is no news.
                let data = person == .asker ? #"{"id":"\#(id)"}"# : #"{"id":"\#(id)","news":true}"#
                #expect(told.allSatisfy { $0.name == "demande" && $0.data == data }, "\(person.id)")
            }
        }
    }

    @Test func `a stream ends with its session, and with the account`() async throws {
        try await ServedTown.open { town in
            try await fed(town) {
                let out = try await stream(.asker, in: town)
                let browser = try await town.browser(of: .senior)
                let (session, caller) = try #require(try await town.server.accounts.visitor(await browser.token ?? ""))
                let ended = town.server.live.join(caller, session)
                try await town.server.accounts.signOut(session)
                await town.server.live.breathe()
                var told = 0
                for await _ in ended { told += 1 }
                #expect(
                    told == 1 && town.server.live.count == 1, "the first sign of life, then the end; the other stays")
                try town.ledger.execute("UPDATE accounts SET is_disabled = TRUE WHERE login = 'asker'")
                await town.server.live.breathe()
                for await _ in out {}
                #expect(town.server.live.count == 0)
            }
        }
    }

    @Test func `nobody waits on a board that nobody feeds`() async throws {
        try await ServedTown.open { town in
            let page = try await town.browser(of: .asker).get("/evenements")
            #expect(page.status == 200 && page.header("Content-Type") == "text/event-stream")
            #expect(page.source == "retry: 3000\n\n" && page.header("X-Accel-Buffering") == "no")
            #expect(try await town.browser().get("/evenements").status == 401)
        }
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimGate
@testable import EssaimServer

/// Who loses access when: at once, on a session that stays open.
@Suite struct WithdrawalTests {
    /// Why someone loses what they had.
    struct Cause: Sendable, CustomTestStringConvertible {
        let what: String
        let person: Person
        let page: String
        /// 404; 401 once nobody is signed in.
        var status = 404
        /// An open page of theirs ends, beside falling silent.
        var endsStream = false
        /// What must stand before, so that there is something to lose.
        var before: @Sendable (ServedTown) async throws -> Void = { _ in }
        let happens: @Sendable (ServedTown) async throws -> Void

        var testDescription: String { what }
    }

    static let causes: [Cause] = [
        Cause(what: "suspended in the structure", person: .colleague, page: "/demandes/demand-taken", endsStream: true)
        {
            try await $0.server.store.write {
                try $0.join("colleague", structure: "practice", as: .member, status: .suspended)
            }
        },
        Cause(
            what: "left the structure, before a draft", person: .delegate, page: "/demandes/demand-draft/brouillon",
            endsStream: true
        ) {
            try await $0.server.store.write {
                try $0.join("delegate", structure: "practice", as: .delegate, status: .ended)
            }
        },
        Cause(
            what: "the requester left the structure", person: .asker, page: "/demandes/demand-taken", endsStream: true
        ) {
            try await $0.server.store.write {
                try $0.join("asker", structure: "practice", as: .member, status: .ended)
            }
        },
        Cause(what: "left the pool", person: .second, page: "/demandes/demand-submitted", endsStream: true) {
            try await $0.server.store.write { try $0.join("second", pool: "pool-north", as: .senior, status: .ended) }
        },
        Cause(
            what: "invited anew to the pool", person: .junior, page: "/demandes/demand-taken/photos/attachment-taken",
            endsStream: true
        ) {
            try await $0.server.store.write { try $0.join("junior", pool: "pool-north", as: .junior, status: .invited) }
        },
        Cause(what: "regulates no more", person: .regulator, page: "/demandes/demand-taken", endsStream: true) {
            try await $0.server.store.write {
                try $0.join("regulator", network: "network", as: .regulator, status: .ended)
            }
        },
        Cause(
            what: "coordinates no more, administers instead", person: .coordinator, page: "/demandes/demand-taken",
            endsStream: true
        ) {
            try await $0.server.store.write {
                try $0.join("coordinator", network: "network", as: .coordinator, status: .suspended)
                try $0.join("coordinator", network: "network", as: .administrator, status: .active)
            }
        },
        Cause(what: "account closed", person: .senior, page: "/demandes/demand-taken", status: 401, endsStream: true) {
            try $0.ledger.execute("UPDATE accounts SET is_disabled = TRUE WHERE login = 'senior'")
        },
        Cause(what: "session ended", person: .senior, page: "/demandes/demand-taken", status: 401, endsStream: true) {
            try $0.ledger.execute("DELETE FROM sessions WHERE person_id = 'senior'")
        },
        Cause(what: "half an hour idle", person: .asker, page: "/demandes/demand-taken", status: 401, endsStream: true)
        {
            $0.clock.advance(by: .minutes(30))
        },
        Cause(what: "the demand went to another pool", person: .second, page: "/demandes/demand-submitted") {
            try await $0.coordinator("reorienter", [("ligne", "dermatology south"), ("motif", "Habite le Sud.")])
        },
        Cause(
            what: "proposed to another", person: .southern, page: "/demandes/demand-submitted",
            before: { try await $0.coordinator("attribuer", [("expert", "southern")]) },
            happens: { try await $0.coordinator("attribuer", [("expert", "second")]) }),
        Cause(
            what: "set aside by who was named, of another pool", person: .southern, page: "/demandes/demand-submitted",
            before: { try await $0.coordinator("attribuer", [("expert", "southern")]) },
            happens: { try await $0.does(.southern, .setAside(reason: "")) }),
        Cause(
            what: "left every pool of the network after being named", person: .southern,
            page: "/demandes/demand-submitted", endsStream: true,
            before: { try await $0.coordinator("attribuer", [("expert", "southern")]) },
            happens: {
                try await $0.server.store.write {
                    try $0.join("southern", pool: "pool-south", as: .senior, status: .ended)
                }
            }),
        Cause(
            what: "released by a holder of another pool", person: .southern, page: "/demandes/demand-submitted",
            before: {
                try await $0.coordinator("attribuer", [("expert", "southern")])
                try await $0.does(.southern, .take)
            }, happens: { try await $0.does(.southern, .release(reason: "")) }),
        Cause(what: "the hour of an emergency is over", person: .emergency, page: "/demandes/demand-taken") {
            // The session lives on: it was used meanwhile.
            let now = $0.clock.advance(by: .hours(1))
            try $0.ledger.execute("UPDATE sessions SET last_seen_at = \(now.milliseconds)")
        },
        Cause(
            what: "left the pool in the middle of an emergency", person: .emergency,
            page: "/demandes/demand-taken/photos/attachment-taken", endsStream: true
        ) {
            try await $0.server.store.write {
                try $0.join("emergency", pool: "pool-south", as: .senior, status: .ended)
            }
        },
        Cause(
            what: "account closed in the middle of an emergency", person: .emergency, page: "/demandes/demand-taken",
            status: 401, endsStream: true
        ) {
            try $0.ledger.execute("UPDATE accounts SET is_disabled = TRUE WHERE login = 'emergency'")
        },
    ]

    @Test(arguments: causes) func `what is withdrawn is refused to the very next request of an open session`(
        _ cause: Cause
    ) async throws {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            try await cause.before(town)
            let browser = try await town.browser(of: cause.person)
            #expect(try await browser.get(cause.page).status == 200)
            try await cause.happens(town)
            let page = try await browser.get(cause.page)
            #expect(page.status == cause.status)
            for canary in Kept.canaries { #expect(!page.source.contains(canary)) }
        }
    }

    @Test(arguments: causes) func `an open page hears no more of what its reader has lost`(_ cause: Cause) async throws
    {
        try await ServedTown.open { town in
            try await Kept.fill(town)
            try await cause.before(town)
            let demand = String(cause.page.split(separator: "/")[1])
            let events = try await town.fed {
                var witness = try await town.listen(as: .securityReferent).makeAsyncIterator()
                let page = try await town.listen(as: cause.person)
                try await town.change(demand, until: &witness)
                try await cause.happens(town)
                await town.settle(until: &witness)
                // What the next beat does, or the notice of whoever withdraws it.
                await town.server.live.breathe()
                #expect(town.server.live.count == (cause.endsStream ? 1 : 2))
                try await town.change(demand, until: &witness)
                return page
            }
            var heard = 0
            var heardAfterwards = 0
            for await event in events {
                // What counts is what follows the last sign of life, before which nothing was lost yet.
                if event == .comment { heardAfterwards = 0 }
                if event.data.contains(demand) { (heard, heardAfterwards) = (heard + 1, heardAfterwards + 1) }
            }
            // A page that ended has heard what it heard.
            if cause.endsStream { heardAfterwards = 0 }
            // Who opened a demand in an emergency hears nothing of it at all.
            #expect((heard - heardAfterwards > 0) == (cause.person != .emergency))
            #expect(heardAfterwards == 0)
        }
    }
}

extension ServedTown {
    /// Steers the sent demand, as its page would.
    fileprivate func coordinator(_ word: String, _ form: [(String, String)]) async throws {
        let version = try await stored(Kept.submitted.id)?.version
        let page = try await browser(of: .coordinator)
            .act("/demandes/\(Kept.submitted.id)/\(word)", form, key: "c\(version ?? 0)", version: version)
        #expect(page.status == 303)
    }

    /// Does something to the sent demand, by the desk.
    func does(_ person: Person, _ command: Command) async throws {
        let version = try await stored(Kept.submitted.id)?.version
        let result = try await server.requests.perform(
            command, on: Identifier(Kept.submitted.id), at: version, key: "d\(version ?? 0)", by: person.id)
        _ = try result.get()
    }

    /// The demand changes once more, whatever it is; told to all whom it concerns when this returns.
    fileprivate func change(_ id: String, until witness: inout AsyncStream<Reply.Event>.Iterator) async throws {
        let demand = try #require(try await stored(id))
        server.house.bulletin.post(.request(ChangedRequest(demand)))
        await settle(until: &witness)
    }

    /// Notices go out one after the other: once the witness hears the last one, all before it are out.
    fileprivate func settle(until witness: inout AsyncStream<Reply.Event>.Iterator) async {
        server.house.bulletin.post(.alarm(Network.sample.id))
        while let event = await witness.next(), event.name != "alarme" {}
    }

    /// A page of someone, open while the board is fed.
    fileprivate func listen(as person: Person) async throws -> AsyncStream<Reply.Event> {
        // The witness outlives every session of the test.
        let seen = person == .securityReferent ? clock.now() + .hours(1) : nil
        let token = await (try browser(of: person, seen: seen)).token
        let known = try #require(token)
        let (session, caller) = try #require(try await server.accounts.visitor(known))
        return server.live.join(caller, session)
    }

    /// Runs `work` while the board is fed; its streams end afterwards.
    func fed<T>(_ work: () async throws -> T) async throws -> T {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await server.live.run() }
            while !server.live.isFed { await Task.yield() }
            let value = try await work()
            group.cancelAll()
            return value
        }
    }
}

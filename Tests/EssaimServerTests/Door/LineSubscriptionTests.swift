import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct LineSubscriptionTests {
    private static let line = "/lignes/network/paused"

    /// The paused line as its team opens it.
    private static let reopened = {
        var network = Network.sample
        for place in network.offers.indices { network.offers[place].state = .open }
        return network
    }()

    @Test func `who waits is told once, when the line opens, and no more`() async throws {
        try await TellingTown.open(reached: [.asker, .colleague]) { telling in
            let town = telling.town
            let asker = try await town.browser(of: .asker)
            let asked = try await asker.submit(try await asker.get(Self.line).form(to: Self.line + "/prevenir"))
            #expect(asked.status == 303)
            #expect(try await asker.get(Self.line).text.contains("Vous serez prévenu une fois"))
            #expect(try await asker.get("/profil").text.contains("Plaies, Réseau d’essai"))
            #expect(try await town.server.lines.tellOpenings() == 0, "still paused")
            try await town.server.store.write { try $0.save(Self.reopened) }
            #expect(try await town.server.lines.tellOpenings() == 1)
            #expect(try await town.server.lines.tellOpenings() == 0)
            try telling.goTo(12, 30)
            try await telling.send()
            try await telling.send()
            #expect(telling.mail.carried.map(\.address) == ["asker@exemple.fr"])
            let content = try #require(telling.mail.carried.first?.message.content)
            let words = telling.words(now: town.clock.now())
            #expect(words.subject(content).contains("la ligne Plaies est ouverte"))
            #expect(words.mail(content).contains("https://essaim.exemple.fr/lignes/network/paused"))
            #expect(words.sms(content).contains("Plaies"))
            #expect(try town.ledger.history().contains("line.subscribe done"))
            // Another session: hours have passed.
            let later = try await town.browser(of: .asker)
            #expect(try await later.get("/profil").text.contains("ouverte depuis le"))
        }
    }

    @Test func `it is stopped on the profile, and then nothing is sent`() async throws {
        try await TellingTown.open(reached: [.asker]) { telling in
            let asker = try await telling.town.browser(of: .asker)
            _ = try await asker.act(Self.line + "/prevenir", key: "a")
            let stopped = try await asker.submit(
                try await asker.get("/profil").form(to: Self.line + "/ne-plus-prevenir"))
            #expect(stopped.location == "/profil?fait=ne-plus-prevenir")
            try await telling.town.server.store.write { try $0.save(Self.reopened) }
            #expect(try await telling.town.server.lines.tellOpenings() == 0)
            try telling.goTo(12, 30)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty)
        }
    }

    @Test func `stopped between the opening and the message, it is not sent`() async throws {
        try await TellingTown.open(reached: [.asker]) { telling in
            let asker = try await telling.town.browser(of: .asker)
            _ = try await asker.act(Self.line + "/prevenir", key: "a")
            try await telling.town.server.store.write { try $0.save(Self.reopened) }
            #expect(try await telling.town.server.lines.tellOpenings() == 1)
            _ = try await asker.act(Self.line + "/ne-plus-prevenir", key: "b")
            try telling.goTo(12, 30)
            try await telling.send()
            #expect(telling.mail.carried.isEmpty)
        }
    }

    @Test func `an open line is not waited for, nor more lines than fifty`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            _ = try await asker.act("/lignes/network/dermatology/prevenir", key: "a")
            #expect(try town.ledger.counts()["line_subscriptions"] == 0)
            #expect(try await asker.act("/lignes/network/absent/prevenir", key: "b").status == 404)
            #expect(try await asker.act("/lignes/other-network/paused/prevenir", key: "c").status == 404)
        }
    }

    @Test func `someone whose account is closed is told nothing, and a server without channels forgets nobody`()
        async throws
    {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            _ = try await asker.act(Self.line + "/prevenir", key: "a")
            try await town.server.store.write { try $0.save(Self.reopened) }
            #expect(try await town.server.lines.tellOpenings() == 1)
            #expect(try town.ledger.counts()["line_notices"] == 0)
            #expect(try await asker.get("/profil").text.contains("ouverte depuis le"))
        }
    }
}

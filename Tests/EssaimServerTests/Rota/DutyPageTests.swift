import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct DutyPageTests {
    @Test func `an expert proposes a turn, the colleague accepts it, and both pages say so`() async throws {
        try await ServedTown.onDuty { town in
            let senior = try await town.browser(of: .senior)
            let page = try await senior.get("/gardes")
            #expect(page.text.plainlySpaced.contains("lundi 30 novembre, 8 h à 20 h"))
            let given = "network|d1|2026-11-30|1"
            let form = try page.form(to: "/gardes/echanges")
            let sent = try await senior.submit(form, [("donne", given), ("collegue", "second"), ("contre", "")])
            #expect(sent.location == "/gardes?fait=echange-propose")
            #expect(try await senior.get("/gardes").text.contains("Vous proposez votre tour"))
            let second = try await town.browser(of: .second)
            let asked = try await second.get("/gardes")
            #expect(asked.text.contains("vous propose son tour"))
            let accept = try #require(asked.forms.first { $0.action.hasSuffix("/accepter") })
            #expect(try await town.browser(of: .junior).act(accept.action, key: "k", version: 1).status == 404)
            #expect(try await second.submit(accept).location == "/gardes?fait=echange-accepter")
            #expect(try await second.get("/gardes").text.plainlySpaced.contains("lundi 30 novembre, 8 h à 20 h"))
            #expect(try await senior.get("/gardes").text.contains("accepté"))
            // Sent again, it is over, and nothing moves back.
            #expect(try await second.submit(accept).status != 303)
            #expect(try await town.turn("d1", inDays: 7)?.person == Person.second.id)
        }
    }

    @Test func `a proposal that names no turn is said at its field, and hostile names are no turn`() async throws {
        try await ServedTown.onDuty { town in
            let senior = try await town.browser(of: .senior)
            let form = try await senior.get("/gardes").form(to: "/gardes/echanges")
            let values = [
                "", "||||", "network|d1|2026-11-30", "network|d1|demain|1", "network|d1|2026-11-30|x",
                String(repeating: "a|", count: 4000),
            ]
            for value in values {
                let page = try await senior.submit(form, [("donne", value), ("collegue", "second")])
                #expect(page.status == 422, "\(value.prefix(30))")
            }
            let foreign = [
                "other-network|d1|2026-11-30|1", "network|d9|2026-11-30|1", "network|d1|2026-12-03|1",
                "|d1|2026-11-30|1",
            ]
            for value in foreign {
                let page = try await senior.submit(form, [("donne", value), ("collegue", "second")])
                #expect(page.status == 404, "\(value)")
            }
        }
    }

    @Test func `the feed opens by its secret alone, renewed or stopped it opens nothing, and it names no line`()
        async throws
    {
        try await ServedTown.onDuty { town in
            let senior = try await town.browser(of: .senior)
            let made = try await senior.act("/gardes/agenda", key: "k1")
            let path = try #require(made.feed)
            let stranger = town.browser()
            let calendar = try await stranger.get(path)
            #expect(calendar.status == 200 && calendar.header("Content-Type") == "text/calendar; charset=utf-8")
            #expect(calendar.header("Cache-Control") == "no-store")
            #expect(calendar.source.contains("DTSTART:20261130T070000Z"))
            for word in ["Dermatologie\r", "Tumeurs", "Le Goff", "lésion"] { #expect(!calendar.source.contains(word)) }
            #expect(try await stranger.get("/agenda/\(String(repeating: "A", count: 43)).ics").status == 404)
            #expect(try await stranger.get(String(path.dropLast(4))).status == 404)
            // The database holds a digest: a copy of it opens no calendar.
            let secret = path.dropFirst("/agenda/".count).dropLast(4)
            #expect(!(try town.ledger.dumpAll().description.contains(secret)))

            let renewed = try #require(try await senior.act("/gardes/agenda", key: "k2").feed)
            #expect(try await stranger.get(path).status == 404)
            #expect(try await stranger.get(renewed).status == 200)
            #expect(try await senior.act("/gardes/agenda/arreter", key: "k3").status == 303)
            #expect(try await stranger.get(renewed).status == 404)
        }
    }

    @Test func `a night on which clocks change is an hour shorter in the feed`() async throws {
        try await ServedTown.open { town in
            let night = try #require(DutyHours(rawValue: "20:00-08:00"))
            let saturday = try #require(CivilDate("2027-03-27"))
            let duty = Duty(
                id: "n", post: .pool(Pool.north.id), person: Person.senior.id, time: .hours(night),
                pattern: .once(on: saturday))
            try await town.server.store.write { tx throws in
                #expect(try tx.replaceDuties(of: Network.sample.id, from: [duty], at: .sample))
            }
            let made = try await town.browser(of: .senior).act("/gardes/agenda", key: "k1")
            let calendar = try await town.browser().get(try #require(made.feed))
            #expect(calendar.source.contains("DTSTART:20270327T190000Z\r\nDTEND:20270328T060000Z"))
        }
    }

    @Test(arguments: [
        "x", "1", "", String(repeating: "A", count: 43), String(repeating: "%00", count: 43), "../agenda",
    ])
    func `a secret that nobody made is absent, and leaves no trace`(secret: String) async throws {
        try await ServedTown.onDuty { town in
            _ = try await town.browser(of: .senior).act("/gardes/agenda", key: "k1")
            let before = try town.ledger.dumpAll(but: [])
            #expect(try await town.browser().get("/agenda/\(secret).ics").status == 404)
            #expect(try town.ledger.dumpAll(but: []) == before)
        }
    }
}

extension Page {
    /// The path of the feed that the page says.
    fileprivate var feed: String? {
        source.split(separator: "http://localhost").map { $0.prefix { $0 != "<" } }
            .first { $0.hasPrefix("/agenda/") }.map(String.init)
    }
}

import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import Testing

@testable import EssaimServer

@Suite struct AbsenceImportTests {
    static let calendar = """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        BEGIN:VEVENT\r
        UID:1\r
        SUMMARY:Rendez-vous cardiologue\r
        DTSTART:20261201T080000Z\r
        DTEND:20261201T170000Z\r
        END:VEVENT\r
        END:VCALENDAR\r\n
        """

    @Test func `a calendar's hours are kept and no title, and the next file takes its place`() async throws {
        try await ServedTown.open { town in
            let senior = try await town.browser(of: .senior)
            let form = try await senior.get("/disponibilites").form(to: "/disponibilites/agenda")
            let sent = try await senior.upload(form, Array(Self.calendar.utf8), named: "a.ics", as: "agenda")
            #expect(sent.location == "/disponibilites?fait=agenda#agenda")
            #expect(try await town.busy.list.count == 1)
            #expect(!(try town.ledger.dumpAll().description.contains("cardiologue")))
            #expect(try await senior.get("/disponibilites").text.plainlySpaced.contains("1 plage"))
            let other = Self.calendar.replacing("20261201", with: "20261208")
            _ = try await senior.upload(form, Array(other.utf8), named: "b.ics", as: "agenda")
            #expect(
                try await town.busy.list.map { Network.sample.local.date(at: $0.lowerBound).description } == [
                    "2026-12-08"
                ])
            #expect(try await senior.act("/disponibilites/agenda/retirer", key: "k").status == 303)
            #expect(try await town.busy.isEmpty)
        }
    }

    static let hostile: [(name: String, bytes: [UInt8])] = [
        ("nothing", []), ("no calendar", Array("<html>".utf8)), ("zeros", [UInt8](repeating: 0, count: 5000)),
        ("unended", Array("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".utf8)),
        ("not UTF-8", [0xFF, 0xFE, 0x80] + Array(calendar.utf8)),
    ]

    @Test(arguments: hostile) func `what is no calendar is said, and the one before stays`(
        _ name: String, _ bytes: [UInt8]
    ) async throws {
        try await ServedTown.open { town in
            let senior = try await town.browser(of: .senior)
            let form = try await senior.get("/disponibilites").form(to: "/disponibilites/agenda")
            _ = try await senior.upload(form, Array(Self.calendar.utf8), named: "a.ics", as: "agenda")
            let page = try await senior.upload(form, bytes, named: "b.ics", as: "agenda")
            #expect(page.status == 422)
            #expect(try await town.busy.list.count == 1)
        }
    }

    @Test func `a file that is too long is refused whole`() async throws {
        try await ServedTown.open { town in
            let senior = try await town.browser(of: .senior)
            let form = try await senior.get("/disponibilites").form(to: "/disponibilites/agenda")
            let bytes = [UInt8](repeating: 0x41, count: (2 << 20) + 10)
            #expect(try await senior.upload(form, bytes, named: "b.ics", as: "agenda").status == 413)
            #expect(try await town.busy.isEmpty)
        }
    }

    @Test func `half a day of absence is said of one day, and read again`() async throws {
        try await ServedTown.open { town in
            let senior = try await town.browser(of: .senior)
            let form = try await senior.get("/disponibilites").form(to: "/disponibilites/absences")
            let two = [("from", "01/12/2026"), ("through", "02/12/2026"), ("half", "morning")]
            #expect(try await senior.submit(form, two).status == 422)
            let one = [("from", "01/12/2026"), ("through", ""), ("half", "afternoon")]
            #expect(try await senior.submit(form, one).status == 303)
            #expect(try await senior.get("/disponibilites").text.contains("l’après-midi"))
            #expect(try await senior.submit(form, [("from", "01/12/2026"), ("half", "nuit")]).status == 422)
        }
    }
}

/// Keeps who was said to be away.
private final class RecordingLeaving: HolderLeaving {
    private let kept = Mutex<[Identifier<Person>]>([])

    var left: [Identifier<Person>] { kept.withLock { $0 } }

    func holderBecameAbsent(
        _ person: Identifier<Person>, in network: Identifier<Network>?, at now: Instant, _ tx: any StoreWriter
    ) { kept.withLock { $0.append(person) } }
}

@Suite struct AbsentHolderTests {
    @Test func `whoever says an absence, now or to come, has what they hold looked at`() async throws {
        let leaving = RecordingLeaving()
        try await ServedTown.open(leaving: leaving) { town in
            let senior = try await town.browser(of: .senior)
            let form = try await senior.get("/disponibilites").form(to: "/disponibilites/absences")
            _ = try await senior.submit(form, [("from", "24/11/2026"), ("through", "")])
            #expect(leaving.left == [Person.senior.id])
            // The same twice is one absence; a fault is none.
            _ = try await senior.submit(form, [("from", "24/11/2026"), ("through", "")])
            _ = try await senior.submit(form, [("from", "hier")])
            #expect(leaving.left.count == 1)
            let agenda = try await senior.get("/disponibilites").form(to: "/disponibilites/agenda")
            let calendar = Array(AbsenceImportTests.calendar.utf8)
            _ = try await senior.upload(agenda, calendar, named: "a.ics", as: "agenda")
            #expect(leaving.left == [Person.senior.id, Person.senior.id])
        }
    }

    @Test func `a demand goes back to its team in the hour at which its expert's calendar begins to be busy`()
        async throws
    {
        try await ServedTown.open { town in
            let id = "held"
            try await town.keep(.sample(.taken, id: Identifier(id)))
            let senior = try await town.browser(of: .senior)
            let agenda = try await senior.get("/disponibilites").form(to: "/disponibilites/agenda")
            // It is half past nine; they are away from eleven on.
            let calendar = AbsenceImportTests.calendar.replacing("20261201T08", with: "20261123T10")
                .replacing("20261201", with: "20261123")
            _ = try await senior.upload(agenda, Array(calendar.utf8), named: "a.ics", as: "agenda")
            _ = try await town.server.requests.keepPromises()
            #expect(try await town.stored(id)?.state == .taken)
            town.clock.advance(by: .minutes(91))
            _ = try await town.server.requests.keepPromises()
            #expect(try await town.stored(id)?.state == .submitted)
        }
    }
}

extension ServedTown {
    /// What the senior's calendar says.
    fileprivate var busy: Stretches {
        get async throws {
            try await server.store.read { try $0.busyTimes(of: Person.senior.id, from: .sample) }
        }
    }
}

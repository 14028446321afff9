import EssaimCalendarFiles
import EssaimDomain
import Testing

struct DutyFeedTests {
    private let network = Network(
        id: "bretagne", name: "Réseau; Bretagne, \\ ouest", zones: [],
        pools: [
            Pool(
                id: "rennes",
                name: "Dermatologues du secteur de Rennes, de Fougères, de Vitré, de Redon et de Saint-Malo")
        ],
        offers: [Offer(id: "lesion", title: "Cancer de la peau", targets: [:], pools: [:])])

    private func duty(_ post: DutyPost) throws -> Duty {
        let from = try CalendarSample.day("2026-11-16")
        let pattern = try #require(DutyPattern(weekdays: [.monday], from: from, through: from.adding(days: 7)))
        let night = try #require(DutyTime(rawValue: "20:00-08:00"))
        return Duty(id: "duty-1", post: post, person: "riou", time: night, pattern: pattern, version: 2)
    }

    private func shifts(_ post: DutyPost, _ exceptions: [ShiftException] = []) throws -> [Shift] {
        let calendar = RotaCalendar(Rota(duties: [try duty(post)], exceptions: exceptions), in: LocalTime())
        return calendar.shifts(
            of: "riou", in: try CalendarSample.day("2026-11-01")...CalendarSample.day("2026-12-31"))
    }

    private func feed(_ post: DutyPost, _ exceptions: [ShiftException] = []) throws -> [UInt8] {
        DutyFeed(of: network, host: "essaim.example").bytes(
            try shifts(post, exceptions), changedAt: Instant(milliseconds: 1_790_000_000_000))
    }

    @Test func `a member's turns are written as events, in UTC`() throws {
        let text = String(decoding: try feed(.line("lesion")), as: UTF8.self)
        let expected = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Essaim//Permanences//FR", "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:Permanences · Réseau\\; Bretagne\\, \\\\ ouest", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H", "BEGIN:VEVENT", "UID:duty-1-2026-11-16@essaim.example", "DTSTAMP:20260921T141320Z",
            "SEQUENCE:2", "DTSTART:20261116T190000Z", "DTEND:20261117T070000Z",
            "SUMMARY:Permanence · Réseau\\; Bretagne\\, \\\\ ouest", "TRANSP:TRANSPARENT", "END:VEVENT", "BEGIN:VEVENT",
            "UID:duty-1-2026-11-23@essaim.example", "DTSTAMP:20260921T141320Z", "SEQUENCE:2",
            "DTSTART:20261123T190000Z", "DTEND:20261124T070000Z",
            "SUMMARY:Permanence · Réseau\\; Bretagne\\, \\\\ ouest", "TRANSP:TRANSPARENT", "END:VEVENT",
            "END:VCALENDAR", "",
        ]
        #expect(text == expected.joined(separator: "\r\n"))
    }

    @Test func `lines are folded at 75 octets, between characters`() throws {
        let bytes = try feed(.pool("rennes"))
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 } && lines.contains { $0.hasPrefix(" ") })
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        let whole = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
        #expect(
            whole.contains(
                "SUMMARY:Permanence · Dermatologues du secteur de Rennes\\, de Fougères\\, de Vitré\\, de Redon"))
    }

    @Test func `a turn keeps its name when it moves, and its sequence grows; one that is no more is left out`() throws {
        let day = try CalendarSample.day("2026-11-16")
        let key = Shift.Key(duty: "duty-1", day: day)
        let place = ShiftException.Place(day: day.adding(days: 2), time: .day)
        let moved = String(
            decoding: try feed(.pool("rennes"), [ShiftException(key: key, place: place, version: 3)]), as: UTF8.self)
        #expect(moved.contains("UID:duty-1-2026-11-16@essaim.example\r\nDTSTAMP:20260921T141320Z\r\nSEQUENCE:5\r\n"))
        #expect(moved.contains("DTSTART:20261118T070000Z\r\n"))
        for gone in [ShiftException(key: key, isRemoved: true), ShiftException(key: key, person: "prigent")] {
            #expect(
                !String(decoding: try feed(.pool("rennes"), [gone]), as: UTF8.self).contains("UID:duty-1-2026-11-16"))
        }
    }

    @Test func `no word of a line stands in a feed`() throws {
        for post in [DutyPost.line("lesion"), .pool("rennes"), .pool("other"), .line("other")] {
            let text = String(decoding: try feed(post), as: UTF8.self)
            #expect(!text.contains("Cancer") && !text.contains("lesion") && !text.contains("riou"))
        }
    }

    @Test func `a feed read as a calendar of absences makes nobody absent`() throws {
        let read = try CalendarSample.read(feed(.pool("rennes"))).get()
        #expect(read.away.isEmpty && read.passedOver == 2 && read.faults.isEmpty)
    }

    /// Read back without the mark that leaves free, each turn is there to the second.
    @Test func `what is written is read back`() throws {
        let text = String(decoding: try feed(.pool("rennes")), as: UTF8.self)
            .replacing("TRANSP:TRANSPARENT\r\n", with: "")
        let read = try CalendarSample.read(Array(text.utf8)).get()
        #expect(read.away == Stretches(try shifts(.pool("rennes")).map(\.span)))
    }

    @Test func `a name that tries to add lines adds none`() throws {
        let hostile = Network(
            id: "x", name: "a\r\nEND:VCALENDAR\nBEGIN:VEVENT\u{0}\u{2028}", zones: [], pools: [], offers: [])
        let bytes = DutyFeed(of: hostile, host: "h\r\nX:y").bytes(
            try shifts(.pool("rennes")), changedAt: Instant(milliseconds: 0))
        let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n")
        #expect(lines.filter { $0 == "END:VCALENDAR" || $0 == "BEGIN:VEVENT" }.count == 3)
        #expect(try CalendarSample.read(bytes).get().events == 2)
    }
}

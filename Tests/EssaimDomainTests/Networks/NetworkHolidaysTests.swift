import EssaimDomain
import Testing

/// Which holidays a network keeps: those of every part of its territory.
struct NetworkHolidaysTests {
    private static let goodFriday = CivilDate.parse("26/03/2027")
    private static let abolition = CivilDate.parse("20/12/2026")

    private static func network(_ zones: [Zone], timeZone: String = "Europe/Paris") -> Network {
        Network(id: "est", name: "Est", timeZone: timeZone, zones: zones, pools: [], offers: [])
    }

    @Test func `Good Friday is a holiday for a team of Alsace and Moselle, whichever way its territory is written`()
        throws
    {
        let day = try #require(Self.goodFriday)
        let strasbourg = try #require(INSEECommune(rawValue: "67482"))
        let colmar = try #require(PostalCode(rawValue: "68000"))
        let whole = Self.network([Zone(id: "a", name: "A", departements: ["57", "67", "68"])])
        let parts = Self.network([
            Zone(id: "a", name: "A", communes: [strasbourg]), Zone(id: "b", name: "B", postalCodes: [colmar]),
            Zone(id: "c", name: "C", unites: ["a", "b"]),
        ])
        #expect(whole.local.holidays.name(of: day) == "Vendredi saint")
        #expect(parts.local.holidays.name(of: day) == "Vendredi saint")
    }

    @Test func `it is a working day for a team whose territory goes further, and for one that has none yet`() throws {
        let day = try #require(Self.goodFriday)
        let further = Self.network([
            Zone(id: "a", name: "A", departements: ["67"]), Zone(id: "b", name: "B", departements: ["54"]),
        ])
        #expect(further.local.holidays.name(of: day) == nil)
        #expect(Self.network([]).local.holidays.name(of: day) == nil)
        #expect(Self.network([]).local.holidays.name(of: try #require(CivilDate.parse("25/12/2026"))) == "Noël")
    }

    @Test func `a line of La Réunion is closed on 20 December, and its promise counts from the day after`() throws {
        let day = try #require(Self.abolition)
        let weekly = Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [MinuteRange.wholeDay]) })
        let line = Offer(
            id: "est/avis", title: "Avis", targets: [:],
            hours: OpeningHours(weekly: weekly), pools: [:])
        let postal = try #require(PostalCode(rawValue: "97410"))
        let network = Self.network(
            [Zone(id: "a", name: "A", departements: ["974"], postalCodes: [postal])], timeZone: "Indian/Reunion")
        let local = network.localTime(of: line)
        #expect(!local.isOpen(at: local.midnight(startOf: day) + .hours(10)))
        #expect(local.isOpen(at: local.midnight(startOf: day) + .hours(34)))
        let clock = AnswerClock.started(
            at: local.midnight(startOf: day), target: AnswerTarget(hours: 2, counting: .opening), urgency: .routine,
            in: local)
        #expect(clock.dueAt == local.midnight(startOf: day.adding(days: 1)) + .hours(2))
    }
}

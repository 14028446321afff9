import EssaimDomain
import Testing

/// Tuesday 24 November 2026 in Paris.
struct HalfDayAbsenceTests {
    private let local = LocalTime()

    private func absent(_ half: HalfDay) throws -> Availability {
        let day = try Wall.day("2026-11-24")
        return Availability(
            hours: try Wall.weekdays().hours,
            absences: [Absence(id: "half", days: day...day, half: half, colleague: "")])
    }

    @Test(arguments: [
        (HalfDay.morning, "2026-11-24T09:30", "2026-11-24T13:00"),
        (.morning, "2026-11-24T12:59", "2026-11-24T13:00"), (.morning, "2026-11-24T13:00", "2026-11-24T13:00"),
        (.morning, "2026-11-23T18:59", "2026-11-23T18:59"), (.morning, "2026-11-23T20:00", "2026-11-24T13:00"),
        (.afternoon, "2026-11-24T12:59", "2026-11-24T12:59"), (.afternoon, "2026-11-24T13:00", "2026-11-25T09:00"),
        (.afternoon, "2026-11-24T18:59", "2026-11-25T09:00"), (.afternoon, "2026-11-25T09:00", "2026-11-25T09:00"),
    ])
    func `away half a day, an expert is there for the other half`(half: HalfDay, moment: String, next: String) throws {
        let away = try absent(half)
        let (now, next) = (try Wall.paris(moment), try Wall.paris(next))
        #expect(away.next(after: now, taken: 0, in: local) == next)
        #expect(away.isAvailable(at: now, taken: 0, in: local) == (now == next))
        #expect(away.hindrance(at: now, taken: 0, in: local) == (now == next ? nil : .outsideHours(opensAt: next)))
        #expect(away.absence(on: try Wall.day("2026-11-24")) == nil)
    }

    @Test func `both halves are the day`() throws {
        let day = try Wall.day("2026-11-24")
        let halves = HalfDay.allCases.map { Absence(id: "half", days: day...day, half: $0, colleague: "") }
        let whole = Absence(id: "whole", days: day...day, colleague: "")
        let offsets = OffsetRules.centralEuropean
        #expect(Stretches(halves.map { $0.span(in: offsets) }) == Stretches([whole.span(in: offsets)]))
        #expect(
            Availability(absences: halves).next(after: try Wall.paris("2026-11-24T00:00"), taken: 0, in: local)
                == (try Wall.paris("2026-11-25T00:00")))
    }

    @Test func `a half counts of a single day alone`() throws {
        let days = try Wall.day("2026-11-24")...Wall.day("2026-11-25")
        #expect(Absence(id: "two", days: days, half: .morning, colleague: "").half == nil)
    }

    @Test(arguments: ["0001-01-01", "9999-12-31", "2026-03-29", "2026-10-25"])
    func `a half of any day has a beginning and an end in order`(text: String) throws {
        let day = try Wall.day(text)
        for half in HalfDay.allCases {
            let span = Absence(id: "half", days: day...day, half: half, colleague: "").span(in: .centralEuropean)
            #expect(span.lowerBound <= span.upperBound)
        }
    }

    @Test func `someone is there in their hours, and not while their own calendar has something else`() throws {
        let busy = Stretches([try Wall.paris("2026-11-24T10:00")..<Wall.paris("2026-11-24T11:00")])
        let presence = Presence(try absent(.afternoon), busy: busy, in: local)
        let day = try Wall.day("2026-11-24")
        let whole = Stretches([try Wall.paris("2026-11-24T00:00")..<Wall.paris("2026-11-25T00:00")])
        let there = Stretches([
            try Wall.paris("2026-11-24T09:00")..<Wall.paris("2026-11-24T10:00"),
            try Wall.paris("2026-11-24T11:00")..<Wall.paris("2026-11-24T13:00"),
        ])
        #expect(presence.there(during: whole, on: day, in: local) == there)
        #expect(Presence.always.there(during: whole, on: day, in: local) == whole)
    }
}

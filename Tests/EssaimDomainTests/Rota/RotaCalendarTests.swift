import EssaimDomain
import Testing

struct RotaCalendarTests {
    private func duties() throws -> [Duty] {
        [
            try RotaSample.duty("monday", RotaSample.riou, [.monday], "morning"),
            try RotaSample.duty("night", RotaSample.prigent, [.monday, .friday], "20:00-08:00", every: 2),
        ]
    }

    private func week(_ calendar: RotaCalendar) throws -> [String] {
        let monday = try Wall.day("2026-11-23")
        return (0..<7).flatMap { calendar.shifts(on: monday.adding(days: $0), for: .pool(RotaSample.rennes)) }
            .map(RotaSample.text)
    }

    @Test func `a week of duties, a night into the next day`() throws {
        #expect(
            try week(RotaSample.calendar(duties())) == [
                "riou 2026-11-23T08:00:00 2026-11-23T13:00:00", "prigent 2026-11-23T20:00:00 2026-11-24T08:00:00",
                "prigent 2026-11-27T20:00:00 2026-11-28T08:00:00",
            ])
    }

    @Test func `one turn is removed, one moved to another day, one to another time, one kept by someone else`() throws {
        let monday = try RotaSample.key("monday", "2026-11-23")
        let friday = try RotaSample.key("night", "2026-11-27")
        let place = ShiftException.Place(day: try Wall.day("2026-11-26"), time: .half(.afternoon))
        let later = ShiftException.Place(day: try Wall.day("2026-11-23"), time: .day)
        let expected: [(ShiftException, [String])] = [
            (ShiftException(key: monday, isRemoved: true), []),
            (ShiftException(key: monday, place: place), ["riou 2026-11-26T13:00:00 2026-11-26T20:00:00"]),
            (ShiftException(key: monday, place: later), ["riou 2026-11-23T08:00:00 2026-11-23T20:00:00"]),
            (
                ShiftException(key: monday, place: place, person: RotaSample.tanguy),
                ["tanguy 2026-11-26T13:00:00 2026-11-26T20:00:00"]
            ),
            // Of a turn that the rule does not make an exception says nothing.
            (
                ShiftException(key: try RotaSample.key("monday", "2026-11-24"), place: place),
                ["riou 2026-11-23T08:00:00 2026-11-23T13:00:00"]
            ),
        ]
        for (exception, lines) in expected {
            let calendar = RotaSample.calendar(try duties(), [exception])
            #expect(try week(calendar).filter { !$0.hasPrefix("prigent") } == lines)
        }
        let handed = RotaSample.calendar(
            try duties(), [ShiftException(key: friday, person: RotaSample.riou, version: 4)])
        #expect(handed.shift(friday)?.person == RotaSample.riou)
        #expect(handed.shift(friday)?.version == 5)
        let days = try Wall.day("2026-11-23")...Wall.day("2026-11-29")
        #expect(handed.shifts(of: RotaSample.riou, in: days).map(\.key) == [monday, friday])
        #expect(handed.shifts(of: RotaSample.prigent, in: days).map(\.key.day) == [try Wall.day("2026-11-23")])
    }

    @Test func `of two duties with one id the first counts`() throws {
        let twice = try duties() + [try RotaSample.duty("monday", RotaSample.tanguy, [.tuesday], "day")]
        #expect(try week(RotaSample.calendar(twice)) == (try week(RotaSample.calendar(duties()))))
    }

    /// Every duty on every day, one after the other.
    private func walked(_ rota: Rota, _ calendar: RotaCalendar, _ days: [CivilDate]) -> [Shift] {
        rota.duties.flatMap { duty in days.compactMap { calendar.shift(Shift.Key(duty: duty.id, day: $0)) } }
    }

    @Test(arguments: 1...6) func `what is found is what walking everything finds`(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let first = try Wall.day("2026-09-15")
        let rota = RandomRota.drawn(from: first, &random)
        let calendar = RotaCalendar(rota, in: LocalTime())
        let all = walked(rota, calendar, (0..<120).map { first.adding(days: $0) })
        #expect(all.count > 100, "seed \(seed)")
        for _ in 0..<300 {
            let now = try Wall.paris("2026-10-20T00:00") + .seconds(Int.random(in: 0..<30 * 86_400, using: &random))
            for post in calendar.posts {
                #expect(
                    calendar.shifts(at: now, for: post)
                        == all.filter { $0.post == post && $0.span.contains(now) }.sorted(), "seed \(seed)")
            }
        }
        let month = try Wall.day("2026-10-01")...Wall.day("2026-10-31")
        for person in RandomRota.people {
            #expect(
                calendar.shifts(of: person, in: month)
                    == all.filter { $0.person == person && month.contains($0.day) }.sorted(), "seed \(seed)")
        }
    }
}

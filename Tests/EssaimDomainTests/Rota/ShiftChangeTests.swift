import EssaimDomain
import Testing

struct ShiftChangeTests {
    private let place = ShiftException.Place(day: CivilDate("2026-11-25") ?? .first, time: .day)

    private func calendar(_ exceptions: [ShiftException] = []) throws -> RotaCalendar {
        RotaSample.calendar(
            [try RotaSample.duty("monday", RotaSample.riou, [.monday], "morning", version: 3)], exceptions)
    }

    @Test func `a change names the version that was read, and makes the next`() throws {
        let key = try RotaSample.key("monday", "2026-11-23")
        let answerers = try RotaSample.answerers()
        var exceptions: [ShiftException] = []
        for (change, version) in [
            (ShiftChange.hand(to: RotaSample.prigent), 4), (.move(place), 5), (.remove, 6), (.restore, 7),
        ] {
            let calendar = try calendar(exceptions)
            let seen = try #require(calendar.seen(key))
            let stale = Shift.Seen(key: key, version: seen.version - 1)
            #expect(calendar.changed(stale, by: change, among: answerers) == .failure(.stale(current: seen.version)))
            exceptions = [try calendar.changed(seen, by: change, among: answerers).get()]
            #expect(try self.calendar(exceptions).seen(key)?.version == version)
        }
        #expect(exceptions == [ShiftException(key: key, version: 4)])
    }

    @Test func `moving keeps who was handed the turn, and handing keeps where it was moved`() throws {
        let key = try RotaSample.key("monday", "2026-11-23")
        let calendar = try calendar([ShiftException(key: key, place: place, person: RotaSample.prigent, version: 1)])
        let seen = try #require(calendar.seen(key))
        let handed = try calendar.changed(seen, by: .hand(to: RotaSample.riou), among: RotaSample.answerers()).get()
        // Its own person again.
        #expect((handed.place, handed.person) == (place, nil))
        let later = ShiftException.Place(day: try Wall.day("2026-11-28"), time: .half(.morning))
        let moved = try calendar.changed(seen, by: .move(later), among: RotaSample.answerers()).get()
        #expect((moved.place, moved.person) == (later, RotaSample.prigent))
    }

    @Test func `what cannot be is refused`() throws {
        let key = try RotaSample.key("monday", "2026-11-23")
        let seen = try #require(try calendar().seen(key))
        func refusal(_ change: ShiftChange, _ exceptions: [ShiftException] = []) throws -> RotaRefusal? {
            let calendar = try calendar(exceptions)
            let seen = try #require(calendar.seen(key))
            guard case .failure(let refusal) = calendar.changed(seen, by: change, among: try RotaSample.answerers())
            else { return nil }
            return refusal
        }
        #expect(try refusal(.hand(to: RotaSample.stranger)) == .stranger)
        #expect(try refusal(.hand(to: RotaSample.corre)) == .stranger)
        let spring = DutyHours(rawValue: "02:00-03:00").map { DutyTime.hours($0) } ?? .day
        let skipped = ShiftException.Place(day: try Wall.day("2027-03-28"), time: spring)
        #expect(try refusal(.move(skipped)) == .noSuchTime)
        let far = ShiftException.Place(day: seen.key.day.adding(days: 367), time: .day)
        #expect(try refusal(.move(far)) == .tooFar)
        let removed = [ShiftException(key: key, isRemoved: true, version: 1)]
        #expect(try refusal(.remove, removed) == .notFound)
        #expect(try refusal(.move(place), removed) == .notFound)
        #expect(try refusal(.restore, removed) == nil)
        for absent in [try RotaSample.key("monday", "2026-11-24"), try RotaSample.key("other", "2026-11-23")] {
            let none = Shift.Seen(key: absent, version: 3)
            #expect(try calendar().seen(absent) == nil)
            #expect(
                try calendar().changed(none, by: .remove, among: RotaSample.answerers()) == .failure(.notFound))
        }
    }
}

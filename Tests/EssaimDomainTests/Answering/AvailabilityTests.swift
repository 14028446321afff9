import EssaimDomain
import Testing

/// Monday 23 November 2026 in Paris, unless a line says otherwise.
@Suite struct AvailabilityTests {
    private let local = LocalTime()
    private let days = Availability(
        hours: OpeningHours(
            weekly: [
                .monday: [MinuteRange(from: 540, to: 750), MinuteRange(from: 840, to: 1080)].compactMap(\.self),
                .thursday: [MinuteRange(from: 540, to: 750)].compactMap(\.self),
            ]), mostADay: 6)

    private func at(_ text: String) throws -> Instant {
        local.instant(of: try #require(CivilDateTime.parse(text)))
    }

    private func absence(_ from: String, _ through: String, _ colleague: String = "") throws -> Absence {
        Absence(
            id: Identifier(from), days: try #require(CivilDate(from))...(try #require(CivilDate(through))),
            colleague: colleague)
    }

    @Test(
        arguments: [
            ("2026-11-23T09:00", true), ("2026-11-23T12:29", true), ("2026-11-23T12:30", false),
            ("2026-11-23T08:59", false), ("2026-11-23T14:00", true), ("2026-11-23T18:00", false),
            ("2026-11-24T10:00", false), ("2026-11-26T10:00", true), ("2026-12-24T10:00", true),
            // Christmas is a Friday in 2026, and a Monday in 2028.
            ("2028-12-25T10:00", false),
        ])
    func `an expert is available in their hours, and not on a public holiday`(moment: String, isAvailable: Bool) throws
    {
        #expect(days.isAvailable(at: try at(moment), taken: 5, in: local) == isAvailable)
    }

    @Test func `who said nothing is available at any time`() throws {
        let nothing = Availability()
        for moment in ["2026-11-23T03:00", "2026-12-25T23:59", "2026-11-29T12:00"] {
            #expect(nothing.hindrance(at: try at(moment), taken: 900, in: local) == nil)
            #expect(nothing.next(after: try at(moment), taken: 900, in: local) == (try at(moment)))
        }
    }

    @Test(arguments: [(0, false), (5, false), (6, true), (7, true)])
    func `the daily limit stops at the number taken since midnight`(taken: Int, isFull: Bool) throws {
        let now = try at("2026-11-23T10:00")
        let expected: Availability.Hindrance? = isFull ? .full(taken: taken, most: 6) : nil
        #expect(days.hindrance(at: now, taken: taken, in: local) == expected)
        // Full on Monday: Thursday is the next day of theirs.
        let next = isFull ? try at("2026-11-26T09:00") : now
        #expect(days.next(after: now, taken: taken, in: local) == next)
    }

    @Test func `an absence holds from its first day to the end of its last, and is said before all else`() throws {
        var away = days
        away.absences = [try absence("2026-11-26", "2026-12-03", "Dr Anne Riou")]
        #expect(away.hindrance(at: try at("2026-11-23T10:00"), taken: 0, in: local) == nil)
        let through = try #require(CivilDate("2026-12-03"))
        for moment in ["2026-11-26T00:00", "2026-11-26T10:00", "2026-12-03T23:59"] {
            #expect(
                away.hindrance(at: try at(moment), taken: 6, in: local)
                    == .absent(through: through, colleague: "Dr Anne Riou"))
        }
        #expect(
            away.hindrance(at: try at("2026-12-04T00:00"), taken: 0, in: local)
                == .outsideHours(opensAt: try at("2026-12-07T09:00")))
        #expect(away.next(after: try at("2026-11-26T10:00"), taken: 0, in: local) == (try at("2026-12-07T09:00")))
    }

    @Test func `of two absences that overlap the one that lasts longer is said`() throws {
        var away = days
        away.absences = [try absence("2026-11-20", "2026-11-30"), try absence("2026-11-22", "2026-12-05")]
        let now = try at("2026-11-23T10:00")
        #expect(
            away.hindrance(at: now, taken: 0, in: local)
                == .absent(through: try #require(CivilDate("2026-12-05")), colleague: ""))
        #expect(away.next(after: now, taken: 0, in: local) == (try at("2026-12-07T09:00")))
    }

    @Test(
        arguments: [
            ("9:00-12:30, 14:00-18:00", "09:00-12:30, 14:00-18:00"), ("9h-12h30", "09:00-12:30"),
            ("14:00-18:00;9:00-15:00", "09:00-18:00"), (" ", ""), ("", ""),
        ])
    func `a day is read as it is typed, and written in order`(typed: String, written: String) throws {
        let result = TypedAvailability(week: [.monday: typed, .friday: "10:00-11:00"], mostADay: "12").checked()
        let (hours, most) = try result.get()
        #expect(most == 12)
        let again = TypedAvailability(Availability(hours: hours, mostADay: most))
        #expect(again.week[.monday] ?? "" == written)
    }

    @Test(
        arguments: [
            "9-25", "12:00-9:00", "matin", "9:00-12:00 14:00", "<b>", "9:00–12:00",
            "1:00-2:00,3:00-4:00,5:00-6:00,7:00-8:00,9:00-10:00,11:00-12:00,13:00-14:00",
            String(repeating: "9", count: 5000),
        ])
    func `hours that are none are refused at their day`(typed: String) {
        let result = TypedAvailability(week: [.tuesday: typed]).checked()
        #expect(throws: Refusal.self) { try result.get() }
        if case .failure(.faults(let faults)) = result { #expect(faults.map(\.field) == ["tuesday"]) }
    }

    @Test(arguments: ["0", "-1", "201", "6.5", "six", "+6", "99999999999", "６"])
    func `a daily limit that is none is refused`(typed: String) {
        let result = TypedAvailability(mostADay: typed).checked()
        #expect(throws: Refusal.self) { try result.get() }
        if case .failure(.faults(let faults)) = result { #expect(faults.map(\.field) == ["mostADay"]) }
    }

    @Test(
        arguments: [
            ("24/12/2026", "03/01/2027", nil), ("2026-12-24", "", nil), ("2026-11-20", "2026-11-23", nil),
            ("31/02/2027", "", "from"), ("", "2026-12-24", "from"), ("2026-12-24", "2026-12-23", "through"),
            ("2026-12-24", "demain", "through"), ("2026-11-20", "2026-11-22", "through"),
            ("2026-12-24", "2027-12-25", "through"), ("2026-12-24", "9999-12-31", "through"),
        ] as [(String, String, String?)])
    func `an absence has days that exist, in order, not over, a year at most`(
        from: String, through: String, faulty: String?
    ) throws {
        let today = try #require(CivilDate("2026-11-23"))
        let result = Absence.checked(from: from, through: through, colleague: "", today: today)
        switch result {
        case .success: #expect(faulty == nil)
        case .failure(.faults(let faults)): #expect(faults.map(\.field) == [faulty])
        case .failure(let refusal): Issue.record("\(refusal)")
        }
    }
}

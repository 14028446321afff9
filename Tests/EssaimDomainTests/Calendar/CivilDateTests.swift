import EssaimDomain
import Foundation
import Testing

struct CivilDateTests {
    @Test(arguments: [
        ("12/08/1958", "1958-08-12"), ("1958-08-12", "1958-08-12"), ("12.8.1958", "1958-08-12"),
        ("12 08 1958", "1958-08-12"), ("12081958", "1958-08-12"), (" 1/2/2000 ", "2000-02-01"),
        ("29/02/2024", "2024-02-29"),
    ])
    func `a date typed in any usual way is read`(typed: String, read: String) {
        #expect(CivilDate.parse(typed)?.description == read)
    }

    @Test(arguments: [
        "31/02/1958", "29/02/2023", "29/02/1900", "00/08/1958", "12/13/1958", "12/08/58", "12/08", "1958", "12/08/0000",
        "+1/08/1958", "12/08/19580", "1958-08-12T00:00", "août 1958", "120819580",
    ])
    func `what is not a day is refused`(typed: String) { #expect(CivilDate.parse(typed) == nil) }

    @Test(arguments: hostileTexts) func `hostile text is no date`(text: String) {
        #expect(CivilDate.parse(text) == nil)
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [
        ("2026-11-21", Weekday.saturday), ("1970-01-01", .thursday), ("2000-02-29", .tuesday), ("1958-08-12", .tuesday),
        ("0001-01-01", .monday), ("9999-12-31", .friday),
    ])
    func `a day falls on its weekday`(text: String, weekday: Weekday) throws {
        #expect(try Wall.day(text).weekday == weekday)
    }

    @Test func `day numbers and dates go back and forth over the whole calendar, one by one`() {
        var expected = CivilDate.first
        for number in CivilDate.first.dayNumber...CivilDate.last.dayNumber {
            let date = CivilDate(dayNumber: number)
            guard date == expected, date.dayNumber == number else { return #expect(date == expected, "\(number)") }
            let isMonthEnd = date.day == CivilDate.days(inMonth: date.month, of: date.year)
            expected =
                !isMonthEnd
                ? CivilDate(year: date.year, month: date.month, day: date.day + 1) ?? .last
                : date.month < 12
                    ? CivilDate(year: date.year, month: date.month + 1, day: 1) ?? .last
                    : CivilDate(year: date.year + 1, month: 1, day: 1) ?? .last
        }
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-30", 3, "2027-02-28"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"), ("2026-11-21", 3, "2027-02-21"),
    ])
    func `months are added without leaving the month`(from: String, months: Int, to: String) throws {
        #expect(try Wall.day(from).adding(months: months) == Wall.day(to))
    }

    @Test(arguments: [Int.min, -10_000_000, 10_000_000, Int.max])
    func `adding beyond the calendar stops at its ends`(count: Int) throws {
        let end = count < 0 ? CivilDate.first : .last
        let day = try Wall.day("2026-11-21")
        #expect(day.adding(days: count) == end)
        #expect(day.adding(months: count) == end)
        #expect(day.adding(years: count) == end)
        #expect(CivilDate(dayNumber: count) == end)
    }

    @Test func `JSON holds yyyy-mm-dd and nothing else`() throws {
        let day = try Wall.day("1958-08-12")
        #expect(String(decoding: try JSONEncoder().encode([day]), as: UTF8.self) == #"["1958-08-12"]"#)
        #expect(try JSONDecoder().decode([CivilDate].self, from: Data(#"["1958-08-12"]"#.utf8)) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDate].self, from: Data(#"["12/08/1958"]"#.utf8))
        }
    }

    @Test func `dates sort by time`() throws {
        let days = try ["2026-11-21", "2026-02-28", "1999-12-31", "2026-11-20"].map(Wall.day)
        #expect(days.sorted().map(\.description) == ["1999-12-31", "2026-02-28", "2026-11-20", "2026-11-21"])
    }
}

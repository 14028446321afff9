import EssaimDomain
import Testing

struct FrenchHolidaysTests {
    /// Easter Monday, Ascension and Whit Monday, from the published calendars.
    @Test(arguments: [
        (2024, "2024-04-01", "2024-05-09", "2024-05-20"), (2025, "2025-04-21", "2025-05-29", "2025-06-09"),
        (2026, "2026-04-06", "2026-05-14", "2026-05-25"), (2027, "2027-03-29", "2027-05-06", "2027-05-17"),
        (2028, "2028-04-17", "2028-05-25", "2028-06-05"),
    ])
    func `the eleven days of a year are kept and no other`(
        year: Int, easterMonday: String, ascension: String, whitMonday: String
    ) throws {
        let fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"].map { "\(year)-\($0)" }
        let expected = (fixed + [easterMonday, ascension, whitMonday]).sorted()
        #expect(FrenchHolidays().days(of: year).map(\.date.description) == expected)
        #expect(FrenchHolidays().name(of: try Wall.day(ascension)) == "Ascension")
    }

    @Test(arguments: [
        (1999, "1999-04-04"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2038, "2038-04-25"),
        (2285, "2285-03-22"), (1954, "1954-04-18"), (2049, "2049-04-18"), (2076, "2076-04-19"),
    ])
    func `Easter falls on its day, the early and the late ones too`(year: Int, day: String) throws {
        #expect(CivilDate.easter(of: year) == (try Wall.day(day)))
    }

    @Test func `Easter is a Sunday between 22 March and 25 April in every year`() {
        for year in 1583...9999 {
            let easter = CivilDate.easter(of: year)
            #expect(easter.weekday == .sunday && easter.year == year)
            #expect((3, 22) <= (easter.month, easter.day) && (easter.month, easter.day) <= (4, 25))
        }
    }

    @Test(arguments: [
        ("57", "2026-04-03", "Vendredi saint"), ("67", "2026-12-26", "Saint-Étienne"),
        ("971", "2026-05-27", "Abolition de l’esclavage"), ("972", "2026-05-22", "Abolition de l’esclavage"),
        ("973", "2026-06-10", "Abolition de l’esclavage"), ("974", "2026-12-20", "Abolition de l’esclavage"),
        ("976", "2026-04-27", "Abolition de l’esclavage"), ("977", "2026-10-09", "Abolition de l’esclavage"),
        ("978", "2026-05-28", "Abolition de l’esclavage"),
    ])
    func `a territory keeps its own days, and the others do not`(departement: String, day: String, name: String) throws
    {
        let date = try Wall.day(day)
        #expect(FrenchHolidays(departement: departement).name(of: date) == name)
        #expect(!FrenchHolidays().contains(date))
        #expect(!FrenchHolidays(departement: "29").contains(date))
    }

    /// Written by hand from the texts named in `FrenchHolidays.Regions` and the dates of Easter, 2025 to 2028. PyPI's
    /// `holidays` 0.108 says the same but for days of usage that it counts (Victor Schoelcher, Mi-Carême and Good Friday in the
    /// Antilles, 29 June in Wallis) and Matari’i i ni’a, which it begins in 2025.
    private static let ownDays: [(departements: [String], days: [String])] = [
        (
            ["57", "67", "68"],
            [
                "2025-04-18", "2025-12-26", "2026-04-03", "2026-12-26", "2027-03-26", "2027-12-26", "2028-04-14",
                "2028-12-26",
            ]
        ),
        (["971"], ["2025-05-27", "2026-05-27", "2027-05-27", "2028-05-27"]),
        (["972"], ["2025-05-22", "2026-05-22", "2027-05-22", "2028-05-22"]),
        (["973"], ["2025-06-10", "2026-06-10", "2027-06-10", "2028-06-10"]),
        (["974"], ["2025-12-20", "2026-12-20", "2027-12-20", "2028-12-20"]),
        (["976"], ["2025-04-27", "2026-04-27", "2027-04-27", "2028-04-27"]),
        (["977"], ["2025-10-09", "2026-10-09", "2027-10-09", "2028-10-09"]),
        (["978"], ["2025-05-28", "2026-05-28", "2027-05-28", "2028-05-28"]),
        (
            ["986"],
            [
                "2025-04-28", "2025-07-29", "2026-04-28", "2026-07-29", "2027-04-28", "2027-07-29", "2028-04-28",
                "2028-07-29",
            ]
        ),
        (
            ["987"],
            [
                "2025-03-05", "2025-04-18", "2025-06-29", "2026-03-05", "2026-04-03", "2026-11-20", "2027-03-05",
                "2027-03-26", "2027-11-20", "2028-03-05", "2028-04-14", "2028-11-20",
            ]
        ),
        (["988"], ["2025-09-24", "2026-09-24", "2027-09-24", "2028-09-24"]),
        (["01", "29", "2A", "2B", "54", "75", "975", "984", "", "999"], []),
    ]

    @Test(arguments: ownDays)
    func `from 2025 to 2028 a territory keeps the national days and these`(departements: [String], days: [String]) {
        for departement in departements {
            let holidays = FrenchHolidays(departement: departement)
            let all = (2025...2028).flatMap { holidays.days(of: $0) }.map(\.date)
            let national = (2025...2028).flatMap { FrenchHolidays().days(of: $0) }.map(\.date)
            #expect(Set(all).subtracting(national).map(\.description).sorted() == days, "\(departement)")
            #expect(Set(national).isSubset(of: all), "\(departement)")
        }
    }

    @Test func `Ascension on the first of May is one day, not two`() {
        #expect(FrenchHolidays().days(of: 2008).count == 10)
    }
}

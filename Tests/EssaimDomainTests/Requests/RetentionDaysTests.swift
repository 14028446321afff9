import EssaimDomain
import Testing

/// How long a demand is kept, each day reckoned by hand with a calendar.
struct RetentionDaysTests {
    @Test(arguments: [
        ("2026-11-22", "2031-11-22"), ("2024-02-28", "2029-02-28"), ("2024-02-29", "2029-03-01"),
        ("2026-12-31", "2031-12-31"),
    ])
    func `five years after the last contact it is archived`(contact: String, day: String) throws {
        let contact = try #require(CivilDate(contact))
        #expect(Retention.archiveDay(lastContact: contact).description == day)
    }

    @Test(arguments: [
        // Adults: the day after the twentieth year is over.
        ("2026-11-22", "1958-08-12", "2046-11-23"), ("2026-12-31", "1958-08-12", "2047-01-01"),
        ("2024-02-29", "1958-08-12", "2044-03-01"), ("2080-02-29", "1990-01-01", "2100-03-02"),
        // Minors: the day after their 28th birthday, when it comes later.
        ("2026-11-22", "2018-11-21", "2046-11-23"), ("2026-11-22", "2018-11-22", "2046-11-23"),
        ("2026-11-22", "2018-11-23", "2046-11-24"), ("2026-11-22", "2020-05-04", "2048-05-05"),
        ("2026-11-22", "2026-11-22", "2054-11-23"), ("2026-11-22", "2024-02-29", "2052-03-01"),
        ("2073-06-01", "2072-02-29", "2100-03-02"),
        // A day, a month or a year that nobody knows: as late as it can be.
        ("2026-11-22", "2023-02-00", "2051-03-01"), ("2026-11-22", "2024-02-00", "2052-03-01"),
        ("2026-11-22", "2020-06-00", "2048-07-01"), ("2026-11-22", "2020-00-00", "2049-01-01"),
        ("2026-11-22", "2020-00-15", "2049-01-01"), ("2026-11-22", "2020-31-15", "2049-01-01"),
        ("2026-11-22", "2020-06-31", "2048-07-01"), ("2026-11-22", "2026-00-00", "2054-11-23"),
        ("2026-11-22", "0000-00-00", "2054-11-23"), ("2026-11-22", "", "2054-11-23"),
        ("2026-11-22", "12/08/1958", "2054-11-23"), ("2026-11-22", "-1958-08-12", "2054-11-23"),
        // Born after they were seen: a slip of the keyboard.
        ("2026-11-22", "2031-01-01", "2054-11-23"),
    ])
    func `it may be erased after twenty years, and after the 28th birthday`(
        contact: String, born: String, day: String
    ) throws {
        let contact = try #require(CivilDate(contact))
        #expect(Retention.purgeDay(lastContact: contact, born: born).description == day)
    }
}

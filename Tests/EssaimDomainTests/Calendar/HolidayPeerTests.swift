import EssaimDomain
import Testing

/// Holidays beside another library's, over thirty years: the mainland, Alsace-Moselle, and overseas.
struct HolidayPeerTests {
    @Test(arguments: HolidayPeerTable.years.keys.sorted())
    func `a département's holidays are those that another library finds`(departement: String) throws {
        let holidays = FrenchHolidays(departement: departement)
        let peer = try #require(HolidayPeerTable.years[departement])
        #expect(peer.count == 31)
        for (offset, line) in peer.enumerated() {
            let year = HolidayPeerTable.first + offset
            // Two holidays of one day, such as Ascension on 8 May, are one.
            let own = Set(
                holidays.days(of: year).map { day in
                    let number = day.date.month * 100 + day.date.day
                    return (number < 1000 ? "0" : "") + String(number)
                })
            #expect(own == Set(line.split(separator: " ").map(String.init)), "\(year)")
        }
    }
}

/// How long a demand that is over is kept, in days of the calendar.
///
/// Establishments keep a record twenty years from their patient's last stay or consultation, and until the patient's 28th
/// birthday when that comes later (CSP, art. R.1112-7). Whoever keeps for others keeps as the strictest of them must.
public enum Retention {
    public static let article = "article R.1112-7 du code de la santé publique"
    /// Then it leaves the lists.
    public static let activeYears = 5
    public static let keptYears = 20
    public static let lastBirthday = 28

    /// The first day on which a demand is archived.
    public static func archiveDay(lastContact: CivilDate) -> CivilDate { lastContact.anniversary(activeYears) }

    /// The first day on which it may be erased: the one after the last day of its keeping.
    /// - Parameter born: as it is written, `2004-02-29`; what cannot be read is read as late as it can be: born on the day of
    ///   the last contact.
    public static func purgeDay(lastContact: CivilDate, born text: String) -> CivilDate {
        let born = min(latestBirth(text) ?? lastContact, lastContact)
        return max(lastContact.anniversary(keptYears), born.anniversary(lastBirthday)).adding(days: 1)
    }

    /// The latest day that a birth date can mean: INSEE writes 00 for a month or a day that nobody knows. Nil without a year.
    public static func latestBirth(_ text: String) -> CivilDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            part.utf8.count <= 4 && part.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(part) : nil
        }
        guard parts.count == 3, let year = parts[0], (1...9999).contains(year) else { return nil }
        guard let month = parts[1], (1...12).contains(month) else { return CivilDate(year: year, month: 12, day: 31) }
        let last = CivilDate.days(inMonth: month, of: year)
        let day = parts[2].flatMap { (1...last).contains($0) ? $0 : nil } ?? last
        return CivilDate(year: year, month: month, day: day)
    }
}

extension CivilDate {
    /// The same day so many years later; of 29 February, in a common year, 1 March: nobody loses a day.
    fileprivate func anniversary(_ years: Int) -> Self {
        let same = adding(years: years)
        return same.day == day ? same : same.adding(days: 1)
    }
}

import EssaimDomain
import Testing

@testable import EssaimWeb

private func instant(_ text: String) -> Instant {
    OffsetRules.centralEuropean.instant(of: CivilDateTime.parse(text) ?? CivilDateTime(startOf: .first))
}

private func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
}

@Suite struct FrenchTests {
    let clock = PageClock(now: instant("2026-11-23T14:20"), rules: .centralEuropean)

    @Test(arguments: [
        ("2026-11-23T14:20", "aujourd’hui 14 h 20"), ("2026-11-23T00:00", "aujourd’hui 0 h"),
        ("2026-11-22T23:59", "hier 23 h 59"), ("2026-11-24T09:05", "demain 9 h 05"),
        ("2026-11-25T18:55", "mercredi 18 h 55"), ("2026-11-29T18:00", "dimanche 18 h"),
        ("2026-11-30T18:00", "lundi 30 novembre 18 h"), ("2026-11-21T10:00", "21 novembre 10 h"),
        ("2026-03-01T10:00", "1er mars 10 h"), ("2025-12-31T10:00", "31 décembre 2025 10 h"),
        ("2026-07-14T12:30", "14 juillet 12 h 30"),
    ])
    func `a moment is said as a colleague would`(time: String, words: String) {
        #expect(plain(clock.words(instant(time))) == words)
    }

    @Test(arguments: [
        ("2026-11-23T18:55", "aujourd’hui avant 18 h 55", "reste 4 h"),
        ("2026-11-24T18:55", "demain avant 18 h 55", "reste 28 h"),
        ("2026-11-25T14:19", "mercredi avant 14 h 19", "reste 47 h"),
        ("2026-11-25T14:20", "mercredi avant 14 h 20", "reste 2 j"),
        ("2026-12-07T09:00", "lundi 7 décembre avant 9 h", "reste 13 j"),
        ("2026-11-23T14:40", "aujourd’hui avant 14 h 40", "reste 20 min"),
        ("2026-11-23T14:20", "aujourd’hui avant 14 h 20", "reste moins d’une minute"),
        ("2026-11-23T12:20", "aujourd’hui avant 12 h 20", "en retard de 2 h"),
        ("2026-11-20T12:20", "20 novembre avant 12 h 20", "en retard de 3 j"),
    ])
    func `a promise says until when and how much is left`(time: String, before: String, left: String) {
        #expect(plain(clock.before(instant(time))) == before)
        #expect(plain(clock.remaining(until: instant(time))) == left)
    }

    @Test func `the exact date stands behind the words, with its zone`() {
        let summer = instant("2026-07-14T09:05")
        #expect(plain(clock.exact(summer)) == "mardi 14 juillet 2026 à 9 h 05")
        #expect(clock.machine(summer) == "2026-07-14T09:05+02:00")
        #expect(clock.machine(clock.now) == "2026-11-23T14:20+01:00")
        let guadeloupe = PageClock(now: clock.now, rules: .fixed(seconds: -4 * 3600))
        #expect(guadeloupe.machine(clock.now) == "2026-11-23T09:20-04:00")
        #expect(plain(guadeloupe.words(clock.now)) == "aujourd’hui 9 h 20")
    }

    @Test(arguments: [
        ("1958-08-12", "68 ans"), ("1958-11-24", "67 ans"), ("1958-11-23", "68 ans"), ("2024-11-24", "23 mois"),
        ("2024-11-23", "2 ans"), ("2026-10-23", "1 mois"), ("2026-10-24", "30 jours"), ("2026-11-22", "1 jour"),
        ("2026-11-23", "né ce jour"), ("2024-02-29", "2 ans"),
    ])
    func `an age is said in years, in months before two, in days before one month`(born: String, age: String) throws {
        let birth = try #require(CivilDate(born))
        #expect(plain(French.age(born: birth, on: clock.today)) == age)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1 000"), (8000, "8 000"), (1_234_567, "1 234 567"), (-1500, "−1 500"),
    ])
    func `numbers are grouped by three`(number: Int, words: String) { #expect(plain(French.grouped(number)) == words) }

    @Test func `amounts, sizes, counts and lists are French`() {
        #expect(plain(French.euros(cents: 2300)) == "23,00 €")
        #expect(plain(French.euros(cents: 2760)) == "27,60 €")
        #expect(plain(French.fileSize(bytes: 2_400_000)) == "2,4 Mo")
        #expect(plain(French.fileSize(bytes: 840_000)) == "840 ko")
        #expect(plain(French.count(1, "photo", "photos")) == "1 photo")
        #expect(plain(French.count(2, "photo", "photos")) == "2 photos")
        #expect(French.list(["a", "b", "c"]) == "a, b et c")
        #expect("« oui » : non ; si ?".frenchSpaced == "«\u{A0}oui\u{A0}»\u{A0}: non\u{A0}; si\u{A0}?")
    }
}

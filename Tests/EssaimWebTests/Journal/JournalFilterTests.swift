import EssaimDomain
import EssaimGate
import Testing

@testable import EssaimWeb

@Suite struct JournalFilterTests {
    @Test func `the address is read into a question, and written again as it was`() {
        let filter = JournalFilter(
            FormFields([
                ("qui", " herve.legoff "), ("demande", "7k3m qx2p"), ("famille", "listes"), ("resultat", "refuse"),
                ("du", "23/11/2026"), ("au", "2026-11-24"), ("avant", "1-x"),
            ]))
        #expect(
            filter.question
                == JournalQuestion(
                    who: "herve.legoff", number: "7k3m qx2p", family: "worklist", outcome: "refused",
                    from: CivilDate("2026-11-23"), until: CivilDate("2026-11-24")))
        #expect(
            SitePath.journal(filter.query).text
                == "/journal?qui=herve.legoff&demande=7k3m%20qx2p&famille=listes&resultat=refuse&du=23%2F11%2F2026&au=2026-11-24"
        )
        #expect(filter.faults.isEmpty && !filter.isEmpty)
        #expect(SitePath.journal(JournalFilter().query).text == "/journal")
        #expect(SitePath.journal(JournalFilter().query, isExport: true).text == "/journal/export")
    }

    @Test func `each family of the list names the actions that stand under it`() {
        let table = [
            "demandes": "request", "sessions": "session", "acces": "access", "listes": "worklist", "journal": "journal",
            "cotation": "billing",
        ]
        #expect(JournalFilter.Family.allCases.count == table.count)
        for family in JournalFilter.Family.allCases { #expect(family.stem == table[family.rawValue]) }
    }

    @Test func `what is no family, no result and no day filters nothing, and a wrong day says so at its field`() {
        let filter = JournalFilter(
            FormFields([("famille", "request"), ("resultat", "done'--"), ("du", "31/02/2026"), ("au", "demain")]))
        #expect(filter.question == JournalQuestion())
        #expect(filter.faults.map(\.field) == ["du", "au"])
        #expect(JournalFilter(FormFields([("qui", String(repeating: "a", count: 5_000))])).who.count == 100)
    }

    @Test func `an exact time says the second, and its file form the offset of the day`() {
        let winter = PageClock.sample.now + .milliseconds(5_042)
        #expect(PageClock.sample.stamp(winter) == "23/11/2026 à 14:20:05")
        #expect(PageClock.sample.iso(winter) == "2026-11-23T14:20:05.042+01:00")
        #expect(PageClock.sample.iso(winter - .days(120)) == "2026-07-26T15:20:05.042+02:00")
    }
}

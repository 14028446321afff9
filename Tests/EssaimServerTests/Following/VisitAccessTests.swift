import EssaimDomain
import EssaimTestSupport
import Testing

/// The doors of a patient to be seen, which the matrix leaves closed.
@Suite struct VisitAccessTests {
    /// Written by hand: who may look at a patient to be seen, and act.
    private static let mayBook: Set<Knocker> = [.senior, .secretary]

    @Test(arguments: Knocker.allCases)
    func `the doors of a patient to be seen open to who answered and to the secretary`(_ knocker: Knocker) async throws
    {
        try await ServedTown.open { town in
            try await town.keep(
                .sample(.answered, visit: Visit(since: .sample, before: CivilDate(year: 2026, month: 12, day: 3))))
            let browser = try await knocker.browser(in: town)
            let mayBook = Self.mayBook.contains(knocker)
            let refused = knocker.isKnown ? 404 : 401
            let page = try await browser.get("/a-voir/request")
            #expect(page.status == (mayBook ? 200 : refused))
            if !mayBook { #expect(!page.source.contains("Rozenn") && !page.text.contains("FICTIVE")) }
            let before = try await town.stored("request")
            for act in ["rendez-vous", "vu", "non-venu", "injoignable", "plus-necessaire"] {
                let answer = try await browser.act("/a-voir/request/\(act)", key: act, version: 99)
                #expect(answer.status == (mayBook ? 409 : refused), "\(act)")
            }
            #expect(try await town.stored("request") == before)
            #expect(try await browser.get("/a-voir/nowhere").status == refused)
        }
    }
}

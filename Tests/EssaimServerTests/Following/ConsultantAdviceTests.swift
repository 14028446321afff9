import EssaimDomain
import EssaimTestSupport
import Testing

/// *Avis ponctuel de consultant*: until when it may be billed, said where the visit stands.
@Suite struct ConsultantAdviceTests {
    private static let before = CivilDate(year: 2026, month: 12, day: 3)

    @Test func `a consultant's advice may be billed for three months, when the médecin traitant asked`() async throws {
        try await ServedTown.open { town in
            var content = RequestContent.sample
            content.treatingDoctor = .requester
            try await town.keep(
                .sample(
                    .answered, id: "theirs", rank: 2, content: content,
                    answer: AnswerContent(text: "Oui.", orientation: .plannedConsultation, seeBefore: Self.before),
                    visit: Visit(since: .sample, before: Self.before)))
            try await town.keep(.sample(.answered, visit: Visit(since: .sample, before: Self.before)))
            try await town.keep(.sample(.answered, id: "unseen", rank: 3, content: content))
            let words = "Avis ponctuel de consultant possible jusqu’au 23 février 2027"
            for (id, isSaid) in [("theirs", true), ("request", false), ("unseen", false)] {
                for person in [Person.senior, .asker] {
                    let page = try await town.browser(of: person).get("/demandes/\(id)")
                    #expect(page.text.contains(words) == isSaid, "\(id)")
                }
            }
        }
    }
}

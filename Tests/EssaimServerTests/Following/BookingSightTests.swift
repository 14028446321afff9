import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Who books is decided twice, by the store and at the door: each by itself.
@Suite struct BookingSightTests {
    private static let before = CivilDate(year: 2026, month: 12, day: 3)
    private static let content = AnswerContent(
        text: "AVIS-4711", orientation: .plannedConsultation, seeBefore: before)

    @Test func `the store gives a visit to no secretary of another network, nor to one who was`() async throws {
        try await ServedTown.open { town in
            try await town.keep(
                .sample(.answered, answer: Self.content, visit: Visit(since: .sample, before: Self.before)))
            let former = Person.sample("former-secretary", "Kerloin", "Ewen", .none)
            try await town.server.store.write { tx in
                try Town.open(former, in: tx)
                try tx.join(former.id, network: Network.sample.id, as: .secretary, status: .ended)
                try tx.join(Person.elsewhere.id, network: Network.other.id, as: .secretary, status: .active)
            }
            for (person, isGiven) in [(Person.secretary, true), (.elsewhere, false), (former, false)] {
                let found = try await town.server.store.read { reader in
                    [
                        try reader.request("request", bookableBy: person.id) != nil,
                        try reader.visit("request", of: person.id) != nil,
                        try !reader.visitMatters(["request"], bookableBy: person.id).isEmpty,
                        try !reader.visits(of: person.id, after: nil, limit: 9).isEmpty,
                    ]
                }
                #expect(found == Array(repeating: isGiven, count: 4), "\(person.id)")
            }
        }
    }

    @Test func `who validated an earlier version, and not the one that stands, books nobody`() async throws {
        try await ServedTown.open { town in
            try await town.keep(Self.validatedTwice)
            #expect(try await town.browser(of: .senior).get("/a-voir/request").status == 200)
            let second = try await town.browser(of: .second)
            #expect(try await second.get("/demandes/request").status == 200)
            #expect(try await second.get("/a-voir/request").status == 404)
            #expect(try await second.act("/a-voir/request/vu", key: "k", version: 3).status == 404)
        }
    }

    /// A junior's answer, validated by one senior, then amended and validated by another.
    private static var validatedTwice: AdviceRequest {
        let junior = Person.junior.id
        let base = AdviceRequest.sample(.answered, holder: junior, isJunior: true, answer: content)
        let answers = [(Person.second, 1), (Person.senior, 2)].map { senior, version in
            Answer(
                version: version, content: content, expert: junior, validatedBy: senior.id,
                sentAt: .sample + .hours(version))
        }
        return AdviceRequest(
            id: base.id, number: base.number, kind: base.kind, network: base.network, structure: base.structure,
            version: base.version, state: base.state, requester: base.requester, author: base.author,
            route: base.route, patient: base.patient, content: base.content, consent: base.consent,
            createdAt: base.createdAt, submittedAt: base.submittedAt, clock: base.clock, takenAt: base.takenAt,
            answeredAt: base.answeredAt, assignments: base.assignments, answers: answers,
            visit: Visit(since: .sample, before: before))
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

/// What a secretary is to a demand: who gives its patient an appointment, in their own network.
struct SecretaryRelationTests {
    private func relations(in network: Network, to request: AdviceRequest) -> Set<Relation> {
        Caller(
            person: .secretary, structures: [], pools: [],
            networks: [.init(network: network.id, role: .secretary)]
        ).relations(to: request)
    }

    @Test func `a secretary is something to a patient to be seen of their network, and to nothing else`() {
        let visit = Visit(since: .sample, before: CivilDate(year: 2026, month: 12, day: 3))
        #expect(relations(in: .sample, to: .sample(.answered, visit: visit)) == [.secretary])
        #expect(relations(in: .other, to: .sample(.answered, visit: visit)).isEmpty)
        for state in RequestState.allCases {
            #expect(relations(in: .sample, to: .sample(state)).isEmpty, "\(state)")
        }
    }
}

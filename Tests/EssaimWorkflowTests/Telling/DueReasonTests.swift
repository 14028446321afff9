import EssaimDomain
import EssaimTestSupport
import Testing

@testable import EssaimWorkflow

/// What a watch found is looked at again where it is told.
@Suite struct DueReasonTests {
    @Test func `a demand that is not late yet, or was answered since, is told late to nobody`() async throws {
        try await World.with { world in
            let taken = AdviceRequest.sample(.taken, id: "taken")
            let answered = AdviceRequest.sample(.answered, id: "answered", rank: 2)
            try await world.store.write { tx in for request in [taken, answered] { try tx.insert(request) } }
            let told = try await world.store.write { tx in
                let soon = try NoticeLeaving(tx, of: Network.sample.id, by: [.mail], at: .sample + .hours(1))
                let late = try NoticeLeaving(tx, of: Network.sample.id, by: [.mail], at: .sample + .days(60))
                return [
                    try OverdueStage.due.tell(taken, soon), try OverdueStage.due.tell(answered, late),
                    try OverdueStage.due.tell(taken, late), try OverdueStage.due.tell(taken, late),
                ]
            }
            #expect(told == [false, false, true, false])
        }
    }
}

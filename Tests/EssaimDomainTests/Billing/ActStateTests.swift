import EssaimDomain
import Testing

@Suite struct ActStateTests {
    private static let own: [(ActState, ActMove, ActStep)] = [
        (.open, .bill, ActStep(.billed)), (.open, .waive, ActStep(.waived)), (.billed, .reopen, ActStep(.open)),
        (.waived, .reopen, ActStep(.open)),
    ]

    private static let claimed: [(ActState, ActMove, ActStep)] = [
        (.open, .waive, ActStep(.waived)), (.waived, .reopen, ActStep(.open)), (.batched, .bill, ActStep(.billed)),
        (.batched, .reject, ActStep(.rejected)), (.billed, .reject, ActStep(.rejected)),
        (.billed, .reopen, ActStep(.batched)), (.rejected, .reopen, ActStep(.batched)),
        (.rejected, .retry, ActStep(.open, .replacement)), (.rejected, .withdraw, ActStep(.waived)),
        (.batched, .withdraw, ActStep(.reversed, .reversal)), (.billed, .withdraw, ActStep(.reversed, .reversal)),
    ]

    @Test func `an act moves as the table says, and no other way`() {
        for state in ActState.allCases {
            for move in ActMove.allCases {
                #expect(state.own(move) == Self.own.first { $0.0 == state && $0.1 == move }?.2, "\(state) \(move)")
                #expect(
                    state.claimed(move) == Self.claimed.first { $0.0 == state && $0.1 == move }?.2, "\(state) \(move)")
            }
        }
    }

    @Test func `a corrected identity takes back what was exported, and reopens what was billed`() {
        #expect(ActState.billed.corrected(isClaimed: false) == ActStep(.open))
        #expect(ActState.waived.corrected(isClaimed: false) == nil)
        #expect(ActState.batched.corrected(isClaimed: true) == ActStep(.open, .reversal))
        #expect(ActState.billed.corrected(isClaimed: true) == ActStep(.open, .reversal))
        #expect(ActState.rejected.corrected(isClaimed: true) == ActStep(.open, .replacement))
        for state in [ActState.open, .waived, .reversed] { #expect(state.corrected(isClaimed: true) == nil) }
    }
}

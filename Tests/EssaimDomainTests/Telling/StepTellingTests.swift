import EssaimDomain
import EssaimTestSupport
import Testing

/// Whom each step speaks to, and of what: written by hand from « Who is asked, and the guaranteed answer ».
@Suite struct StepTellingTests {
    private static let north = Telling.Audience.pool(Pool.north.id)
    private static let south = Telling.Audience.pool(Pool.south.id)
    private static let coordinator = Telling.Audience.network(Network.sample.id, .coordinator)
    private static let asking: Set<Telling.Audience> = [.person("asker")]
    private static let found = Telling.Finding(neighbours: Pool.south.id, fallback: Pool.south.id, onDuty: ["second"])

    /// The standard steps of what is owed on a demand, in order: event and audience.
    private func told(_ owed: Owed, of request: AdviceRequest, holder: GuaranteeContext.Holder = .present) -> [Telling]
    {
        let context = GuaranteeContext(plan: .standard, local: LocalTime(), holder: holder)
        let steps = Guarantee(of: request, in: context).obligations.first { $0.owed == owed }?.steps ?? []
        return steps.map { Telling.step($0, of: request, Self.found) }
    }

    @Test func `an answer that nobody gives`() {
        let waiting = told(.answer, of: .sample(.submitted, reached: ["pool-third"]))
        #expect(waiting.map(\.event) == [.reminded, .widened, .alerted, .overdue])
        #expect(
            waiting.map(\.audience) == [
                [Self.north, .pool("pool-third")], [Self.south], [Self.coordinator, .person("second")],
                Self.asking.union([Self.south, Self.coordinator]),
            ])
        #expect(waiting.allSatisfy { !$0.isPressing })
        let taken = told(.answer, of: .sample(.taken, urgency: .urgent))
        #expect(taken.map(\.event) == [.reminded, .alerted, .overdue] && taken.allSatisfy(\.isPressing))
        #expect(taken.first?.audience == [.person("senior")])
        let junior = told(.answer, of: .sample(.taken, isJunior: true, held: .awaitingValidation))
        #expect(junior.first?.audience == [.seniors(Pool.north.id)])
    }

    @Test func `a holder who is silent, or away`() {
        let silent = told(.progress, of: .sample(.taken))
        #expect(silent.map(\.event) == [.reminded, .handedBack])
        #expect(silent.map(\.audience) == [[.person("senior")], [Self.north, .person("second"), .person("senior")]])
        let gone = told(.presence, of: .sample(.taken), holder: .gone)
        #expect(gone.map(\.event) == [.handedBack] && gone.map(\.audience) == [[Self.north, .person("second")]])
    }

    @Test func `a question that nobody answers, an answer that nobody reads`() {
        let asked = told(.information, of: .sample(.awaitingInformation))
        #expect(asked.allSatisfy { $0.event == .informationAwaited })
        #expect(
            asked.map(\.audience) == [
                Self.asking, [Self.coordinator], Self.asking.union([Self.coordinator, .person("senior")]),
            ])
        let unread = told(.reading, of: .sample(.answered, isUnread: true))
        #expect(unread.allSatisfy { $0.event == .unread })
        #expect(
            unread.map(\.audience) == [
                Self.asking, [.structure(Structure.practice.id)], [Self.coordinator, .person("senior")],
            ])
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

/// What is due after an answer, and who is told: written by hand from `docs/architecture.md`, « Being told ».
@Suite struct FollowUpTellingTests {
    private static let before = CivilDate(year: 2026, month: 12, day: 3)

    private static func toBeSeen(
        _ orientation: Orientation = .plannedConsultation, on appointment: Visit.Appointment? = nil,
        end: Visit.End? = nil
    ) -> AdviceRequest {
        let answer = AnswerContent(text: "À revoir.", orientation: orientation, seeBefore: before)
        let visit = Visit(since: .sample, before: before, appointment: appointment, end: end)
        return .sample(.answered, answer: answer, visit: visit)
    }

    private func told(_ reason: FollowUp.Reason, of request: AdviceRequest) -> Telling? {
        request.followUps(in: .centralEuropean).first { $0.reason == reason }.flatMap { Telling.due($0, of: request) }
    }

    private static let booking: Set<Telling.Audience> = [.person("senior"), .network(Network.sample.id, .secretary)]

    @Test func `what nobody read is the guarantee's to tell`() {
        for request in [AdviceRequest.sample(.answered, isUnread: true), .sample(.declined, isUnread: true)] {
            #expect(told(.unread, of: request) == nil && request.readDueAt != nil)
        }
    }

    @Test func `a visit that waits is told to who answered and to the secretaries, and never at night`() {
        for orientation in [Orientation.plannedConsultation, .quickConsultation] {
            let request = Self.toBeSeen(orientation)
            #expect(told(.unbooked, of: request) == Telling(.unbooked, to: Self.booking, isPressing: false))
            #expect(told(.unseen, of: request) == Telling(.unseen, to: Self.booking, isPressing: false))
        }
        let appointment = Visit.Appointment(at: .sample + .days(3), place: "Lannion", with: "Dr Guivarch")
        let booked = Self.toBeSeen(on: appointment)
        #expect(told(.unbooked, of: booked) == nil && told(.unseen, of: booked) != nil)
        #expect(told(.unseen, of: Self.toBeSeen(on: appointment, end: .seen)) == nil)
    }

    @Test func `what Essaim archives by itself is told to nobody`() {
        let request = AdviceRequest.sample(.answered, isUnread: true)
        #expect(request.archiveDueAt != nil && told(.unclosed, of: request) == nil)
    }

    /// In hours after UTC's midnight before 3 December: Paris is an hour ahead, Guadeloupe four behind.
    @Test func `a watch looks by the days of UTC, and asks the network's own`() throws {
        let request = Self.toBeSeen()
        let midnight = OffsetRules.fixed(seconds: 0).instant(of: CivilDateTime(startOf: try #require(Self.before)))
        #expect(request.watchedAt(.unseen) == midnight)
        let half = try #require(request.watchedAt(.unbooked))
        #expect((midnight - half).milliseconds == (half - .sample).milliseconds)
        let due: (OffsetRules) -> Instant? = { rules in
            request.followUps(in: rules).first { $0.reason == .unseen }?.dueAt
        }
        #expect(due(.centralEuropean) == midnight - .hours(1))
        #expect(due(.fixed(seconds: -4 * 3600)) == midnight + .hours(4))
        #expect(AdviceRequest.sample(.answered, isUnread: true).watchedAt(.unread) == .sample + .hours(1) + .days(5))
    }

    @Test func `what is over is told to nobody, and only visits to who books`() {
        let matter: (Bool, Bool, Bool) -> TellingMatter = { news, unbooked, toBeSeen in
            TellingMatter(
                request: "request", number: .sample(1), line: "Dermatologie", urgency: .routine, state: .answered,
                dueAt: nil, isUnread: false, holder: "senior", offsets: .centralEuropean, hasNews: news,
                isUnbooked: unbooked, isToBeSeen: toBeSeen)
        }
        let rows: [(TellingEvent, TellingMatter, TellingMatter)] = [
            (.visitNews, matter(true, false, false), matter(false, true, true)),
            (.unbooked, matter(false, true, true), matter(true, false, true)),
            (.unseen, matter(false, false, true), matter(true, true, false)),
        ]
        for (event, waits, isOver) in rows {
            #expect(waits.awaits(event, telling: "asker", at: .sample), "\(event)")
            #expect(!isOver.awaits(event, telling: "asker", at: .sample), "\(event)")
        }
        #expect(TellingEvent.allCases.filter(\.isOfVisit) == [.unbooked, .unseen])
    }
}

import EssaimDomain
import EssaimTestSupport
import Testing

/// What must not be forgotten after an answer, and when.
struct FollowUpTests {
    private func answered(
        _ urgency: Urgency, _ orientation: Orientation = .managedRemotely, _ gravity: Gravity? = nil
    ) -> AdviceRequest {
        let content = AnswerContent(text: "Oui.", orientation: orientation, gravity: gravity)
        return AdviceRequest.sample(.answered, urgency: urgency, isUnread: true).with(answers: [
            Answer(version: 1, content: content, expert: Person.senior.id, sentAt: .sample)
        ])
    }

    /// Written by hand: hours.
    private static let delays: [(Urgency, Orientation, Gravity?, Int)] = [
        (.urgent, .managedRemotely, nil, 4), (.priority, .managedRemotely, nil, 24),
        (.routine, .managedRemotely, nil, 120), (.routine, .plannedConsultation, .benign, 120),
        (.routine, .furtherTests, .serious, 120), (.routine, .quickConsultation, nil, 4),
        (.routine, .dayHospital, nil, 4), (.routine, .directAdmission, nil, 4),
        (.priority, .emergencyDepartment, nil, 4),
        (.routine, .managedRemotely, .suspectedCancer, 4), (.priority, .plannedConsultation, .suspectedCancer, 4),
        (.routine, .teleconsultation, nil, 120), (.routine, .pathway, .watch, 120),
    ]

    @Test(arguments: delays)
    func `an unread answer is late after a delay that its urgency and its orientation set`(
        urgency: Urgency, orientation: Orientation, gravity: Gravity?, hours: Int
    ) throws {
        let request = answered(urgency, orientation, gravity)
        #expect(request.unreadSince == .sample && request.readDueAt == .sample + .hours(hours))
        let due = try #require(request.followUps(in: .centralEuropean).first { $0.reason == .unread })
        #expect(due.dueAt == .sample + .hours(hours) && due.since == .sample)
        #expect(due.audience == [.requester, .colleagues, .coordinator, .expert])
        #expect(due.isPressing == (hours == 4))
    }

    @Test func `a decline presses as much as what was asked, whatever was answered before`() throws {
        let declined = try answered(.priority, .emergencyDepartment).after([
            (.only(.asker, as: .asker), .sample(.followUp)), (.only(.holder), .sample(.decline)),
        ])
        #expect(declined.state == .declined && declined.isUnread)
        #expect(declined.readDueAt == .sample + .minutes(1) + .hours(24))
    }

    @Test(arguments: [Action.read, .recordPatientTold, .close, .followUp])
    func `whoever reads it ends the delay`(action: Action) throws {
        let read = try answered(.urgent).decide(.sample(action), by: .only(.asker, as: .asker), in: .sample()).get()
        #expect(read.request.readDueAt == nil && read.request.unreadSince == nil)
        #expect(!read.request.followUps(in: .centralEuropean).contains { $0.reason == .unread })
    }

    @Test func `an erratum starts the delay again, from its own moment`() throws {
        let later = Instant.sample + .days(3)
        let erratum = try AdviceRequest.sample(.closed).decide(
            .sample(.erratum), by: .only(.holder), in: .sample(now: later)
        ).get().request
        #expect(erratum.unreadSince == later && erratum.readDueAt == later + .days(5))
    }

    @Test func `an answer is archived at sixty days, a decline if nobody read it, the rest never`() throws {
        #expect(answered(.urgent).archiveDueAt == .sample + .days(60))
        #expect(AdviceRequest.sample(.declined, isUnread: true).archiveDueAt == .sample + .hours(1) + .days(60))
        #expect(AdviceRequest.sample(.declined).archiveDueAt == nil)
        for state in RequestState.allCases where state != .answered && state != .declined {
            #expect(AdviceRequest.sample(state, isUnread: true).archiveDueAt == nil, "\(state)")
        }
        let amended = try answered(.routine).decide(
            .sample(.amend), by: .only(.holder), in: .sample(now: .sample + .days(59))
        ).get().request
        #expect(amended.archiveDueAt == .sample + .days(119))
    }

    @Test func `the engine archives nothing before its day`() throws {
        let request = answered(.routine)
        let due = Instant.sample + .days(60)
        let early = request.decide(.archiveUnclosed, by: .engine, in: .sample(now: due - .milliseconds(1)))
        #expect(early == .failure(.notNow(.answered)))
        let archived = try request.decide(.archiveUnclosed, by: .engine, in: .sample(now: due)).get().request
        #expect(archived.state == .closed && archived.loop.archivedUnclosedAt == due)
        #expect(!archived.isUnread && archived.loop.readAt == nil && archived.loop.closedAt == nil)
        #expect(archived.archiveDueAt == nil && archived.followUps(in: .centralEuropean).isEmpty)
        let again = archived.decide(.archiveUnclosed, by: .engine, in: .sample(now: due + .days(99)))
        #expect(again == .failure(.notNow(.closed)))
    }

    @Test func `a decline that nobody read stays a decline`() throws {
        let archived = try AdviceRequest.sample(.declined, isUnread: true).decide(
            .archiveUnclosed, by: .engine, in: .sample(now: .sample + .days(61))
        ).get().request
        #expect(archived.state == .declined && !archived.isUnread && archived.loop.archivedUnclosedAt != nil)
    }

    @Test func `what one would have done otherwise is kept in its code`() throws {
        let closed = try AdviceRequest.sample(.answered).decide(
            .close(.followed, otherwise: .emergency, remark: ""), by: .only(.asker, as: .asker), in: .sample()
        ).get().request
        #expect(closed.loop.otherwise == .emergency && closed.loop.advice == .followed)
    }
}

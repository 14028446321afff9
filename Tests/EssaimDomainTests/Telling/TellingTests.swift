import EssaimDomain
import EssaimTestSupport
import Testing

/// Who is told of which act: written by hand from `docs/architecture.md`, « Being told ».
@Suite struct TellingTests {
    typealias Row = (
        action: Action, before: AdviceRequest, after: AdviceRequest, event: TellingEvent?,
        to: Set<Telling.Audience>, isPressing: Bool
    )

    static let asking: Set<Telling.Audience> = [.person("asker")]
    static let holder: Set<Telling.Audience> = [.person("senior")]
    static let pool: Set<Telling.Audience> = [.pool(Pool.north.id)]

    static func sample(_ state: RequestState, _ urgency: Urgency = .routine) -> AdviceRequest {
        .sample(state, urgency: urgency)
    }

    /// Answered, the patient to be seen before so many days from Monday 23 November 2026.
    static func answered(seenWithin days: Int) -> AdviceRequest {
        let content = AnswerContent(
            text: "À revoir.", orientation: .quickConsultation, seeBefore: CivilDate("2026-11-23")?.adding(days: days))
        return sample(.answered).with(
            answers: [Answer(version: 1, content: content, expert: "senior", sentAt: .sample)])
    }

    /// Proposed to another expert of the pool.
    static let named = sample(.submitted).with(assignments: [
        Assignment(id: "a", expert: "second", state: .proposed, since: .sample)
    ])

    static let rows: [Row] = [
        (.take, sample(.submitted), sample(.taken), .taken, asking, false),
        (.take, sample(.submitted, .urgent), sample(.taken, .urgent), .taken, asking, true),
        (.take, sample(.submitted, .priority), sample(.taken, .priority), .taken, asking, false),
        (.askInformation, sample(.taken), sample(.awaitingInformation), .informationAsked, asking, false),
        (.answer, sample(.taken), sample(.answered), .answered, asking, false),
        (.answer, sample(.taken, .urgent), sample(.answered, .urgent), .answered, asking, true),
        (.validate, sample(.taken), sample(.answered), .answered, asking, false),
        (.answer, sample(.taken), answered(seenWithin: 4), .patientToBeSeen, asking, false),
        (.answer, sample(.taken), answered(seenWithin: 3), .patientToBeSeen, asking, true),
        (.answer, sample(.taken), answered(seenWithin: -1), .patientToBeSeen, asking, true),
        (.amend, sample(.answered), sample(.answered), .corrected, asking, false),
        (.erratum, sample(.closed), sample(.closed), .corrected, asking, false),
        (.decline, sample(.taken), sample(.declined), .declined, asking, false),
        (.giveInformation, sample(.awaitingInformation), sample(.taken), .informationGiven, holder, false),
        (.followUp, sample(.answered), sample(.taken), .followUpAsked, holder, false),
        (.correctIdentity, sample(.taken), sample(.taken), .identityCorrected, holder, false),
        (.correctIdentity, sample(.answered, .urgent), sample(.answered, .urgent), .identityCorrected, holder, true),
        (.correctIdentity, sample(.submitted), sample(.submitted), .identityCorrected, [], false),
        (.withdrawAttachment, sample(.taken), sample(.taken), .fileWithdrawn, holder, false),
        (.assign, sample(.submitted), named, .proposed, [.person("second")], false),
        (.reassign, sample(.taken), named, .proposed, [.person("second")], false),
        (.submit, sample(.draft, .urgent), sample(.submitted, .urgent), .newUrgent, pool, true),
        (.release, sample(.taken, .urgent), sample(.submitted, .urgent), .newUrgent, pool, true),
        (.reorient, sample(.submitted, .urgent), sample(.submitted, .urgent), .newUrgent, pool, true),
        (.raiseUrgency, sample(.submitted), sample(.submitted, .urgent), .newUrgent, pool, true),
        (.changeUrgency, sample(.submitted), sample(.submitted, .urgent), .newUrgent, pool, true),
        (.bookVisit, sample(.answered), sample(.answered), .visitNews, asking, false),
        (.recordSeen, sample(.answered, .urgent), sample(.answered, .urgent), .visitNews, asking, false),
        (.recordMissed, sample(.answered), sample(.answered), .visitNews, asking, false),
        (.recordUnreachable, sample(.closed), sample(.closed), .visitNews, asking, false),
        (.endVisit, sample(.answered), answered(seenWithin: 1), .visitNews, asking, false),
        // Told already, or nothing that cannot wait for the lists.
        (.changeUrgency, sample(.submitted, .urgent), sample(.submitted, .urgent), nil, [], false),
        (.changeUrgency, sample(.submitted, .urgent), sample(.submitted), nil, [], false),
        (.submit, sample(.draft), sample(.submitted), nil, [], false),
        (.submit, sample(.draft, .priority), sample(.submitted, .priority), nil, [], false),
        (.release, sample(.taken), sample(.submitted), nil, [], false),
        (.edit, sample(.draft), sample(.draft), nil, [], false),
        (.draftAnswer, sample(.taken, .urgent), sample(.taken, .urgent), nil, [], false),
        (.read, sample(.answered), sample(.answered), nil, [], false),
        (.close, sample(.answered), sample(.closed), nil, [], false),
        (.add, sample(.taken), sample(.taken), nil, [], false),
        (.attach, sample(.taken, .urgent), sample(.taken, .urgent), nil, [], false),
        (.cancel, sample(.taken), sample(.cancelled), nil, [], false),
    ]

    @Test func `each act tells whom it must, and presses when it must`() throws {
        let today = try Wall.day("2026-11-23")
        for row in Self.rows {
            let told = Telling.after(row.action, from: row.before, to: row.after, on: today)
            let which = "\(row.action) \(row.before.content.urgency)"
            #expect(told?.event == row.event, "\(which)")
            #expect(told?.audience ?? [] == row.to, "\(which)")
            #expect(told?.isPressing ?? false == row.isPressing, "\(which)")
        }
    }

    @Test func `a delegate who typed it is told with who asks`() {
        var request = Self.sample(.answered)
        request.author = "delegate"
        let told = Telling.after(.answer, from: Self.sample(.taken), to: request, on: CivilDate(dayNumber: 20000))
        #expect(told?.audience == [.person("asker"), .person("delegate")])
    }

    @Test func `a demand that goes to people by name is told to them, and an urgent one to every pool that it reached`()
    {
        let proposed = AdviceRequest.sample(.submitted, holder: "second", held: .proposed, urgency: .urgent)
        #expect(Telling.proposed(proposed) == Telling(.proposed, to: [.person("second")], isPressing: true))
        let reached = AdviceRequest.sample(.submitted, urgency: .urgent, reached: [Pool.south.id])
        let told = Telling.after(.release, from: reached, to: reached, on: CivilDate(dayNumber: 20000))
        #expect(told?.audience == [.pool(Pool.north.id), .pool(Pool.south.id)])
    }

    /// The states in which an event is still worth telling; s submitted, t taken, w awaiting, a answered, c closed.
    @Test(arguments: [
        (TellingEvent.taken, "tw"), (.informationAsked, "w"), (.newUrgent, "s"), (.proposed, "s"),
        (.informationGiven, "t"), (.followUpAsked, "t"), (.overdue, "st"),
        (.identityCorrected, "stwacd"), (.fileWithdrawn, "stwacd"), (.reminded, "st"), (.alerted, "st"),
        (.widened, "s"), (.handedBack, "s"), (.informationAwaited, "w"), (.unacknowledged, "a"),
    ])
    func `what is over is told to nobody`(event: TellingEvent, states: String) {
        let all: [(Character, RequestState)] = [
            ("s", .submitted), ("t", .taken), ("w", .awaitingInformation), ("a", .answered), ("c", .closed),
            ("d", .declined), ("x", .cancelled),
        ]
        for (letter, state) in all {
            let matter = Self.matter(state, isUnread: false)
            #expect(
                matter.awaits(event, telling: "senior", at: .sample + .hours(2)) == states.contains(letter),
                "\(event) \(state)")
        }
        #expect(!Self.matter(.taken, isUnread: false).awaits(.informationGiven, telling: "second", at: .sample))
        #expect(!Self.matter(.taken, isUnread: false).awaits(.overdue, telling: "senior", at: .sample))
    }

    @Test(arguments: [TellingEvent.answered, .patientToBeSeen, .corrected, .declined, .unread])
    func `what was read is told to nobody`(event: TellingEvent) {
        #expect(Self.matter(.answered, isUnread: true).awaits(event, telling: "asker", at: .sample))
        #expect(!Self.matter(.answered, isUnread: false).awaits(event, telling: "asker", at: .sample))
    }

    private static func matter(_ state: RequestState, isUnread: Bool) -> TellingMatter {
        TellingMatter(
            request: "request", number: .sample(1), line: "Dermatologie", urgency: .routine, state: state,
            dueAt: .sample + .hours(1), isUnread: isUnread, holder: "senior", offsets: .centralEuropean)
    }
}

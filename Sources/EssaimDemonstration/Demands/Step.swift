import EssaimDomain

/// What someone did to a demand, and when.
struct Step: Sendable {
    /// The commands as a table of scenes writes them; people by their login.
    enum Deed: Sendable {
        case send
        case take, release(String), setAside(String), assign(String)
        case ask(String), give(String), add(String)
        case beginAnswer(String)
        case answer(Advice), submitForValidation(Advice), validate(Advice)
        case decline(String, otherWay: String)
        case read, told, close(Loop.Advice?, String), followUp(String), cancel(String)
        case raise(Urgency, String)
        /// So many days later, at that hour, where.
        case book(Int, String, at: String, with: String)
        case seen, unreachable(String), noVisit(String)
    }

    struct Advice: Sendable {
        let text: String
        let orientation: Orientation
        let limits: String
        /// Days from the answer to the day before which the patient is to be seen.
        let seenWithin: Int?

        init(_ text: String, _ orientation: Orientation, limits: String = "", seenWithin: Int? = nil) {
            self.text = text
            self.orientation = orientation
            self.limits = limits
            self.seenWithin = seenWithin
        }
    }

    /// A time before now.
    enum Ago: Sendable {
        case minutes(Int)
        case hours(Double)
        /// So many days ago, at that time of the day on the network's clocks.
        case days(Int, Int, Int)

        func instant(before now: Instant, _ offsets: OffsetRules) -> Instant {
            switch self {
            case .minutes(let count): return now - .minutes(count)
            case .hours(let count): return now - .milliseconds(Int64(count * 3_600_000))
            case .days(let count, let hour, let minute):
                let day = offsets.civil(at: now).date.adding(days: -count)
                guard let civil = CivilDateTime(day, hour: hour, minute: minute) else { return now - .days(count) }
                return offsets.instant(of: civil)
            }
        }
    }

    /// Login; nil for who asks.
    let who: String?
    let ago: Ago
    let deed: Deed

    init(_ who: String, _ ago: Ago, _ deed: Deed) {
        self.who = who
        self.ago = ago
        self.deed = deed
    }

    /// By who asks.
    init(_ ago: Ago, _ deed: Deed) {
        who = nil
        self.ago = ago
        self.deed = deed
    }
}

extension Step.Deed {
    /// The command, for someone who does it at that time.
    func command(on day: CivilDate, at instant: Instant, in cast: Cast) -> Command {
        switch self {
        case .send: .submit
        case .take: .take
        case .release(let reason): .release(reason: reason)
        case .setAside(let reason): .setAside(reason: reason)
        case .assign(let login): .assign(cast.people[login]?.id ?? Identifier(login))
        case .ask(let text): .askInformation(text: text)
        case .give(let text): .giveInformation(text: text)
        case .add(let text): .add(text: text)
        case .beginAnswer(let text): .draftAnswer(AnswerContent(text: text, orientation: nil))
        case .answer(let advice): .answer(advice.content(on: day))
        case .submitForValidation(let advice): .submitForValidation(advice.content(on: day))
        case .validate(let advice): .validate(advice.content(on: day))
        case .decline(let reason, let otherWay): .decline(reason: reason, anotherWay: otherWay)
        case .read: .read
        case .told: .recordPatientTold(at: instant)
        case .close(let advice, let remark): .close(advice, remark: remark)
        case .followUp(let question): .followUp(question: question)
        case .cancel(let reason): .cancel(reason: reason)
        case .raise(let urgency, let reason): .raiseUrgency(urgency, reason: reason)
        case .book(let days, let time, let place, let expert):
            .bookVisit(
                TypedAppointment(day: day.adding(days: days).description, time: time, place: place, with: expert))
        case .seen: .recordSeen(on: "")
        case .unreachable(let tries): .recordUnreachable(tries: tries)
        case .noVisit(let reason): .endVisit(reason: reason)
        }
    }
}

extension Step.Advice {
    fileprivate func content(on day: CivilDate) -> AnswerContent {
        AnswerContent(
            text: text, orientation: orientation, limits: limits, seeBefore: seenWithin.map { day.adding(days: $0) })
    }
}

/// A demand of a regulated line: a regulator or a coordinator looks at it before any expert does. What is urgent is passed
/// on as it is sent; what nobody looks at is passed on by itself (`passesOnAt`): regulation delays, and loses nothing.
public struct Triage: Sendable, Equatable, Codable {
    /// Whoever looks at it now: for a while nobody else does, so that two never triage the same demand.
    public struct Claim: Sendable, Equatable, Codable {
        public let by: Identifier<Person>
        public let until: Instant

        public init(by: Identifier<Person>, until: Instant) {
            self.by = by
            self.until = until
        }
    }

    public let since: Instant
    public internal(set) var claim: Claim?
    /// When the pool got it; nil while it waits, or when it ended before.
    public internal(set) var passedOnAt: Instant?

    public init(since: Instant, claim: Claim? = nil, passedOnAt: Instant? = nil) {
        self.since = since
        self.claim = claim
        self.passedOnAt = passedOnAt
    }

    /// What is urgent goes to its experts at once, and the regulator sees it too.
    static func asked(_ urgency: Urgency, at now: Instant) -> Triage {
        Triage(since: now, passedOnAt: urgency == .urgent ? now : nil)
    }

    public static let claimLasts = Duration.minutes(10)

    /// The claim that holds at that moment.
    public func claim(at now: Instant) -> Claim? { claim.flatMap { $0.until > now ? $0 : nil } }

    /// When a demand that nobody triages goes to its pool: at that share of its time limit, in percent.
    public func passesOnAt(_ share: Int, of clock: AnswerClock, in local: LocalTime) -> Instant {
        passedOnAt ?? max(since, clock.instant(atShare: share, in: local))
    }
}

/// Demands put together: one structure's, most often about one patient or one nursing home's round.
public enum DemandGroup {}

extension Action {
    /// What is done at the regulated door.
    public static let ofTriage: Set<Action> = [
        .claimTriage, .leaveTriage, .passOn, .askBack, .redirect, .group, .ungroup,
    ]
}

extension AdviceRequest {
    /// No expert has seen it: in no pool's list, nor open to one. It stays so when it ends before it is passed on.
    public var isBeforeTriage: Bool { triage.map { $0.passedOnAt == nil } ?? false }

    /// A regulator or a coordinator has something to do.
    public var awaitsTriage: Bool { isBeforeTriage && state == .submitted }

    /// What the regulated door adds to the transition table: its acts are for a demand that waits there, and for one at a time.
    func isTimelyAtDoor(_ action: Action, by actor: Actor, at now: Instant) -> Bool {
        let claim = isBeforeTriage ? triage?.claim(at: now) : nil
        let isAnothers = claim.map { $0.by != actor.person } ?? false
        return switch action {
        case .claimTriage: awaitsTriage && !isAnothers
        case .leaveTriage: claim != nil && !isAnothers
        case .passOn, .askBack, .redirect: isBeforeTriage && !isAnothers
        case .group: isBeforeTriage && !isAnothers
        case .ungroup: group != nil && !isAnothers
        case .assign, .reorient, .changeUrgency, .decline: !isAnothers
        default: true
        }
    }

    /// The pool gets it.
    mutating func passOn(at now: Instant) {
        guard isBeforeTriage else { return }
        triage?.passedOnAt = now
        triage?.claim = nil
    }

    func triaging(_ command: Command, by actor: Actor, in context: DecisionContext) -> Result<Decision, Refusal> {
        var next = self
        switch command {
        case .claimTriage:
            guard let person = actor.person else { return .failure(.notFound) }
            next.triage?.claim = Triage.Claim(by: person, until: context.now + Triage.claimLasts)
            return .success(Decision(next))
        case .leaveTriage:
            next.triage?.claim = nil
            return .success(Decision(next))
        case .passOn:
            next.clock = clock?.resumed(at: context.now, in: context.localTime)
            next.passOn(at: context.now)
            return .success(Decision(next, says: ""))
        case .askBack(let text):
            next.clock = clock?.paused(at: context.now)
            next.triage?.claim = nil
            return said(text, "text").map { Decision(next, says: $0) }
        case .redirect(let channel, let text):
            guard let way = channel.redirection else {
                let message = "Choisissez vers quoi\u{A0}: téléphone, rendez-vous ou vidéo."
                return .failure(.faults([FieldFault(field: "channel", message: message)]))
            }
            next.clock = clock?.stopped
            next.triage?.claim = nil
            next.becomeUnread(at: context.now)
            next.answeredAt = answeredAt ?? context.now
            return said(text, "text").map { Decision(next, says: way + "\n" + $0) }
        case .group(let group):
            next.group = group
            return .success(Decision(next))
        default:
            next.group = nil
            return .success(Decision(next))
        }
    }
}

extension Offer.Channel.Kind {
    /// Where else a demand is sent, in words; nil for an opinion, which is what it asks already.
    public var redirection: String? {
        switch self {
        case .opinion: nil
        case .telephone: "Par téléphone"
        case .appointment: "Sur rendez-vous"
        case .video: "En vidéo"
        }
    }
}

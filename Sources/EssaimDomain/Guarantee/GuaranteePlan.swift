/// How a network keeps its word: what is done at which share of a time limit, for everything that somebody owes on a demand.
/// Whatever a team writes, the list ends in something: a plan that escalates nothing does not exist.
public struct GuaranteePlan: Sendable, Equatable, Codable {
    /// One thing to be done when that share of the time limit is over, in percent.
    public struct Step: Sendable, Hashable, Codable {
        public let share: Int
        public let act: GuaranteeAct

        /// - Parameter share: brought between 1 and `mostShare`.
        public init(_ share: Int, _ act: GuaranteeAct) {
            self.share = min(max(share, 1), GuaranteePlan.mostShare)
            self.act = act
        }
    }

    /// Where a demand that nobody answered in time leads.
    public struct Fallback: Sendable, Equatable, Codable {
        /// A line of the same network that is told; nil for the telephone alone.
        public var offer: Identifier<Offer>?
        public var phone: String
        /// What the requester is told to do meanwhile, in the team's words.
        public var meanwhile: String

        public init(offer: Identifier<Offer>? = nil, phone: String = "", meanwhile: String = "") {
            self.offer = offer
            self.phone = phone
            self.meanwhile = meanwhile
        }
    }

    /// A line that overrides nothing has the standard steps for each urgency.
    public let answer: [Urgency: [Step]]
    public let progress: [Step]
    public let information: [Step]
    public let reading: [Step]
    public let acknowledgement: [Step]
    public var fallback: Fallback

    public static let mostShare = 1000
    public static let mostSteps = 12

    /// Steps are put in order, each once; acts that mean nothing there are left out; the last resort is added where it lacks.
    public init(
        answer: [Urgency: [Step]] = [:], progress: [Step] = Self.standardProgress,
        information: [Step] = Self.standardInformation, reading: [Step] = Self.standardReading,
        acknowledgement: [Step] = Self.standardAcknowledgement, fallback: Fallback = Fallback()
    ) {
        self.answer = Dictionary(
            uniqueKeysWithValues: Urgency.allCases.map { urgency in
                (urgency, Self.kept(answer[urgency] ?? Self.standardAnswer, of: .answer))
            })
        self.progress = Self.kept(progress, of: .progress)
        self.information = Self.kept(information, of: .information)
        self.reading = Self.kept(reading, of: .reading)
        self.acknowledgement = Self.kept(acknowledgement, of: .acknowledgement)
        self.fallback = fallback
    }

    public static let standard = Self()

    public static let standardAnswer = [
        Step(25, .remind), Step(50, .widen), Step(75, .alert), Step(100, .escalate),
    ]
    /// Of the demand's own time limit, since the holder's last sign.
    public static let standardProgress = [Step(25, .remind), Step(50, .handBack)]
    /// Of the demand's own time limit, since the question was put.
    public static let standardInformation = [Step(25, .remind), Step(50, .alert), Step(100, .escalate)]
    /// Of `FollowUp.readingDelay`.
    public static let standardReading = [Step(50, .remind), Step(75, .tellColleagues), Step(100, .alert)]
    /// Of `acknowledgementDelay`.
    public static let standardAcknowledgement = [Step(50, .remind), Step(100, .alert)]

    /// Within how long a receiving line says that it takes a patient: hospital, emergency, quick visit.
    public static let acknowledgementDelay = Duration.hours(4)

    /// When a demand widens, or the promised hour where the plan widens none: `RoutingDemand.wantedBy`.
    public func widensAt(_ urgency: Urgency, on clock: AnswerClock, in local: LocalTime) -> Instant {
        let share = answer[urgency]?.first { $0.act == .widen }?.share ?? 100
        return clock.instant(atShare: min(share, 100), in: local)
    }

    func steps(for owed: Owed, _ urgency: Urgency) -> [Step] {
        switch owed {
        case .answer: answer[urgency] ?? []
        case .progress: progress
        case .presence: [Step(1, .handBack)]
        case .information: information
        case .reading: reading
        case .acknowledgement: acknowledgement
        }
    }

    private static func kept(_ steps: [Step], of owed: Owed) -> [Step] {
        let known = Set(steps.filter { owed.acts.contains($0.act) })
            .sorted { ($0.share, $0.act.rank) < ($1.share, $1.act.rank) }
        let kept = Array(known.prefix(mostSteps))
        if kept.contains(where: { $0.act == owed.lastResort && $0.share <= 100 }) { return kept }
        let last = Step(100, owed.lastResort)
        return (kept.prefix(mostSteps - 1).filter { $0 != last } + [last])
            .sorted { ($0.share, $0.act.rank) < ($1.share, $1.act.rank) }
    }
}

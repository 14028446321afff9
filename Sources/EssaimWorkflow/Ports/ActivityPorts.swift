import EssaimDomain

/// Which demands are counted: those sent to a network between two instants, on one line or on all.
public struct ActivityQuestion: Sendable, Equatable {
    public var network: Identifier<Network>
    public var from: Instant
    /// The first instant that is not counted any more.
    public var until: Instant
    public var offer: Identifier<Offer>?

    public init(network: Identifier<Network>, from: Instant, until: Instant, offer: Identifier<Offer>? = nil) {
        self.network = network
        self.from = from
        self.until = until
        self.offer = offer
    }
}

/// What became of these demands, as counts: nobody is named.
public struct ActivityCounts: Sendable, Equatable {
    public var received = 0
    /// An answer left, whatever came later.
    public var answered = 0
    /// Still to be answered now, and past the promised hour.
    public var open = 0
    public var late = 0
    public var declined = 0
    public var cancelled = 0
    public var patientTold = 0
    public var closed = 0
    /// *Boucle non fermée*.
    public var archivedUnclosed = 0
    /// From sending to the first answer, in milliseconds: their sum, and how many within 24 h, 48 h, 7 days.
    public var delaySum = 0
    public var within24Hours = 0
    public var within48Hours = 0
    public var within7Days = 0

    public init() {}

    /// Of the answered ones.
    public var meanDelay: Duration? { answered == 0 ? nil : .milliseconds(delaySum / answered) }
}

/// How often each code stands on these demands; a code that nobody chose is absent.
public struct ActivityMix: Sendable, Equatable {
    public var orientations: [Orientation: Int]
    public var advice: [Loop.Advice: Int]
    public var otherwise: [Loop.Otherwise: Int]
    public var treatingDoctors: [TreatingDoctor.Kind: Int]
    /// By the département where the patient lives.
    public var departements: [String: Int]
    /// Of those that say it; the others are direct.
    public var origins: [RequestOrigin: Int]

    public init(
        orientations: [Orientation: Int] = [:], advice: [Loop.Advice: Int] = [:],
        otherwise: [Loop.Otherwise: Int] = [:], treatingDoctors: [TreatingDoctor.Kind: Int] = [:],
        departements: [String: Int] = [:], origins: [RequestOrigin: Int] = [:]
    ) {
        self.orientations = orientations
        self.advice = advice
        self.otherwise = otherwise
        self.treatingDoctors = treatingDoctors
        self.departements = departements
        self.origins = origins
    }
}

/// One demand without its number and without anyone's name: what a statistician may read.
public struct ActivityLine: Sendable, Equatable {
    public let id: Identifier<AdviceRequest>
    public let submittedAt: Instant
    public let offerTitle: String
    public let zoneName: String
    public let urgency: Urgency
    public let state: RequestState
    public let takenAt: Instant?
    /// Of the first answer; nil when none left.
    public let answeredAt: Instant?
    public let orientation: Orientation?
    public let advice: Loop.Advice?
    public let otherwise: Loop.Otherwise?
    public let isPatientTold: Bool
    public let isArchivedUnclosed: Bool
    public let treatingDoctor: TreatingDoctor.Kind
    /// Where the patient lives, no nearer: a commune may be one house.
    public let departement: String?

    public init(
        id: Identifier<AdviceRequest>, submittedAt: Instant, offerTitle: String, zoneName: String, urgency: Urgency,
        state: RequestState, takenAt: Instant?, answeredAt: Instant?, orientation: Orientation?, advice: Loop.Advice?,
        otherwise: Loop.Otherwise?, isPatientTold: Bool, isArchivedUnclosed: Bool, treatingDoctor: TreatingDoctor.Kind,
        departement: String?
    ) {
        self.id = id
        self.submittedAt = submittedAt
        self.offerTitle = offerTitle
        self.zoneName = zoneName
        self.urgency = urgency
        self.state = state
        self.takenAt = takenAt
        self.answeredAt = answeredAt
        self.orientation = orientation
        self.advice = advice
        self.otherwise = otherwise
        self.isPatientTold = isPatientTold
        self.isArchivedUnclosed = isArchivedUnclosed
        self.treatingDoctor = treatingDoctor
        self.departement = departement
    }
}

/// Figures of a network, each from one range of one index: the cost is the month's, however many demands are kept.
public protocol ActivityReading {
    /// - Parameter now: what is late is so at that moment.
    func activity(_ question: ActivityQuestion, at now: Instant) throws -> ActivityCounts
    /// By line, in the order in which the network declares them; lines without demand are absent.
    func activityByOffer(
        _ question: ActivityQuestion, at now: Instant
    ) throws -> [(offer: Identifier<Offer>, title: String, counts: ActivityCounts)]
    func activityMix(_ question: ActivityQuestion) throws -> ActivityMix
    /// The delay to the first answer at a rank, from 0, the shortest first; nil beyond the last.
    func answerDelay(_ question: ActivityQuestion, rank: Int) throws -> Duration?
    func activityLines(_ question: ActivityQuestion, after key: WorklistKey?, limit: Int) throws -> [ActivityLine]
}

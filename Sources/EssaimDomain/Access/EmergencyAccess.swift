/// An expert of the network opens a demand that is not theirs, because the patient is before them: for a reason, for an
/// hour, to read only, and its circle is told.
public struct EmergencyAccess: Sendable, Equatable {
    public static let lasts = Duration.hours(1)
    /// In a day, for one person.
    public static let mostADay = 5
    /// Characters of a reason.
    public static let shortestReason = 10
    public static let longestReason = 500
    /// How long the circle's lists speak of it.
    public static let noticeLasts = Duration.days(30)

    public let id: Identifier<EmergencyAccess>
    public let request: Identifier<AdviceRequest>
    public let person: Identifier<Person>
    /// The circle: the structure that asked, and who held the demand then.
    public let structure: Identifier<Structure>
    public let holder: Identifier<Person>?
    public let reason: String
    public let at: Instant
    public let endsAt: Instant

    public init(
        id: Identifier<EmergencyAccess>, request: Identifier<AdviceRequest>, person: Identifier<Person>,
        structure: Identifier<Structure>, holder: Identifier<Person>?, reason: String, at: Instant, endsAt: Instant
    ) {
        self.id = id
        self.request = request
        self.person = person
        self.structure = structure
        self.holder = holder
        self.reason = reason
        self.at = at
        self.endsAt = endsAt
    }
}

extension Caller {
    /// May open a demand of these networks in an emergency: who answers there.
    public var emergencyNetworks: Set<Identifier<Network>> {
        person.profession.mayAnswer ? Set(pools.map(\.network)) : []
    }
}

/// That the patient was informed and agreed (CSP R.6316-2): by whom consent was given, how and when it was collected.
public struct Consent: Sendable, Equatable, Codable {
    public enum Giver: String, Sendable, Codable, CaseIterable { case patient, legalRepresentative, guardian }
    public enum Means: String, Sendable, Codable, CaseIterable { case orally, inWriting }

    public let giver: Giver
    public let means: Means
    public let collectedBy: Identifier<Person>
    public let at: Instant

    public init(giver: Giver = .patient, means: Means = .orally, collectedBy: Identifier<Person>, at: Instant) {
        self.giver = giver
        self.means = means
        self.collectedBy = collectedBy
        self.at = at
    }
}

/// What the rules of billing look at in a demand that got its first answer. A decline, a cancellation, a follow-up
/// question and an amendment create no act: they are not put to the rules.
public struct AnsweredDemand: Sendable, Equatable {
    /// One side: who asked, or the expert whose answer it is (the senior who validated, not the junior).
    public struct Side: Sendable, Equatable {
        public var profession: Profession
        public var mode: PracticeMode
        public var structure: Structure.Kind
        /// Code of the département of practice: overseas, amounts differ.
        public var departement: String

        public init(
            profession: Profession, mode: PracticeMode, structure: Structure.Kind, departement: String
        ) {
            self.profession = profession
            self.mode = mode
            self.structure = structure
            self.departement = departement
        }
    }

    /// Where the patient is cared for.
    public enum Situation: String, Sendable, Codable, CaseIterable {
        case home, nursingHome, nursingHomeAtGlobalRate, hospitalised, hospitalAtHome
    }

    /// The civil day of the answer, where it was given: the date of both acts.
    public var answeredOn: CivilDate
    public var kind: RequestKind
    public var requester: Side
    public var expert: Side
    /// Nil when nobody said.
    public var situation: Situation?

    public init(
        answeredOn: CivilDate, kind: RequestKind, requester: Side, expert: Side, situation: Situation? = nil
    ) {
        self.answeredOn = answeredOn
        self.kind = kind
        self.requester = requester
        self.expert = expert
        self.situation = situation
    }
}

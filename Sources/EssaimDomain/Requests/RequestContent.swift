/// What the requérant writes. A draft keeps it as typed, complete or not; submission checks it (`RequestCheck`).
public struct RequestContent: Sendable, Equatable, Codable {
    public var patient: TypedPatient
    public var question: String
    public var context: String
    /// Current treatments and allergies.
    public var treatments: String
    public var urgency: Urgency
    public var wish: Wish
    public var treatingDoctor: TreatingDoctor
    /// The commune where the patient lives, as typed (`Residence`); nil when nothing was: what was kept before it was asked
    /// reads and writes the same.
    public var residence: String?
    /// Answers to the protocol's form, by link id.
    public var form: FormAnswers
    /// Why the compulsory photographs cannot be taken; empty when they are there or not asked.
    public var photographsImpossible: String
    public var consentGiver: Consent.Giver?
    public var consentMeans: Consent.Means
    /// The patient said no to their shared record (*DMP*).
    public var isOpposedToSharing: Bool
    /// Cared for in a hospital on that day: the acts are not billed alike. Said or not, it never blocks.
    public var isInpatient: Bool

    public init(
        patient: TypedPatient = TypedPatient(), question: String = "", context: String = "", treatments: String = "",
        urgency: Urgency = .routine, wish: Wish = .opinion, treatingDoctor: TreatingDoctor = .unsaid,
        residence: String? = nil, form: FormAnswers = FormAnswers(), photographsImpossible: String = "",
        consentGiver: Consent.Giver? = nil, consentMeans: Consent.Means = .orally, isOpposedToSharing: Bool = false,
        isInpatient: Bool = false
    ) {
        self.patient = patient
        self.question = question
        self.context = context
        self.treatments = treatments
        self.urgency = urgency
        self.wish = wish
        self.treatingDoctor = treatingDoctor
        self.residence = residence
        self.form = form
        self.photographsImpossible = photographsImpossible
        self.consentGiver = consentGiver
        self.consentMeans = consentMeans
        self.isOpposedToSharing = isOpposedToSharing
        self.isInpatient = isInpatient
    }
}

/// The médecin traitant of the patient: takes part and is copied; *sans médecin traitant* is a fact to count.
public enum TreatingDoctor: Sendable, Equatable, Codable {
    case unsaid
    case requester
    case named(String)
    case none

    /// As figures count it: the name stays in the demand.
    public enum Kind: String, Sendable, CaseIterable { case requester, named, none, unsaid }

    public var kind: Kind {
        switch self {
        case .unsaid: .unsaid
        case .requester: .requester
        case .named: .named
        case .none: .none
        }
    }
}

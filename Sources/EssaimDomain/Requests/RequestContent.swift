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
    /// The form that the answers were given to, in its version; nil for what was kept before versions were.
    public var writtenWith: FormEdition?
    /// Why the compulsory photographs cannot be taken; empty when they are there or not asked.
    public var photographsImpossible: String
    public var consentGiver: Consent.Giver?
    public var consentMeans: Consent.Means
    /// The patient said no to their shared record (*DMP*).
    public var isOpposedToSharing: Bool
    /// Cared for in a hospital on that day: the acts are not billed alike. Said or not, it never blocks.
    public var isInpatient: Bool
    /// An expert of the line whom the requester would like to answer; nil when nobody was chosen.
    public var wishedExpert: Identifier<Person>?
    /// What an expert should know best; nil when nothing was chosen.
    public var subSpecialty: Identifier<SubSpecialty>?
    /// In whose name a delegate or secretary writes; nil: in one’s own.
    public var inNameOf: Identifier<Person>?
    /// Nil when nothing was said: direct.
    public var origin: RequestOrigin?

    public init(
        patient: TypedPatient = TypedPatient(), question: String = "", context: String = "", treatments: String = "",
        urgency: Urgency = .routine, wish: Wish = .opinion, treatingDoctor: TreatingDoctor = .unsaid,
        residence: String? = nil, form: FormAnswers = FormAnswers(), writtenWith: FormEdition? = nil,
        photographsImpossible: String = "",
        consentGiver: Consent.Giver? = nil, consentMeans: Consent.Means = .orally, isOpposedToSharing: Bool = false,
        isInpatient: Bool = false, wishedExpert: Identifier<Person>? = nil,
        subSpecialty: Identifier<SubSpecialty>? = nil, inNameOf: Identifier<Person>? = nil,
        origin: RequestOrigin? = nil
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
        self.writtenWith = writtenWith
        self.photographsImpossible = photographsImpossible
        self.consentGiver = consentGiver
        self.consentMeans = consentMeans
        self.isOpposedToSharing = isOpposedToSharing
        self.isInpatient = isInpatient
        self.wishedExpert = wishedExpert
        self.subSpecialty = subSpecialty
        self.inNameOf = inNameOf
        self.origin = origin
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

/// All that one demand holds, to be printed, handed over or kept: who, the question, what was said, the answer, the images
/// and what was joined. Plain values: every text is French, already formatted for a reader, and printed as it is; an empty
/// one is left out with its label.
///
/// Unlike a report it proves nothing and is not kept: it may be made anew at any time.
public struct Dossier: Sendable, Equatable {
    public var network: ConsultationReport.Network
    /// The short number of the demand, « 7K3M-QX2P ».
    public var demand: String
    /// Where the demand stands, « Répondue ».
    public var status: String
    /// Date and time of making in words, « samedi 21 novembre 2026 à 14 h 20 ».
    public var madeAt: String
    /// The same instant, in milliseconds since 1970-01-01T00:00:00Z, for the document's metadata.
    public var madeAtMilliseconds: Int64
    public var patient: ConsultationReport.Patient
    /// The *requérant*.
    public var requester: ConsultationReport.Professional
    /// The *requis*, one or several; none before the demand is taken.
    public var experts: [ConsultationReport.Professional]
    /// The *médecin traitant* named on the demand.
    public var familyDoctor: ConsultationReport.Professional?
    /// To whom the demand was sent, « Dermatologie · lésion pigmentée ».
    public var line: String
    public var question: String
    public var context: String
    /// Treatments and allergies.
    public var treatments: String
    /// The answers to the specialty's form, in its order.
    public var form: [ConsultationReport.FormAnswer]
    /// Who informed the patient, who agreed, how and when: one sentence.
    public var consent: String
    /// Urgency, dates, and what was said between the two sides.
    public var course: ConsultationReport.Course
    /// Each version of the answer, the one that stands last.
    public var opinions: [Opinion]
    /// What is shown, in order. The bytes are asked for one after the other while the document is written.
    public var pictures: [Picture]
    /// Every file ever joined, in order.
    public var pieces: [Piece]

    public init(
        network: ConsultationReport.Network, demand: String, status: String = "", madeAt: String,
        madeAtMilliseconds: Int64, patient: ConsultationReport.Patient, requester: ConsultationReport.Professional,
        experts: [ConsultationReport.Professional] = [], familyDoctor: ConsultationReport.Professional? = nil,
        line: String = "", question: String, context: String = "", treatments: String = "",
        form: [ConsultationReport.FormAnswer] = [], consent: String = "", course: ConsultationReport.Course,
        opinions: [Opinion] = [], pictures: [Picture] = [], pieces: [Piece] = []
    ) {
        self.network = network
        self.demand = demand
        self.status = status
        self.madeAt = madeAt
        self.madeAtMilliseconds = madeAtMilliseconds
        self.patient = patient
        self.requester = requester
        self.experts = experts
        self.familyDoctor = familyDoctor
        self.line = line
        self.question = question
        self.context = context
        self.treatments = treatments
        self.form = form
        self.consent = consent
        self.course = course
        self.opinions = opinions
        self.pictures = pictures
        self.pieces = pieces
    }
}

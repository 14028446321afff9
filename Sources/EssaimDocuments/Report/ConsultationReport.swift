/// The *compte rendu* of a téléexpertise: all that the two records must hold (code de la santé publique R.6316-4; NGAP) and
/// the question, the answer and the facts around them. Plain values: every text is French, already formatted for a reader,
/// and printed as it is; an empty one is left out with its label.
///
/// The bytes of a report are kept as issued and never rendered again: a correction is a new version.
public struct ConsultationReport: Sendable, Equatable {
    public var network: Network
    /// The short number of the demand, « 7K3M-QX2P ».
    public var demand: String
    /// The version of this report, from 1.
    public var version: Int
    /// The version that this one cancels and replaces.
    public var replaces: Int?
    /// Date and time of issue in words, « samedi 21 novembre 2026 à 14 h 20 ».
    public var issuedAt: String
    /// The same instant, in milliseconds since 1970-01-01T00:00:00Z, for the document's metadata.
    public var issuedAtMilliseconds: Int64
    public var patient: Patient
    /// The *requérant*.
    public var requester: Professional
    /// The *requis*, one or several.
    public var experts: [Professional]
    /// The *médecin traitant* named on the demand.
    public var familyDoctor: Professional?
    /// The senior who validated a junior's answer.
    public var validatedBy: Professional?
    public var question: Question
    public var answer: Answer
    public var course: Course
    /// Who informed the patient, who agreed, how and when: one sentence.
    public var consent: String
    public var acts: [Act]
    /// « Aucun incident technique signalé » or what happened.
    public var incidents: String
    public var errata: [Erratum]
    /// The proof that demand and answer were recorded, with its QR code; none leaves no trace in the document.
    public var receipt: Receipt?

    public init(
        network: Network, demand: String, version: Int = 1, replaces: Int? = nil, issuedAt: String,
        issuedAtMilliseconds: Int64, patient: Patient, requester: Professional, experts: [Professional],
        familyDoctor: Professional? = nil, validatedBy: Professional? = nil, question: Question, answer: Answer,
        course: Course, consent: String, acts: [Act] = [], incidents: String, errata: [Erratum] = [],
        receipt: Receipt? = nil
    ) {
        self.network = network
        self.demand = demand
        self.version = version
        self.replaces = replaces
        self.issuedAt = issuedAt
        self.issuedAtMilliseconds = issuedAtMilliseconds
        self.patient = patient
        self.requester = requester
        self.experts = experts
        self.familyDoctor = familyDoctor
        self.validatedBy = validatedBy
        self.question = question
        self.answer = answer
        self.course = course
        self.consent = consent
        self.acts = acts
        self.incidents = incidents
        self.errata = errata
        self.receipt = receipt
    }

    /// The report as a PDF/A-1b file (ISO 19005-1), A4. The same report gives the same bytes.
    ///
    /// - Throws: `.tooManyPages` beyond 2,000 pages; `.receipt` when the receipt cannot be printed whole.
    public func rendered() throws(DocumentError) -> [UInt8] {
        try ReportRenderer(report: self).bytes()
    }
}

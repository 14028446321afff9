import EssaimDomain

/// A demand being written: everything as typed, right or wrong.
struct DraftModel: Sendable {
    /// What is promised for one urgency if the demand leaves now.
    struct Pledge: Sendable {
        enum Promise: Sendable {
            case by(Instant)
            /// Urgent, and the line opens too late: what to do instead.
            case tooLate(opensAt: Instant?, phone: String)
        }

        var urgency: Urgency
        var promise: Promise
    }

    /// Another open demand of the same structure for this patient.
    struct Twin: Sendable {
        var path: SitePath
        /// « Dermatologie, demande 7K3M-QX2P : prise, envoyée hier 14 h 20 ».
        var words: String
    }

    var id: String
    var seal: FormSeal
    /// « Dermatologie ».
    var line: String
    var network: String
    var kind: RequestKind = .teleexpertise
    var content: RequestContent
    /// The asking structure's commune, proposed as the patient's: `22113 Lannion`.
    var commune: String = ""
    /// By field name (`DraftField`); those without a field of their own head the page.
    var faults: [FieldFault] = []
    var form: [FormItem] = []
    /// What the form says before its questions.
    var guidance = FormGuidance()
    /// The form was published anew since the draft was begun.
    var hasNewForm = false
    var pledges: [Pledge] = []
    var slots: [PhotoSlotModel] = []
    /// Others may have written: shown beside « enregistré ».
    var savedAt: Instant?
    var twins: [Twin] = []
    /// Experts and sub-specialties that may be wished for: value and words.
    var experts: [ChoiceGroup.Option] = []
    var subSpecialties: [ChoiceGroup.Option] = []
    /// In whose name the reader may write; empty for who writes in their own.
    var principals: [ChoiceGroup.Option] = []
    /// « Dr Anne Le Goff », where the reader is not the one who chose.
    var inNameOf = ""
    /// The demand that an expert opened this draft from.
    var origin: RequestModel.Near?
    /// Throws the draft away.
    var discard: ActionForm?
}

/// Names of the form's fields: those of the domain's `FieldFault`, so that an error finds its field.
enum DraftField {
    static let birthFamilyName = "patient.birthFamilyName"
    static let usedFamilyName = "patient.usedFamilyName"
    static let firstGivenName = "patient.firstGivenName"
    /// Text, `jj/mm/aaaa`.
    static let birthDate = "patient.birthDate"
    /// `female`, `male`, `unknown`.
    static let sex = "patient.sex"
    /// *NIR de l’ouvrant droit*: never compulsory.
    static let claimNumber = "patient.claimNumber"
    /// `1` to `9`, for twins and more.
    static let birthRank = "patient.birthRank"
    /// `oui` when ticked.
    static let inpatient = "patient.inpatient"
    static let question = "question"
    static let context = "context"
    static let treatments = "treatments"
    /// Raw value of `Urgency`.
    static let urgency = "urgency"
    /// Raw value of `Wish`.
    static let wish = "wish"
    /// Ids; empty for none.
    static let wishedExpert = "wishedExpert"
    static let subSpecialty = "subSpecialty"
    /// `unsaid`, `requester`, `named`, `none`; the name itself under `treatingDoctor.name`.
    static let treatingDoctor = "treatingDoctor"
    static let treatingDoctorName = "treatingDoctor.name"
    /// A commune as it is ticked, `elsewhere` or `unsaid`; what is typed stands under `residence.elsewhere`.
    static let residence = "residence"
    static let elsewhere = "elsewhere"
    static let unsaid = "unsaid"
    static let residenceElsewhere = "residence.elsewhere"
    /// `form.` before each link id; several values under one name for a multiple choice.
    static let formPrefix = "form."
    static let photographsImpossible = "photographsImpossible"
    /// `oui` when ticked; the two others count only then.
    static let consent = "consent"
    static let consentGiver = "consentGiver"
    static let consentMeans = "consentMeans"
    /// An id of a professional of the structure; empty: in one’s own name.
    static let inNameOf = "inNameOf"
    /// Raw value of `RequestOrigin`.
    static let origin = "origin"
    /// `oui` when ticked: the patient said no to the DMP.
    static let opposition = "opposition"
    /// Which button was used: `enregistrer`, `verifier` or `nouveau-formulaire`; absent from an automatic save.
    static let next = "_suite"
    static let takesNewForm = "nouveau-formulaire"
}

import EssaimDomain

/// One demand, as one reader may see it, with what that reader may do now.
struct RequestModel: Sendable {
    /// What an expert and an asker read alike: the demand as sent.
    struct Content: Sendable {
        /// « 7K3M-QX2P ».
        var number: String
        /// « Dermatologie ».
        var line: String
        var zone: String
        var patient: PatientBannerModel
        var deadline: DeadlineModel
        var status: StatusModel
        var sentAt: Instant?
        /// « Dr Claire Morvan, médecin généraliste, Lannion ».
        var asker: String
        var wish: Wish
        var question: String
        var context: String = ""
        var treatments: String = ""
        var answers: [AnsweredItem] = []
        var photos: [PhotoModel] = []
        /// The demand's id and this opening's trace: files that come while the page is open are read again with them.
        var id: String = ""
        var trace: String = ""
        /// Of other demands about the same patient that the reader may see, newest first.
        var earlier: [EarlierPhotos] = []
        /// Why there is none, when they are *impossible*.
        var photographsImpossible: String = ""
        /// « Accord du patient, oralement, le 23 novembre 2026 ».
        var consent: String = ""
        var treatingDoctor: String = ""
        var isInpatient = false
        /// « 22300 Lannion », as typed.
        var residence: String = ""
        var thread = ThreadModel(items: [])
        /// « 3 mars 2026 »; empty while it is in the lists.
        var archivedOn: String = ""
    }

    /// The advice as sent, newest version.
    struct Advice: Sendable {
        var expert: String
        var at: Instant
        var version: Int
        var text: String
        var orientation: Orientation
        var limits: String = ""
        /// « 4 décembre 2026 »; empty when no day was set.
        var seeBefore: String = ""
        var gravity: Gravity?
        /// Why it replaces the one before.
        var reason: String = ""
    }

    struct Report: Sendable {
        var version: Int
        var path: SitePath
        var issuedAt: Instant
        /// A newer one says *annule et remplace*.
        var isReplaced: Bool = false
    }

    /// An act to bill.
    struct Act: Sendable {
        /// « TE2 », « RQD ».
        var code: String
        var amount: String
        var professional: String
        /// A doubt to check, or why there is none.
        var note: String = ""
    }

    /// Another demand, and what it is to this one.
    struct Near: Sendable {
        /// « Dermatologie, demande 7K3M-QX2P : prise ».
        var words: String
        /// Nil when the reader may not open it.
        var path: SitePath?
    }

    /// What Essaim did while nobody answered.
    struct Care: Sendable {
        /// « Relancé le 23 novembre à 14 h ».
        var done: [String] = []
        var next: String = ""
        /// What to do meanwhile, in the team's words.
        var meanwhile: String = ""
        var phone: String = ""
    }

    /// Why it went to that team.
    struct Why: Sendable {
        var candidates: [String]
        var remarks: [String] = []
    }

    /// Someone outside of the circle opened it in an emergency.
    struct Emergency: Sendable {
        var who: String
        var at: Instant
    }

    var id: String
    var content: Content
    var advice: Advice?
    /// Why and where else, when it was declined or cancelled.
    var ending: String = ""
    var reports: [Report] = []
    /// The file that proves the demand and its answer.
    var receipt: SitePath?
    var acts: [Act] = []
    /// What the reader is to know of their own acts for this patient.
    var quotas: [String] = []
    /// The line asked to receive the patient, and what it said.
    var reception: ReceptionModel?
    /// For who triages: the other lines that are open today, each with what it is for.
    var doors: [String] = []
    /// The patient is to be seen, or was.
    var visit: Visit?
    /// For who may give the appointment.
    var visitPath: SitePath?
    /// « Avis ponctuel de consultant possible jusqu’au 23 février 2027 »; empty when not.
    var apc: String = ""
    /// The one act most likely wanted comes first; the first `primary` stands out.
    var actions: [ActionForm] = []
    /// Where the reader may join files to a demand already sent; empty when they may not.
    var slots: [PhotoSlotModel] = []
    /// The demand's whole, as one PDF and as a ZIP.
    var dossier: [SitePath] = []
    /// What both sides say of their own records.
    var record = RecordBox()
    /// Those opened from it on another line, and the one that it was opened from.
    var links: [Near] = []
    /// Leads to the page where the advice is written, when the reader holds the demand.
    var reply: SitePath?
    var replyTitle: String = "Écrire votre avis"
    /// Who saw it: for its circle, not for who opened it in an emergency.
    var trail: SitePath?
    /// Of the last weeks, newest first.
    var emergencies: [Emergency] = []
    /// For the asking structure, while an answer is awaited.
    var care: Care?
    /// For those who watch over the network.
    var why: Why?
    /// The reader is there by an emergency opening, until then.
    var emergencyUntil: Instant?
}

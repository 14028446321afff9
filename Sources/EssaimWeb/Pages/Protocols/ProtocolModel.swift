import EssaimDomain

/// Names of the fields of a form's header and of its images.
enum ProtocolField {
    static let title = "titre"
    /// The form to copy; empty for none.
    static let base = "modele"
    static let file = "questionnaire"
    static let whenToUse = "quand"
    /// One a line.
    static let testsFirst = "examens"
    static let banners = "bandeaux"
    static let author = "auteur"
    static let reviewOn = "revision"
    static let line = "ligne"
    /// `monter`, `descendre`, `retirer`; else what is typed is kept.
    static let gesture = "geste"
    static let question = "question"
    /// The image that is changed; empty for a new one.
    static let slot = "image"
    static let slotLabel = "image.libelle"
    static let slotHelp = "image.aide"
    static let slotMinimum = "image.minimum"
    static let slotExample = "image.exemple"
}

/// The forms of a network.
struct ProtocolsModel: Sendable {
    struct Line: Sendable {
        var title: String
        var path: SitePath
        /// « Version 2, en préparation ».
        var state: String
        /// The lines that use it.
        var lines: [String]
        var isToBeReviewed: Bool = false
    }

    var network: String
    var networkName: String
    var mayWrite: Bool
    var own: [Line]
    var shipped: [Line]
    /// What may be copied.
    var bases: [(value: String, label: String)] = []
    var next: SitePath?
    var seal: FormSeal
    var title = ""
    var file = ""
    var faults: [FieldFault] = []
}

/// One form, as its editors see it.
struct ProtocolModel: Sendable {
    struct Row: Sendable {
        var id: String
        var label: String
        /// « Un choix, obligatoire ».
        var words: String
        var depth: Int
        var marks: [String]
        var path: SitePath
    }

    struct Version: Sendable {
        var words: String
        var at: Instant
        var by: String
    }

    struct Line: Sendable {
        var id: String
        var title: String
        var isUsing: Bool
    }

    var id: String
    var network: String
    var networkName: String
    var mayWrite: Bool
    /// « Version 3, en préparation ».
    var state: String
    var isPublished: Bool
    var title: String
    var whenToUse: String
    var testsFirst: String
    var banners: String
    var author: String
    /// As typed.
    var reviewOn: String
    var isToBeReviewed = false
    var rows: [Row]
    var slots: [ClinicalProtocol.AttachmentSlot]
    var lines: [Line]
    var versions: [Version]
    /// Bears the stamp of the version read.
    var seal: FormSeal
    var faults: [FieldFault] = []
    var isStale = false

    var path: SitePath { .protocol(network, id) }
}

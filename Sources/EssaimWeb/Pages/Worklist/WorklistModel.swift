import EssaimDomain

/// A list of demands: the tabs of one's role, and one page of rows.
struct WorklistModel: Sendable {
    struct Tab: Sendable {
        /// « À prendre », « Miennes », « En attente », « À lire »…
        var title: String
        var path: SitePath
        /// nil where counting would cost more than it tells.
        var count: Int?
        var isCurrent: Bool = false
        /// Something in it is late or urgent.
        var isPressing: Bool = false
    }

    struct Row: Sendable {
        var path: SitePath
        var deadline: DeadlineModel
        /// The question's first words; empty in a draft that has none.
        var title: String
        /// « Dermatologie ».
        var line: String = ""
        /// « Brest-Lannion ».
        var zone: String = ""
        /// « F 68 ans »; empty when not typed yet.
        var patient: String = ""
        /// Only on lists of those who know the patient: the asking structure's own.
        var patientName: String?
        var photoCount: Int = 0
        var status: StatusModel
        /// The other side: « Dr Claire Morvan », or who holds it.
        var who: String = ""
        /// When it was sent, or last saved for a draft.
        var at: Instant?
        /// Read by nobody since then, and late.
        var unreadSince: Instant?
        /// What can be done without opening it, in one tap.
        var tap: ActionForm?
    }

    /// Someone opened a demand of the reader's circle in an emergency.
    struct EmergencyLine: Sendable {
        var who: String
        /// « 7K3M-QX2P ».
        var number: String
        var at: Instant
        var trail: SitePath
    }

    var tabs: [Tab]
    var rows: [Row]
    var empty: EmptyModel = .sample
    /// The following page, by key.
    var next: SitePath?
    /// Back to the first page, when this is not it.
    var first: SitePath?
    /// The caller may ask: shows « Nouvelle demande ».
    var mayAsk: Bool = false
    var notices: [EmergencyLine] = []
    /// The reader has taken as much as they meant to today, or is away.
    var warning: String?
    /// The entry of this opening, on which the list's refreshes ride.
    var trace: String?
}

import EssaimDomain

/// *À coter*: one's own acts, as billing software asks for them.
struct OwnActsModel: Sendable {
    enum Tab: String, CaseIterable, Sendable {
        case open = "a-coter"
        case marked = "cotes"
        case day = "jour"

        var title: String {
            switch self {
            case .open: "À coter"
            case .marked: "Cotés"
            case .day: "Liste du jour"
            }
        }
    }

    /// One value to carry over, in the order of billing software.
    struct Line: Sendable {
        /// Unique in the page.
        var id: String
        var label: String
        /// Empty when it is missing.
        var value: String
        /// What is missing and from whom, when it is.
        var missing: String = ""
    }

    struct Card: Sendable {
        var id: String
        /// « TE2 ».
        var code: String
        var amount: String
        /// « Pour Rozenn Fictive, demande 7K3M-QX2P ».
        var title: String
        var at: Instant
        var request: SitePath
        var lines: [Line]
        /// What must be looked at before billing.
        var warnings: [String] = []
        /// « 2 TE2 connus d’Essaim cette année… ».
        var known: String = ""
        var seal: FormSeal
        /// A NIR is asked from this reader, or was given and may be corrected.
        var asksNumber = false
        var hasNumber = false
        /// What was typed and refused, kept at its field.
        var typedNumber = ""
        var numberFault: String?
        var typedReason = ""
        var reasonFault: String?
    }

    /// An act that was marked, or one of a day: who and how much, and no number of the patient.
    struct Row: Sendable {
        var id: String
        var at: Instant
        var code: String
        var amount: String
        var patient: String
        var counterpart: String
        /// « Coté le 23 novembre 2026 », « Écarté : acte gratuit ».
        var state: String
        /// Takes the mark away; nil when there is none.
        var undo: FormSeal?
    }

    var tab: Tab
    var cards: [Card] = []
    var rows: [Row] = []
    /// Of the day's list, as typed.
    var day = ""
    var dayFault: String?
    var next: SitePath?
    var first: SitePath?
}

/// Names of the fields of this page's forms.
enum OwnActField {
    static let view = "vue"
    static let day = "jour"
    static let after = "apres"
    static let reason = "motif"
    static let number = "nir"
}

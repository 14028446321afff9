import EssaimDomain

/// *Facturation*: what an establishment claims. Who, for whom, when and how much; nothing of what was asked or answered.
struct OfficeModel: Sendable {
    struct Act: Sendable {
        struct Ending: Sendable {
            /// « Marquer facturé ».
            var title: String
            /// `facture`, `rejete`…
            var word: String
            var asksReason: Bool
        }

        var id: String
        var at: Instant
        /// « TE2 ».
        var code: String
        var amount: String
        var practitioner: String
        var patient: String
        /// « Dermatologues du Nord · Dermatologie ».
        var unit: String
        /// « À facturer », « Rejeté : droits fermés ».
        var state: String
        /// « L12-3 »; empty when it stands on none.
        var line: String = ""
        var note: String = ""
        var endings: [Ending] = []
        var seal: FormSeal
        var isRejected = false
    }

    struct Batch: Sendable {
        var path: SitePath
        /// « Lot 12, novembre 2026 ».
        var title: String
        var lineCount: Int
        var at: Instant
    }

    var establishment: String
    var finess: String
    var filter: OfficeFilter
    var establishments: [(value: String, label: String)] = []
    var units: [(value: String, label: String)] = []
    var acts: [Act] = []
    var batches: [Batch] = []
    var seal: FormSeal
    var next: SitePath?
    var first: SitePath?
    /// What was pasted and refused, kept; what is wrong with it.
    var pasted = ""
    var pastedReason = ""
    var faults: [FieldFault] = []
}

/// What the office looks for, as it stands in the address and in the form.
struct OfficeFilter: Sendable, Equatable {
    static let establishmentName = "etablissement"
    static let periodName = "periode"
    static let unitName = "unite"
    static let stateName = "etat"
    static let afterName = "apres"

    var establishment = ""
    /// `2026-11`.
    var period = ""
    /// `pool:…` or `ligne:…`.
    var unit = ""
    var state = ""

    var query: [(name: String, value: String)] {
        [
            (Self.establishmentName, establishment), (Self.periodName, period), (Self.unitName, unit),
            (Self.stateName, state),
        ]
    }
}

/// Names of the fields of this page's forms.
enum OfficeField {
    static let reason = "motif"
    static let lines = "lignes"
    static let outcome = "issue"
}

extension ActState {
    /// As a billing office reads it.
    var claimWord: String {
        switch self {
        case .open: "À facturer"
        case .batched: "Dans un lot"
        case .billed: "Facturé"
        case .rejected: "Rejeté"
        case .waived: "Hors facturation"
        case .reversed: "Contre-passé"
        }
    }
}

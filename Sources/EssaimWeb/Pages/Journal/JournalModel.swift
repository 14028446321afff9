import EssaimDomain

/// *Journal*: how it is sealed, the alarms, and the entries that were asked for. No clinical text.
struct JournalModel: Sendable {
    /// How far the journal is signed, by which key, and who holds its head elsewhere.
    struct Seal: Sendable {
        struct Holder: Sendable {
            var name: String
            var size: Int
            var at: Instant
            /// What did not agree, in words; nil when all did.
            var disagreement: String?
        }

        var size: Int
        var signedSize: Int
        /// The verifiers' texts, the present one last; those before it, with the size up to which they signed.
        var keys: [String] = []
        var holders: [Holder] = []
    }

    struct Alarm: Sendable {
        struct Lifting: Sendable {
            var path: SitePath
            var seal: FormSeal
        }

        var at: Instant
        /// « Lectures arrêtées ».
        var kind: String
        var detail: String
        var who: String = ""
        /// « 7K3M-QX2P »; empty when it is about no demand.
        var number: String = ""
        /// Can still be lifted.
        var lifting: Lifting?
        var liftedAt: Instant?
    }

    struct Line: Sendable {
        var at: Instant
        var who: String
        var nationalId: String = ""
        var role: String = ""
        var what: String
        var number: String = ""
        var place: String = ""
        var seal: SealModel
        var isRefused: Bool = false
    }

    var seal: Seal
    var alarms: [Alarm]
    var filter: JournalFilter
    var lines: [Line]
    var next: SitePath?
    var first: SitePath?
}

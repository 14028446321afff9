import EssaimDomain

/// One patient to be seen, with the acts that are allowed now.
struct VisitModel: Sendable {
    var row: VisitsModel.Row
    /// « 7K3M-QX2P ».
    var number: String
    var since: Instant
    /// The day on which the patient was seen; empty before.
    var seenOn: String = ""
    var actions: [ActionForm]
    /// The demand itself, for who may read it.
    var request: SitePath?
    /// Someone else was quicker: what was typed is kept, and what stands now is shown.
    var isConflict = false
}

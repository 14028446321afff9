import EssaimDomain

/// The state in one word, who has the next step, and until when.
struct StatusModel: Sendable {
    var state: RequestState
    /// « À vous », « Dr Le Goff », « Dermatologie, secteur Brest-Lannion »; empty when nothing is awaited.
    var next: String = ""
    /// What that step is: « doit répondre », « doit préciser ».
    var step: String = ""
    var until: Instant?
    var isYours: Bool = false
    /// An answer, a decline or an erratum not yet read by the asking side.
    var isUnread: Bool = false
    /// It should have been read by now.
    var unreadSince: Instant?

    static let toTake = StatusModel(
        state: .submitted, next: "Dermatologues du secteur Brest-Lannion", step: "doivent la prendre",
        until: PageClock.sample.now + .hours(3) + .minutes(12))
    static let yours = StatusModel(
        state: .taken, next: "À vous", step: "de répondre", until: PageClock.sample.now + .hours(3) + .minutes(12),
        isYours: true)
    static let waiting = StatusModel(state: .awaitingInformation, next: "Dr Claire Morvan", step: "doit préciser")
    static let unread = StatusModel(
        state: .answered, next: "À vous", step: "de lire la réponse", isYours: true, isUnread: true)
    static let closed = StatusModel(state: .closed)
}

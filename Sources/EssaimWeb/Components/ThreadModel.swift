import EssaimDomain

/// What was said and done on a demand since it was sent, oldest first. Events are folded between messages.
struct ThreadModel: Sendable {
    enum Item: Sendable {
        /// Someone wrote: additions, information asked or given, a follow-up question, an erratum.
        case message(Message)
        /// Something happened: « Prise par Dr Le Goff ».
        case event(Event)
    }

    struct Message: Sendable {
        var at: Instant
        var author: String
        /// « a demandé une précision », « a répondu ».
        var act: String
        var text: String
        var isMine: Bool = false
    }

    struct Event: Sendable {
        var at: Instant
        var text: String
    }

    var items: [Item]

    private static let now = PageClock.sample.now
    static let sample = ThreadModel(items: [
        .event(Event(at: now - .hours(4), text: "Envoyée par Dr Claire Morvan")),
        .event(Event(at: now - .hours(3), text: "Prise par Dr Hervé Le Goff")),
        .message(
            Message(
                at: now - .hours(2) - .minutes(30), author: "Dr Hervé Le Goff", act: "demande une précision",
                text: "La lésion a-t-elle saigné spontanément, ou après un frottement\u{A0}?")),
        .message(
            Message(
                at: now - .hours(1), author: "Dr Claire Morvan", act: "précise",
                text: "Deux saignements sans frottement, la nuit, depuis un mois.", isMine: true)),
        .event(Event(at: now - .hours(1), text: "Le délai reprend")),
    ])
}

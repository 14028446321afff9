import EssaimDomain

/// An event while its lines are read. Its first fault refuses it.
struct EventDraft {
    private let line: Int
    private let local: OffsetRules
    private var seen: Set<String> = []
    private var uid: String?
    private var start: CalendarTime?
    private var startLine: Int?
    private var end: CalendarTime?
    private var duration: EventLength?
    private var rule: Recurrence?
    private var ruleLine: Int?
    private var excluded = CalendarEvent.Exclusions()
    private var replaces: CalendarTime?
    private var isPassedOver = false

    /// - Parameter line: of its BEGIN.
    init(line: Int, local: OffsetRules) {
        self.line = line
        self.local = local
    }

    private static let single: Set = [
        "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "TRANSP", "STATUS",
    ]

    mutating func take(_ property: ContentLine) throws(CalendarFault) {
        let name = property.name
        if Self.single.contains(name), !seen.insert(name).inserted {
            throw CalendarFault(line: property.number, "\(name) est écrit deux fois.")
        }
        switch name {
        case "UID": uid = property.value
        case "DTSTART": (start, startLine) = (try property.time(in: local), property.number)
        case "DTEND": end = try property.time(in: local)
        case "DURATION":
            guard let length = EventLength(property.value) else {
                throw CalendarFault(line: property.number, "DURATION\u{A0}: cette durée n’est pas lue.")
            }
            duration = length
        case "RRULE": (rule, ruleLine) = (try Recurrence(property, in: local), property.number)
        case "EXDATE":
            for time in try property.times(in: local) { excluded.insert(time, local) }
        case "RECURRENCE-ID":
            guard property.parameters["RANGE"] == nil else {
                throw CalendarFault(line: property.number, "RECURRENCE-ID\u{A0}: RANGE n’est pas lu.")
            }
            replaces = try property.time(in: local)
        case "RDATE", "EXRULE": throw CalendarFault(line: property.number, "\(name) n’est pas lu.")
        case "TRANSP": isPassedOver = isPassedOver || property.value.uppercased() == "TRANSPARENT"
        case "STATUS": isPassedOver = isPassedOver || property.value.uppercased() == "CANCELLED"
        default: break
        }
    }

    func event() throws(CalendarFault) -> CalendarEvent {
        guard let start else { throw CalendarFault(line: line, "cet événement n’a pas de début (DTSTART).") }
        return CalendarEvent(
            uid: uid, start: start, length: try length(from: start), rule: rule, excluded: excluded, replaces: replaces,
            isPassedOver: isPassedOver, line: ruleLine ?? startLine ?? line)
    }

    private func length(from start: CalendarTime) throws(CalendarFault) -> EventLength {
        switch (end, duration) {
        case (nil, nil): return start.isDay ? .day : EventLength()
        case (let end?, nil):
            guard let length = EventLength(from: start, to: end, in: local) else {
                throw CalendarFault(line: startLine, "cet événement finit avant de commencer.")
            }
            return length
        case (nil, let duration?):
            guard !start.isDay || duration.time == .zero else {
                throw CalendarFault(line: startLine, "cet événement dure des heures, et commence un jour sans heure.")
            }
            return duration
        case (.some, .some):
            throw CalendarFault(line: startLine, "cet événement a une fin et une durée (DTEND, DURATION).")
        }
    }
}

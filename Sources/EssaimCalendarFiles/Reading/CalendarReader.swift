import EssaimDomain

/// Reads a calendar component by component: events stand in VCALENDAR, and what stands elsewhere (time zones, alarms, tasks) is
/// walked over.
struct CalendarReader {
    private let local: OffsetRules
    private var open: [String] = []
    private var draft: EventDraft?
    private var draftFault: CalendarFault?
    private var events: [CalendarEvent] = []
    private var faults: [CalendarFault] = []
    private var eventCount = 0
    private var hasCalendar = false

    /// Components within one another.
    private static let deepest = 8

    init(offsets: OffsetRules) { local = offsets }

    /// - Throws: when the whole is no calendar; an event that is not read is a fault of its own.
    mutating func read(_ bytes: [UInt8]) throws(CalendarFault) {
        guard bytes.count <= AbsenceCalendar.mostBytes else {
            throw CalendarFault(line: nil, "Ce calendrier dépasse \(AbsenceCalendar.mostBytes >> 20)\u{A0}Mio.")
        }
        var last = 0
        for (number, line) in CalendarLines(bytes) {
            last = number
            try take(line, number)
        }
        guard open.isEmpty else {
            throw CalendarFault(line: last, "le calendrier s’arrête avant sa fin\u{A0}: il est coupé.")
        }
        guard hasCalendar else {
            throw CalendarFault(line: nil, "Ce fichier n’est pas un calendrier (iCalendar, .ics).")
        }
    }

    private mutating func take(_ bytes: [UInt8], _ number: Int) throws(CalendarFault) {
        let line: ContentLine
        do throws(CalendarFault) {
            line = try ContentLine(bytes, number: number)
        } catch {
            guard draft != nil else { throw error }
            draftFault = draftFault ?? error
            return
        }
        switch line.name {
        case "BEGIN": try begin(line)
        case "END": try end(line)
        default: try property(line)
        }
    }

    private mutating func begin(_ line: ContentLine) throws(CalendarFault) {
        let name = line.value.uppercased()
        guard open.isEmpty == (name == "VCALENDAR"), open.count < Self.deepest, Self.isName(name) else {
            throw CalendarFault(line: line.number, "ce BEGIN n’est pas à sa place.")
        }
        if open == ["VCALENDAR"] {
            if name == "VFREEBUSY" {
                throw CalendarFault(
                    line: line.number, "VFREEBUSY n’est pas lu\u{A0}: envoyez le calendrier des événements.")
            }
            if name == "VEVENT" {
                eventCount += 1
                guard eventCount <= AbsenceCalendar.mostEvents else {
                    throw CalendarFault(line: line.number, "plus de \(AbsenceCalendar.mostEvents) événements.")
                }
                draft = EventDraft(line: line.number, local: local)
                draftFault = nil
            }
        }
        hasCalendar = true
        open.append(name)
    }

    private mutating func end(_ line: ContentLine) throws(CalendarFault) {
        guard let name = open.popLast(), name == line.value.uppercased() else {
            throw CalendarFault(line: line.number, "ce END n’est pas à sa place.")
        }
        guard open.count == 1, let draft else { return }
        self.draft = nil
        do throws(CalendarFault) {
            if let draftFault { throw draftFault }
            events.append(try draft.event())
        } catch {
            faults.append(error)
        }
    }

    private mutating func property(_ line: ContentLine) throws(CalendarFault) {
        switch open.count {
        case 0: throw CalendarFault(line: line.number, "cette ligne n’est dans aucun calendrier.")
        case 1: try check(line)
        case 2 where draft != nil && draftFault == nil:
            do throws(CalendarFault) { try draft?.take(line) } catch { draftFault = error }
        default: break
        }
    }

    private func check(_ line: ContentLine) throws(CalendarFault) {
        switch (line.name, line.value.uppercased()) {
        case ("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"): break
        case ("VERSION", _), ("CALSCALE", _):
            throw CalendarFault(line: line.number, "\(line.name)\u{A0}: seul l’iCalendar 2.0 grégorien est lu.")
        default: break
        }
    }

    private static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

extension CalendarReader {
    /// What was read, as absences of some days.
    func absences(in window: ClosedRange<CivilDate>) -> AbsenceCalendar {
        var replaced: [String: CalendarEvent.Exclusions] = [:]
        for event in events {
            guard let uid = event.uid, let time = event.replaces else { continue }
            replaced[uid, default: CalendarEvent.Exclusions()].insert(time, local)
        }
        var budget = AbsenceCalendar.mostSteps
        var stretches: [Range<Instant>] = []
        var faults = faults
        for event in events where !event.isPassedOver {
            let others = event.replaces == nil ? event.uid.flatMap { replaced[$0] } : nil
            do throws(CalendarFault) {
                stretches += try event.stretches(in: window, without: others, local: local, spending: &budget)
            } catch {
                faults.append(error)
            }
        }
        faults.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        return AbsenceCalendar(
            away: Stretches(stretches), events: eventCount - faults.count,
            passedOver: events.count(where: \.isPassedOver), faults: Array(faults.prefix(AbsenceCalendar.mostFaults)),
            refused: faults.count)
    }
}

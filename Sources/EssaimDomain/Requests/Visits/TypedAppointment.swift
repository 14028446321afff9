/// An appointment as it is typed: day, hour, place, with whom.
public struct TypedAppointment: Sendable, Equatable {
    public var day: String
    public var time: String
    public var place: String
    public var with: String

    public init(day: String, time: String, place: String, with: String) {
        self.day = day
        self.time = time
        self.place = place
        self.with = with
    }

    /// Most characters of a place or a name.
    public static let longest = 200
    /// No agenda is open further.
    public static let furthest = Duration.days(2 * 366)

    /// The appointment, or what is wrong field by field.
    func checked(at now: Instant, in offsets: OffsetRules) -> Result<Visit.Appointment, Refusal> {
        var faults: [FieldFault] = []
        let date = CivilDate.parse(day)
        if date == nil {
            faults.append(FieldFault(field: "day", message: "Écrivez un jour qui existe\u{A0}: 04/12/2026."))
        }
        let clock = Self.timeOfDay(time)
        if clock == nil {
            faults.append(FieldFault(field: "time", message: "Écrivez une heure\u{A0}: 14\u{A0}h\u{A0}30."))
        }
        for (text, field) in [(place, "place"), (with, "with")] {
            if text.trimmed.isEmpty {
                faults.append(.missing(field))
            } else if text.unicodeScalars.count > Self.longest {
                faults.append(
                    FieldFault(field: field, message: "Raccourcissez\u{A0}: \(Self.longest)\u{A0}caractères au plus."))
            }
        }
        if let date, let clock, let wall = CivilDateTime(date, hour: clock.hour, minute: clock.minute) {
            let at = offsets.instant(of: wall)
            if at <= now {
                faults.append(FieldFault(field: "day", message: "Ce jour et cette heure sont passés."))
            } else if at > now + Self.furthest {
                faults.append(
                    FieldFault(field: "day", message: "Ce jour est à plus de deux ans\u{A0}: vérifiez l’année."))
            } else if faults.isEmpty {
                return .success(Visit.Appointment(at: at, place: place.trimmed, with: with.trimmed))
            }
        }
        return .failure(.faults(faults))
    }

    /// `14:30`, `14h30`, `14 h 30`, `9 h`, `14`.
    static func timeOfDay(_ typed: String) -> (hour: Int, minute: Int)? {
        guard typed.utf8.count <= 20 else { return nil }
        let text = typed.filter { !$0.isWhitespace }.lowercased()
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }.map(String.init)
        guard let hour = parts.first.flatMap(plainNumber), hour <= 23 else { return nil }
        switch parts.count {
        case 1: return (hour, 0)
        case 2 where parts[1].isEmpty && text.hasSuffix("h"): return (hour, 0)
        case 2:
            guard parts[1].utf8.count == 2, let minute = plainNumber(parts[1]), minute <= 59 else { return nil }
            return (hour, minute)
        default: return nil
        }
    }
}

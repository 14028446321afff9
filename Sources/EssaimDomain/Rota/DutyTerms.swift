/// What a duty is, its id and version apart.
public struct DutyTerms: Sendable, Equatable {
    public let post: DutyPost
    public let person: Identifier<Person>
    public let time: DutyTime
    public let pattern: DutyPattern

    public init(post: DutyPost, person: Identifier<Person>, time: DutyTime, pattern: DutyPattern) {
        self.post = post
        self.person = person
        self.time = time
        self.pattern = pattern
    }
}

extension DutyTerms {
    public init(_ duty: Duty) {
        self.init(post: duty.post, person: duty.person, time: duty.time, pattern: duty.pattern)
    }
}

extension DutyPost: RawRepresentable {
    /// `equipe lorient`, `ligne thyroide`, as forms carry it.
    public var rawValue: String {
        switch self {
        case .pool(let pool): "equipe \(pool.rawValue)"
        case .line(let line): "ligne \(line.rawValue)"
        }
    }

    public init?(rawValue text: String) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "equipe": self = .pool(Identifier(parts[1]))
        case "ligne": self = .line(Identifier(parts[1]))
        default: return nil
        }
    }
}

/// A duty as someone types it.
public struct TypedDuty: Sendable, Equatable {
    public var post = ""
    public var person = ""
    public var weekdays: Set<String> = []
    /// `morning`, `afternoon`, `day`, or `hours` for those typed.
    public var time = "day"
    public var hours = ""
    public var everyWeeks = "1"
    public var from = ""
    public var through = ""
    public var onHolidays = DutyPattern.OnHolidays.dropped.rawValue

    public init() {}

    public init(_ terms: DutyTerms) {
        post = terms.post.rawValue
        person = terms.person.rawValue
        weekdays = Set(terms.pattern.weekdays.map(\.rawValue))
        if case .hours(let exact) = terms.time {
            (time, hours) = ("hours", exact.rawValue)
        } else {
            time = terms.time.rawValue
        }
        everyWeeks = String(terms.pattern.everyWeeks)
        from = terms.pattern.first.description
        through = terms.pattern.last?.description ?? ""
        onHolidays = terms.pattern.onHolidays.rawValue
    }

    public func checked() -> Result<DutyTerms, Refusal> {
        var faults: [FieldFault] = []
        func fault(_ field: String, _ message: String) { faults.append(FieldFault(field: field, message: message)) }
        let post = DutyPost(rawValue: post)
        if post == nil { fault("poste", "Choisissez une équipe ou une ligne.") }
        if person.isEmpty { fault("personne", "Choisissez qui est de garde.") }
        let days = Set(weekdays.compactMap(Weekday.init(rawValue:)))
        if days.isEmpty { fault("jours", "Choisissez au moins un jour de la semaine.") }
        let time = DutyTime(rawValue: time == "hours" ? hours.trimmed : time)
        if time == nil { fault("heures", "Écrivez les heures ainsi\u{A0}: 20:00-08:00.") }
        let weeks = plainNumber(everyWeeks.trimmed) ?? 0
        if !DutyPattern.intervals.contains(weeks) { fault("semaines", "Écrivez un nombre de 1 à 52.") }
        let (first, last) = (CivilDate.parse(from), CivilDate.parse(through))
        if first == nil { fault("du", "Ce jour n’existe pas\u{A0}: écrivez-le ainsi, 04/12/2026.") }
        if last == nil, !through.trimmed.isEmpty {
            fault("au", "Ce jour n’existe pas\u{A0}: écrivez-le ainsi, 04/12/2026.")
        }
        if let first, let last, last < first {
            fault("au", "Le dernier jour vient avant le premier\u{A0}: inversez-les.")
        }
        let holidays = DutyPattern.OnHolidays(rawValue: onHolidays)
        if holidays == nil { fault("feries", "Choisissez ce qui vaut les jours fériés.") }
        guard faults.isEmpty, let post, let time, let first, let holidays,
            let pattern = DutyPattern(
                weekdays: days, everyWeeks: weeks, from: first, through: last, onHolidays: holidays)
        else { return .failure(.faults(faults)) }
        return .success(DutyTerms(post: post, person: Identifier(person), time: time, pattern: pattern))
    }
}

import EssaimDomain
import EssaimTestSupport

// The commands of a walk: what each says, and what the oracle notes of it.

extension Walk {
    mutating func command(_ action: Action, on id: Identifier<AdviceRequest>) -> Command {
        let now = town.clock.now()
        let route = Bool.random(using: &random) ? Route.north : .south
        let other = anyDemand()
        let photo = (Int.random(in: 0..<4, using: &random) == 0 ? oracle.demands[other] : oracle.demands[id])?.photo
        switch action {
        case .edit: return .edit(Self.content)
        case .attach: return .attach(.sample("walk-\(seed)-\(drawn)", of: id))
        case .detach: return .detach(photo ?? "attachment-nowhere")
        case .withdrawAttachment: return .withdrawAttachment(photo ?? "attachment-nowhere", reason: "Autre patient.")
        case .assign:
            // Now and then an expert of another network, who is not to be named.
            let strangers = Self.people.map(\.id).filter { oracle.isExpert($0) && !oracle.isExpertHere($0) }
            let isStranger = Int.random(in: 0..<4, using: &random) == 0
            return .assign(isStranger ? strangers.randomElement(using: &random) ?? anyone().id : anyone().id)
        case .reassign: return .reassign(anyone().id)
        case .reorient: return .reorient(route, reason: "Habite là.")
        case .openLinked: return .openLinked(route, question: "Et là ?")
        case .answer: return .answer(advice(at: now))
        case .validate: return .validate(advice(at: now))
        case .amend: return .amend(advice(at: now), reason: "Une précision.")
        case .bookVisit: return .bookVisit(appointment(at: now))
        default: return .sample(action, now: now)
        }
    }

    /// Some answers want the patient seen, some before a day, some neither.
    private mutating func advice(at now: Instant) -> AnswerContent {
        let today = LocalTime().date(at: now)
        let days = [nil, 3, 9].randomElement(using: &random) ?? nil
        return AnswerContent(
            text: "Une suite est nécessaire.",
            orientation: Bool.random(using: &random) ? .plannedConsultation : .managedRemotely,
            seeBefore: days.map { today.adding(days: $0) })
    }

    /// Soon enough for the walk to see it missed.
    private mutating func appointment(at now: Instant) -> TypedAppointment {
        let wall = LocalTime().offsets.civil(at: now + .minutes(Int.random(in: 2...90, using: &random)))
        return TypedAppointment(
            day: wall.date.french, time: "\(wall.hour):\(wall.minute < 10 ? "0" : "")\(wall.minute)", place: "Lannion",
            with: "Dr Guivarch")
    }
}

extension Command {
    /// What the answer says of seeing the patient; nil when they need not come.
    var asked: Oracle.Visit? {
        switch self {
        case .answer(let content), .validate(let content), .amend(let content, _):
            content.seeBefore == nil && content.orientation == .managedRemotely
                ? nil : Oracle.Visit(before: content.seeBefore)
        default: nil
        }
    }

    var appointment: Instant? {
        guard case .bookVisit(let typed) = self, let date = CivilDate.parse(typed.day) else { return nil }
        let time = typed.time.split(separator: ":").compactMap { Int($0) }
        return CivilDateTime(date, hour: time[0], minute: time[1]).map(LocalTime().offsets.instant)
    }

    var named: Identifier<Person>? {
        switch self {
        case .assign(let person), .reassign(let person): person
        default: nil
        }
    }

    var pool: Identifier<Pool>? {
        switch self {
        case .reorient(let route, _), .openLinked(let route, _): route.pool
        default: nil
        }
    }

    var photo: Identifier<Attachment>? {
        if case .attach(let attachment) = self { return attachment.id }
        return nil
    }
}

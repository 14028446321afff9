import EssaimCalendarFiles
import EssaimDomain
import EssaimWorkflow

/// An expert's days as they stand.
public struct AvailabilityPage: Sendable {
    public let availability: Availability
    public let version: Int
    /// Demands taken since midnight.
    public let taken: Int
    /// A calendar of absences that they imported.
    public let calendar: AbsenceImport?
    public let surroundings: Surroundings
}

extension Grant where P == Answers {
    public func availability() async throws -> AvailabilityPage {
        let (person, isLoopback, now) = (fact.caller.person.id, house.isLoopback, now)
        return try await house.store.read { store in
            let surroundings = try Surroundings(store, isLoopback: isLoopback)
            let local = surroundings.local
            let today = local.date(at: now)
            let (availability, version) = try store.availability(of: person, on: today)
            return AvailabilityPage(
                availability: availability, version: version,
                taken: try store.taken(by: person, since: local.midnight(startOf: today)),
                calendar: try store.absenceImport(of: person), surroundings: surroundings)
        }
    }

    /// The week and the daily limit, over the version that was read: with its entry in the history.
    public func keep(_ typed: TypedAvailability, over version: Int, _ input: Input) async throws -> Result<
        Void, Refusal
    > {
        let (hours, most): (OpeningHours?, Int?)
        switch typed.checked() {
        case .success(let checked): (hours, most) = checked
        case .failure(let refusal): return .failure(refusal)
        }
        let person = fact.caller.person
        let entry = house.recorder.entry("availability.change", at: now, by: person, from: input.client)
        return try await house.store.write { tx in
            let availability = Availability(hours: hours, mostADay: most)
            guard try tx.save(availability, of: person.id, over: version) else {
                return .failure(.stale(current: version))
            }
            try tx.append(entry)
            return .success(())
        }
    }

    public func addAbsence(
        from: String, through: String, half: String = "", colleague: String, on today: CivilDate, _ input: Input
    ) async throws -> Result<Void, Refusal> {
        let absence: Absence
        switch Absence.checked(from: from, through: through, half: half, colleague: colleague, today: today) {
        case .success(let checked):
            absence = Absence(id: .new(at: now), days: checked.days, half: checked.half, colleague: checked.colleague)
        case .failure(let refusal): return .failure(refusal)
        }
        let days = absence.days
        let (person, instant, leaving) = (fact.caller.person, now, house.leaving)
        let entry = house.recorder.entry(
            "availability.absence", at: instant, by: person, from: input.client,
            detail: ["from": days.lowerBound.description, "through": days.upperBound.description])
        let result: Result<Void, Refusal> = try await house.store.write { tx in
            let kept = try tx.availability(of: person.id, on: today).0.absences
            guard kept.count < Availability.mostAbsences else { return .failure(.faults([.tooManyAbsences])) }
            // The same days sent twice are one absence.
            let isKnown = kept.contains {
                $0.days == days && $0.half == absence.half && $0.colleague == absence.colleague
            }
            if isKnown { return .success(()) }
            try tx.insert(absence, of: person.id)
            // What they hold goes back to their team as soon as they are away.
            try leaving.holderBecameAbsent(person.id, in: nil, at: instant, tx)
            try tx.append(entry)
            return .success(())
        }
        house.bulletin.post(.jobs)
        if case .success = result { try await house.lookAtRotas(of: fact.caller) }
        return result
    }

    /// False when it is not theirs.
    public func removeAbsence(_ id: Identifier<Absence>, _ input: Input) async throws -> Bool {
        let person = fact.caller.person
        let entry = house.recorder.entry("availability.return", at: now, by: person, from: input.client)
        let isTheirs = try await house.store.write { tx in
            guard try tx.remove(id, of: person.id) else { return false }
            try tx.append(entry)
            return true
        }
        if isTheirs { try await house.lookAtRotas(of: fact.caller) }
        if !isTheirs { try await house.recordRefusal(of: visitor, policy: P.name, input) }
        return isTheirs
    }

    /// The times of a calendar file in place of those of the one before; its titles and places are not kept. The year to come
    /// is read.
    public func importAbsences(_ bytes: [UInt8], _ input: Input) async throws -> Result<AbsencesRead, Refusal> {
        let (person, now, leaving, isLoopback) = (fact.caller.person, now, house.leaving, house.isLoopback)
        let local = try await house.store.read { try Surroundings($0, isLoopback: isLoopback).local }
        let today = local.date(at: now)
        let calendar: AbsenceCalendar
        switch AbsenceCalendar.read(bytes, window: today...today.adding(days: 366), in: local.offsets) {
        case .success(let read): calendar = read
        case .failure(let fault):
            return .failure(.faults([FieldFault(field: AbsencesRead.fieldName, message: fault.french)]))
        }
        let entry = house.recorder.entry(
            "availability.import", at: now, by: person, from: input.client,
            detail: ["stretches": String(calendar.away.list.count), "refused": String(calendar.refused)])
        try await house.store.write { tx in
            try tx.setBusyTimes(calendar.away, of: person.id, at: now)
            try leaving.holderBecameAbsent(person.id, in: nil, at: now, tx)
            try tx.append(entry)
        }
        try await house.lookAtRotas(of: fact.caller)
        return .success(AbsencesRead(stretches: calendar.away.list.count, faults: calendar.faults.map(\.french)))
    }

    public func removeAbsenceCalendar(_ input: Input) async throws {
        let (person, now) = (fact.caller.person, now)
        let entry = house.recorder.entry("availability.importRemoved", at: now, by: person, from: input.client)
        try await house.store.write { tx in
            try tx.setBusyTimes(nil, of: person.id, at: now)
            try tx.append(entry)
        }
        try await house.lookAtRotas(of: fact.caller)
    }
}

/// What a calendar gave.
public struct AbsencesRead: Sendable {
    /// The field of the form that sends one.
    public static let fieldName = "agenda"
    public static let mostBytes = AbsenceCalendar.mostBytes

    public let stretches: Int
    /// Events that were left out, each with its line.
    public let faults: [String]
}

extension House {
    /// Who is away may leave a day to nobody: looked at at once.
    func lookAtRotas(of caller: Caller) async throws {
        for network in Set(caller.pools.map(\.network)) { _ = try await rotaWatch.look(at: network) }
    }
}

extension FieldFault {
    fileprivate static let tooManyAbsences = FieldFault(
        field: "from",
        message: "Vous avez déjà \(Availability.mostAbsences) absences à venir\u{A0}: retirez-en une d’abord.")
}

extension StoreReader {
    /// What stands against this expert taking a demand now: an absence, or the daily limit; never their hours.
    func hindrance(of person: Identifier<Person>, at now: Instant, in local: LocalTime) throws -> Availability
        .Hindrance?
    {
        let today = local.date(at: now)
        let availability = try availability(of: person, on: today).0
        guard availability.mostADay != nil || !availability.absences.isEmpty else { return nil }
        let taken = try taken(by: person, since: local.midnight(startOf: today))
        let hindrance = availability.hindrance(at: now, taken: taken, in: local)
        if case .outsideHours = hindrance { return nil }
        return hindrance
    }

    /// What stands against each expert of a pool, by person.
    func hindrances(
        in pool: Identifier<Pool>, at now: Instant, in local: LocalTime
    ) throws -> [Identifier<Person>: Availability.Hindrance] {
        let today = local.date(at: now)
        return try days(ofPool: pool, on: today, since: local.midnight(startOf: today)).compactMapValues {
            $0.availability.hindrance(at: now, taken: $0.taken, in: local)
        }
    }
}

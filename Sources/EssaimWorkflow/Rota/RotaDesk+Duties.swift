import EssaimDomain

extension Duty {
    fileprivate init(_ id: Identifier<Duty>, _ terms: DutyTerms, version: Int = 1) {
        self.init(
            id: id, post: terms.post, person: terms.person, time: terms.time, pattern: terms.pattern, version: version)
    }
}

/// Duties and turns, by whoever keeps the rota of their post. To others they do not exist.
extension RotaDesk {
    public func add(_ terms: DutyTerms, _ act: Act) async throws -> Result<Void, Refusal> {
        try await perform("add", act) { scene in
            try scene.check(terms)
            let known = try scene.tx.rota(of: scene.network.id).duties
            // A form sent twice is one duty.
            if let same = known.first(where: { DutyTerms($0) == terms }) { return ["duty": same.id.rawValue] }
            guard known.count < Rota.mostDuties else { throw RotaDeskFault.typed(.faults([.tooManyDuties])) }
            let duty = Duty(.new(at: scene.now), terms)
            try scene.tx.insert(duty, in: scene.network.id)
            try scene.changed(telling: [terms.person], mark: duty.id.rawValue)
            return ["duty": duty.id.rawValue, "member": terms.person.rawValue]
        }
    }

    public func change(
        _ id: Identifier<Duty>, to terms: DutyTerms, over version: Int, _ act: Act
    ) async throws -> Result<Void, Refusal> {
        try await perform("change", act) { scene in
            let before = try scene.kept(id, over: version)
            try scene.check(terms)
            let duty = Duty(id, terms, version: version + 1)
            try scene.save(duty, over: version)
            try scene.changed(telling: [before.person, duty.person], mark: "\(id) \(duty.version)")
            return ["duty": id.rawValue, "member": duty.person.rawValue]
        }
    }

    /// The day is the last one on which it may come; a duty that then never came is gone.
    public func end(
        _ id: Identifier<Duty>, after last: CivilDate, over version: Int, _ act: Act
    ) async throws -> Result<Void, Refusal> {
        try await perform("end", act) { scene in
            let before = try scene.kept(id, over: version)
            let pattern = before.pattern
            let shortened = DutyPattern(
                weekdays: pattern.weekdays, everyWeeks: pattern.everyWeeks, from: pattern.first, through: last,
                onHolidays: pattern.onHolidays)
            if let shortened {
                let terms = DutyTerms(post: before.post, person: before.person, time: before.time, pattern: shortened)
                try scene.save(Duty(id, terms, version: version + 1), over: version)
            } else {
                try scene.tx.remove(id, of: scene.network.id)
            }
            try scene.changed(telling: [before.person], mark: "\(id) \(version + 1)")
            return ["duty": id.rawValue, "last": last.description]
        }
    }

    /// One turn: taken away, moved, handed on or put back.
    public func change(
        _ seen: Shift.Seen, by change: ShiftChange, _ act: Act
    ) async throws -> Result<Void, Refusal> {
        try await perform("turn", act) { scene in
            guard let duty = try scene.tx.duty(seen.key.duty, of: scene.network.id),
                scene.who.keepsRota(of: duty.post, in: scene.network)
            else { throw RotaDeskFault.rota(.notFound) }
            let before = scene.rota.shift(seen.key)?.person
            let exception = try scene.rota.changed(seen, by: change, among: scene.answerers).agreed()
            guard try scene.tx.save(exception) else {
                throw RotaDeskFault.rota(.stale(current: seen.version + 1))
            }
            let people = [before, exception.person ?? duty.person].compactMap(\.self)
            try scene.changed(telling: Set(people), mark: "\(duty.id) \(seen.key.day) \(exception.version)")
            return ["duty": duty.id.rawValue, "day": seen.key.day.description, "what": change.name]
        }
    }
}

extension RotaDesk.Scene {
    /// The duty as it was read, of a post that they keep.
    fileprivate func kept(_ id: Identifier<Duty>, over version: Int) throws -> Duty {
        guard let duty = try tx.duty(id, of: network.id), who.keepsRota(of: duty.post, in: network) else {
            throw RotaDeskFault.rota(.notFound)
        }
        guard duty.version == version else { throw RotaDeskFault.rota(.stale(current: duty.version)) }
        return duty
    }

    fileprivate func check(_ terms: DutyTerms) throws {
        guard who.keepsRota(of: terms.post, in: network) else { throw RotaDeskFault.rota(.notFound) }
        guard answerers.mayKeep(terms.post, terms.person) else { throw RotaDeskFault.rota(.stranger) }
        let faults = Rota(duties: [Duty("new", terms)]).faults(in: network, among: answerers)
        if faults.contains(where: { $0.reason == .neverComes }) { throw RotaDeskFault.typed(.faults([.neverComes])) }
    }

    fileprivate func save(_ duty: Duty, over version: Int) throws {
        guard try tx.save(duty, over: version, in: network.id) else {
            throw RotaDeskFault.rota(.stale(current: version + 1))
        }
    }

    /// The rota is another one from here on; who did it is told nothing.
    func changed(telling people: Set<Identifier<Person>>, mark: String) throws {
        try tx.touchRota(of: network.id, at: now)
        try leaving.leave(
            .turnChanged, to: Set(people.map(Telling.Audience.person)), mark: mark, except: who.person.id)
    }
}

extension ShiftChange {
    fileprivate var name: String {
        switch self {
        case .remove: "remove"
        case .move: "move"
        case .hand: "hand"
        case .restore: "restore"
        }
    }
}

extension FieldFault {
    fileprivate static let neverComes = FieldFault(
        field: "jours", message: "Aucun de ces jours ne vient entre le premier et le dernier\u{A0}: vérifiez les dates."
    )
    fileprivate static let tooManyDuties = FieldFault(
        field: "jours", message: "Le planning tient \(Rota.mostDuties) gardes au plus\u{A0}: terminez-en d’abord.")
}

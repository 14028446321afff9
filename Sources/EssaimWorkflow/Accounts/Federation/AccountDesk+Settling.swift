import EssaimDomain

extension AccountDesk {
    /// Who waits at the door under that token; nil when they waited too long.
    public func arrival(_ token: String) async throws -> Arrival? {
        let (now, hash) = (clock.now(), tokens.hash(token))
        return try await store.read { reader -> Arrival? in
            guard let kept = try reader.arrival(hash), now - kept.startedAt < SignInStep.lasts,
                let identity = identity(of: kept)
            else { return nil }
            let known = try reader.person(provenBy: identity)
            let standsSomewhere = try known.flatMap { try reader.caller($0) }.map { !$0.structures.isEmpty } ?? false
            let places = identity.exercises.flatMap(\.activities)
            return Arrival(
                token: token, identity: identity,
                asksCharter: try known.map { try !reader.hasAccepted(Self.charter, $0) } ?? true,
                asksPlace: !standsSomewhere && places.allSatisfy { $0.commune == nil })
        }
    }

    /// What was still to be said is said: they are known from now on, where they practise is their own structure, and they
    /// are in. Others of that place join it by invitation alone: a hospital's professionals do not see each other's demands
    /// because they work there.
    public func settle(_ token: String, _ answer: ArrivalAnswer, _ knock: Knock) async throws -> ArrivalOutcome {
        let (now, hash) = (clock.now(), tokens.hash(token))
        return try await store.write { tx in
            guard let kept = try tx.arrival(hash), now - kept.startedAt < SignInStep.lasts,
                let identity = identity(of: kept)
            else { return over(knock) }
            let exercise = identity.exercise(answer.exercise)
            let person = try tx.person(provenBy: identity) ?? newcomer(identity, exercise, tx)
            guard try tx.account(of: person)?.isDisabled != true else { return try closed(person, knock, tx) }
            guard try answer.acceptsCharter || tx.hasAccepted(Self.charter, person) else { return .over }
            try tx.end(arrival: hash)
            if answer.acceptsCharter { try tx.accept(Self.charter, person, at: now) }
            if let place = try place(exercise?.activity(answer.activity), answer.place, of: person, tx) {
                try tx.join(person, structure: place, as: .administrator, status: .active)
            }
            return .admitted(try admit(person, proven: identity, knock, tx))
        }
    }

    /// Someone whom nobody here knew.
    private func newcomer(
        _ identity: ProvenIdentity, _ exercise: ProvenIdentity.Exercise?, _ tx: any StoreWriter
    ) throws -> Identifier<Person> {
        let now = clock.now()
        let person = Person(
            id: .new(at: now), rpps: identity.rpps, familyName: identity.familyName, givenName: identity.givenName,
            profession: exercise?.profession ?? .none, specialty: exercise?.specialty,
            mode: exercise?.activities.first?.mode ?? .liberal)
        try tx.insert(person)
        try tx.insert(
            Account(
                person: person.id, login: identity.login, passwordHash: nil))
        try tx.append(
            recorder.entry("account.open", at: now, by: person, detail: ["by": identity.provider]))
        return person.id
    }

    /// Their own structure for that place, made the first time; nil where none was told or typed.
    private func place(
        _ activity: ProvenIdentity.Activity?, _ typed: StructureFacts?, of person: Identifier<Person>,
        _ tx: any StoreWriter
    ) throws -> Identifier<Structure>? {
        let mark = activity?.mark ?? "typed"
        if let known = try tx.structure(ownedBy: person, mark: mark) { return known }
        guard let commune = activity?.commune ?? typed?.commune else { return nil }
        let structure = Structure(
            id: .new(at: clock.now()), name: activity?.name ?? typed?.name ?? "",
            kind: activity?.finess == nil ? .practice : .hospital, finess: activity?.finess ?? typed?.finess,
            commune: commune, communeName: typed?.communeName ?? activity?.town ?? commune.rawValue)
        try tx.insert(structure)
        try tx.own(structure.id, mark: mark, by: person)
        return structure.id
    }
}

extension ProvenIdentity {
    fileprivate func exercise(_ index: Int?) -> Exercise? {
        index.flatMap { exercises.indices.contains($0) ? exercises[$0] : nil } ?? exercises.first
    }
}

extension ProvenIdentity.Exercise {
    fileprivate func activity(_ index: Int?) -> ProvenIdentity.Activity? {
        index.flatMap { activities.indices.contains($0) ? activities[$0] : nil }
            ?? (activities.count == 1 ? activities[0] : nil)
    }
}

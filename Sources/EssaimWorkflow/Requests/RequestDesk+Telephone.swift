import EssaimDomain

extension RequestDesk {
    /// An opinion given on the telephone, entered by the senior who gave it: one demand, asked and answered, with its report,
    /// its acts and its receipt like any other. The asking structure finds it among what it has to read.
    /// - Parameters:
    ///   - offer: the line under which the expert answers.
    ///   - asker: who called, of those whom Essaim knows; nil when they were typed.
    public func enter(
        _ typed: TypedPhoneOpinion, on offer: Identifier<Offer>, askedBy asker: PhoneAsker?, key: String,
        by caller: Identifier<Person>, from place: String = ""
    ) async throws -> Result<Receipt, Refusal> {
        let now = clock.now()
        let result = try await store.write { tx in
            try Performance(desk: self, tx: tx, now: now, caller: caller, place: place)
                .enter(typed, on: offer, askedBy: asker, key: key)
        }
        if case .success(let receipt) = result, let changed = receipt.changed {
            bulletin.post(.jobs)
            bulletin.post(.request(changed))
        }
        return result
    }
}

/// Who called, of those whom Essaim knows.
public struct PhoneAsker: Sendable, Hashable {
    public let person: Identifier<Person>
    public let structure: Identifier<Structure>

    public init(person: Identifier<Person>, structure: Identifier<Structure>) {
        self.person = person
        self.structure = structure
    }
}

extension Caller {
    /// Lines of that network under which they answer as a senior, each with the zone of one of their pools.
    public func answeredLines(of network: Network) -> [(offer: Offer, route: Route)] {
        let mine = pools.filter { $0.network == network.id && $0.grade == .senior }.map(\.pool)
        return network.offers.compactMap { offer in
            guard offer.kind == .teleexpertise, offer.service == .opinion,
                let (zone, pool) = offer.pools.sorted(by: { $0.key < $1.key }).first(where: { mine.contains($0.value) })
            else { return nil }
            return (offer, Route(offer: offer.id, zone: zone, pool: pool))
        }
    }
}

extension Performance {
    fileprivate func enter(
        _ typed: TypedPhoneOpinion, on offer: Identifier<Offer>, askedBy asker: PhoneAsker?, key: String
    ) throws -> Result<RequestDesk.Receipt, Refusal> {
        let fingerprint = desk.recorder.fingerprint(of: typed, offer, asker)
        if let before = try remembered(key, fingerprint) { return before }
        guard let who = try tx.caller(caller), let (network, line) = try line(offer, of: who) else {
            return .failure(.notFound)
        }
        guard let parties = try parties(of: asker, who) else {
            let message = "Choisissez qui a appelé dans la liste, ou cherchez sa structure."
            return .failure(.faults([FieldFault(field: "caller", message: message)]))
        }
        let context = try context(typed, line.offer, network, parties)
        let decided = AdviceRequest.phoned(
            typed, id: .new(at: now), number: try freshNumber(), network: network.id, route: line.route,
            parties: parties, in: context)
        switch decided {
        case .failure(let refusal): return .failure(refusal)
        case .success(let decision): return try keep(decision, by: who, key: key, fingerprint)
        }
    }

    private func line(
        _ offer: Identifier<Offer>, of who: Caller
    ) throws -> (Network, (offer: Offer, route: Route))? {
        for id in Set(who.pools.map(\.network)).sorted() {
            guard let network = try tx.network(id) else { continue }
            if let line = who.answeredLines(of: network).first(where: { $0.offer.id == offer }) {
                return (network, line)
            }
        }
        return nil
    }

    /// The asking side: a member of a structure of Essaim, else the expert's own structure; nil when neither is there.
    private func parties(of asker: PhoneAsker?, _ who: Caller) throws -> PhoneParties? {
        if let asker {
            guard let person = try tx.caller(asker.person), person.person.profession.isHealthProfessional,
                person.structures.contains(where: { $0.structure.id == asker.structure })
            else { return nil }
            return PhoneParties(
                expert: caller, structure: asker.structure, requester: asker.person, isKnown: true)
        }
        return who.structures.first.map {
            PhoneParties(expert: caller, structure: $0.structure.id, requester: caller, isKnown: false)
        }
    }

    private func context(
        _ typed: TypedPhoneOpinion, _ offer: Offer, _ network: Network, _ parties: PhoneParties
    ) throws -> DecisionContext {
        guard let requester = try tx.person(parties.requester) else { throw StoreFault.corrupt("who called") }
        let local = network.localTime(of: offer)
        var known: Identifier<Patient>?
        if case .success(let traits) = PatientTraits.check(typed.patient, today: local.date(at: now)) {
            known = try tx.patient(bearing: traits, in: parties.structure)
        }
        return DecisionContext(
            now: now, offer: offer, localTime: local, form: nil, attachments: [], requester: requester,
            poolHasExperts: true, knownPatient: known, newPatient: .new(at: now), newAssignment: .new(at: now),
            lineReceives: typed.answer.receiving == nil)
    }

    private func keep(
        _ decision: Decision, by who: Caller, key: String, _ fingerprint: String
    ) throws -> Result<RequestDesk.Receipt, Refusal> {
        let request = decision.request
        for case .patientIdentified(let patient) in decision.effects { try tx.insert(patient) }
        try tx.insert(request)
        for effect in decision.effects { _ = try carryOut(effect, request, by: who) }
        _ = try tx.noteContact(of: request.id, at: now)
        try index(request, since: nil)
        guard let answer = request.lastAnswer else { throw StoreFault.corrupt("an opinion without answer") }
        let acts: [(Command, String, Instant)] = [
            (.submit, request.content.question, request.phone?.toldAt ?? now),
            (.answer(answer.content), answer.content.text, now),
        ]
        for (command, text, at) in acts {
            try tx.append(
                ThreadEntry(id: .new(at: at), at: at, author: caller, action: command.action, text: text),
                to: request.id)
            try tx.append(
                desk.recorder.entry(
                    "request.\(command.action.rawValue)", at: now, by: who.person, from: place, as: [.holder],
                    request: request, content: text, record: try record(command, decision),
                    detail: ["by": "telephone"]))
        }
        try tell(.answer, from: request, to: request, by: who)
        return try receipt(request.id, request, created: request.id, key: key, fingerprint: fingerprint)
    }
}

import EssaimDomain

/// One command inside its transaction.
struct Performance {
    let desk: RequestDesk
    let tx: any StoreWriter
    let now: Instant
    let caller: Identifier<Person>
    /// From where the command came.
    var place = ""

    func perform(
        _ command: Command, on id: Identifier<AdviceRequest>, at version: Int?, key: String
    ) throws -> Result<RequestDesk.Receipt, Refusal> {
        let fingerprint = "\(command.action.rawValue) \(id.rawValue) \(desk.recorder.fingerprint(of: command))"
        if let before = try remembered(key, fingerprint) { return before }
        guard let who = try tx.caller(caller) else { return .failure(.notFound) }
        let booked = Action.ofVisits.contains(command.action) ? try tx.request(id, bookableBy: caller) : nil
        guard let request = try booked ?? tx.request(id, visibleTo: caller) else {
            try refuse(command, who, nil, id)
            return .failure(.notFound)
        }
        let actor = Actor(who, to: request)
        // Someone who may not do it at all learns nothing, not even that the version moved.
        let isAllowed = request.actions(availableTo: actor, at: now).contains(command.action)
        if isAllowed, !command.action.isVersionless, version != request.version {
            return .failure(.stale(current: request.version))
        }
        if isAllowed, let named = command.namedExpert, try !mayAnswer(named, in: request.network) {
            let message = "Cette personne ne répond pas dans ce réseau."
            return .failure(.faults([FieldFault(field: "expert", message: message)]))
        }
        let context = try context(command, request, by: who.person)
        switch request.decide(command, by: actor, in: context) {
        case .failure(let refusal):
            if refusal == .notFound { try refuse(command, who, request, id) }
            return .failure(refusal)
        case .success(let decision):
            return try save(decision, command, over: request, by: who, actor, key: key, fingerprint)
        }
    }

    private func save(
        _ decision: Decision, _ command: Command, over request: AdviceRequest, by who: Caller, _ actor: Actor,
        key: String, _ fingerprint: String
    ) throws -> Result<RequestDesk.Receipt, Refusal> {
        var created: Identifier<AdviceRequest>?
        // Before the demand: a patient's row must be there for the demand to point at.
        for case .patientIdentified(let patient) in decision.effects { try tx.insert(patient) }
        if decision.effects.contains(.removed) {
            try tx.remove(request.id)
        } else {
            guard try tx.save(decision.request, over: request.version, since: request) else {
                return .failure(.stale(current: request.version))
            }
        }
        for effect in decision.effects {
            if let id = try carryOut(effect, decision.request, by: who) { created = id }
        }
        let wasArchived = try tx.noteContact(of: request.id, at: now)
        try index(decision.request, since: request, wasArchived: wasArchived)
        // Whom a corrected identity left without any demand is in no list, and nothing would ever end it.
        if let former = request.patient, former != decision.request.patient { try tx.forgetIfAlone(former) }
        if let text = decision.threadText {
            let entry = ThreadEntry(
                id: .new(at: now), at: now, author: actor.person, action: command.action, text: text)
            try tx.append(entry, to: request.id)
        }
        if command.action != .draftAnswer {
            try tx.append(
                desk.recorder.entry(
                    "request.\(command.action.rawValue)", at: now, by: who.person, from: place, as: actor.relations,
                    request: decision.request, content: decision.content, record: try record(command, decision),
                    detail: command.filesDetail))
        }
        try tell(command.action, from: request, to: decision.request, by: who)
        try keepWord(on: decision.request, by: who)
        return try receipt(
            request.id, decision.request, since: request, created: created, key: key, fingerprint: fingerprint)
    }

    /// When the next step is due, counted again after each act: whoever holds it gave a sign.
    private func keepWord(on request: AdviceRequest, by who: Caller) throws {
        guard request.state != .draft else { return }
        if request.holder == who.person.id { try tx.noteHolderSign(on: request.id, at: now) }
        try GuaranteeWork(desk: desk, tx: tx, now: now).renew(request)
    }

    private func mayAnswer(_ expert: Identifier<Person>, in network: Identifier<Network>) throws -> Bool {
        guard let named = try tx.caller(expert), named.person.profession.mayAnswer else { return false }
        return named.pools.contains { $0.network == network }
    }

    /// What this key gave before, if it was used.
    func remembered(_ key: String, _ fingerprint: String) throws -> Result<RequestDesk.Receipt, Refusal>? {
        guard let before = try tx.outcome(of: key, by: caller) else { return nil }
        guard before.fingerprint == fingerprint, let receipt = Self.receipt(before.result) else {
            return .failure(.keyReused)
        }
        return .success(receipt)
    }

    /// The receipt, kept under its key.
    func receipt(
        _ id: Identifier<AdviceRequest>, _ request: AdviceRequest, since before: AdviceRequest? = nil,
        created: Identifier<AdviceRequest>?, key: String, fingerprint: String
    ) throws -> Result<RequestDesk.Receipt, Refusal> {
        let receipt = RequestDesk.Receipt(
            request: id, version: request.version, state: request.state, created: created, isRepeat: false,
            changed: ChangedRequest(request, since: before, by: caller))
        try tx.remember(key, by: caller, fingerprint: fingerprint, result: Self.text(receipt), at: now)
        return .success(receipt)
    }

    private func refuse(
        _ command: Command, _ who: Caller, _ request: AdviceRequest?, _ id: Identifier<AdviceRequest>
    ) throws {
        try tx.append(
            desk.recorder.entry(
                "request.\(command.action.rawValue)", outcome: "refused", at: now, by: who.person, from: place,
                request: request,
                detail: ["asked": id.rawValue]))
    }

    private static func text(_ receipt: RequestDesk.Receipt) -> String {
        [
            receipt.request.rawValue, String(receipt.version), receipt.state.rawValue, receipt.created?.rawValue ?? "",
        ].joined(separator: " ")
    }

    private static func receipt(_ text: String) -> RequestDesk.Receipt? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let version = Int(parts[1]), let state = RequestState(rawValue: parts[2]) else {
            return nil
        }
        return RequestDesk.Receipt(
            request: Identifier(parts[0]), version: version, state: state,
            created: parts[3].isEmpty ? nil : Identifier(parts[3]), isRepeat: true, changed: nil)
    }
}

extension Command {
    /// Which file an act is about, and what its bytes were: an entry of the journal commits to them.
    fileprivate var filesDetail: [String: String] {
        switch self {
        case .attach(let attachment):
            ["file": attachment.id.rawValue, "sha256": HistoryRecorder.hex(attachment.file.digest)]
        case .detach(let id), .withdrawAttachment(let id, _): ["file": id.rawValue]
        default: [:]
        }
    }
}

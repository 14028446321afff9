import EssaimDomain

extension Performance {
    /// Reads what the decision needs for this command, and no more.
    func context(_ command: Command, _ request: AdviceRequest, by who: Person) throws -> DecisionContext {
        let route = command.route ?? request.route
        guard let network = try tx.networkName(request.network),
            let requester = try asker(of: request, sentBy: command.action == .submit ? who : nil)
        else { throw StoreFault.corrupt("a demand's network, line or requester") }
        let offer = try command.route == nil ? known(route) : declared(route, by: request.network)
        let form = try desk.forms.form(of: request, on: offer, tx)
        let local = network.local.opening(offer.hours)
        var known: Identifier<Patient>?
        var attachments: [Attachment] = []
        var poolHasExperts = true
        var sending: DecisionContext.Sending?
        var isRegulated = false
        switch command {
        case .submit:
            attachments = try tx.attachments(of: request.id)
            known = try patient(request.content.patient, of: request, on: local.date(at: now))
            sending = try self.sending(of: request)
            poolHasExperts = sending != nil
            isRegulated = try offer.routing.isRegulated && tx.isRegulated(request.network)
        case .correctIdentity(let typed, _): known = try patient(typed, of: request, on: local.date(at: now))
        case .attach, .detach, .withdrawAttachment: attachments = try tx.attachments(of: request.id)
        case .reorient, .openLinked, .widen:
            poolHasExperts = try tx.expertCount(in: route.pool) > 0
            isRegulated = try offer.routing.isRegulated && tx.isRegulated(request.network)
        default: break
        }
        var context = DecisionContext(
            now: now, offer: offer, localTime: local, form: form, attachments: attachments, requester: requester,
            poolHasExperts: poolHasExperts, knownPatient: known, newPatient: .new(at: now),
            newAssignment: .new(at: now), isRegulated: isRegulated,
            lineReceives: try receives(command.receivingRoute, in: request.network, on: local), sending: sending)
        if command.action == .edit {
            context.principals = Set(try tx.principals(of: who, in: request.structure).map(\.id))
        }
        return context
    }

    /// Who asks, once it is sent: whom the draft names, as long as the sender may write in their name; else the sender. Only a
    /// professional sends a téléexpertise: one that nobody else may send waits for them.
    private func asker(of request: AdviceRequest, sentBy sender: Person?) throws -> Person? {
        guard let sender else { return try tx.person(request.requester) }
        guard sender.profession.isHealthProfessional || request.kind == .orientation else { return sender }
        if let named = request.content.inNameOf {
            return try tx.principals(of: sender, in: request.structure).first { $0.id == named } ?? sender
        }
        return sender.profession.isHealthProfessional ? sender : try tx.person(request.requester)
    }

    /// The demand's own line: one that is declared no longer is paused, and its running demands keep its form and delays.
    private func known(_ route: Route) throws -> Offer {
        try tx.offer(route.offer) ?? Offer(id: route.offer, title: "", state: .paused, targets: [:], pools: [:])
    }

    /// The line that a command names, as this network declares it; another network's, or none, receives nothing.
    private func declared(_ route: Route, by network: Identifier<Network>) throws -> Offer {
        if let offer = try tx.network(network)?.offer(route.offer) { return offer }
        return Offer(id: route.offer, title: "", state: .paused, targets: [:], pools: [:])
    }

    /// A line of this network, open today, that takes patients and where someone answers; true when none is named.
    private func receives(
        _ route: Route?, in network: Identifier<Network>, on local: LocalTime
    ) throws -> Bool {
        guard let route else { return true }
        let offer = try declared(route, by: network)
        return try offer.mayReceive && offer.isOpen(on: local.date(at: now))
            && offer.pools[route.zone] == route.pool && tx.expertCount(in: route.pool) > 0
    }

    /// The patient whom the structure knows by exactly these traits.
    private func patient(
        _ typed: TypedPatient, of request: AdviceRequest, on today: CivilDate
    ) throws -> Identifier<Patient>? {
        guard case .success(let traits) = PatientTraits.check(typed, today: today) else { return nil }
        return try tx.patient(bearing: traits, in: request.structure)
    }
}

extension Command {
    /// The line that an answer asks to receive the patient.
    fileprivate var receivingRoute: Route? {
        switch self {
        case .answer(let content), .validate(let content), .submitForValidation(let content), .amend(let content, _):
            content.receiving
        default: nil
        }
    }

    /// The route that the command names.
    var route: Route? {
        switch self {
        case .reorient(let route, _), .openLinked(let route, _), .widen(let route): route
        default: nil
        }
    }
}

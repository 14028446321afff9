import EssaimDomain

extension Performance {
    /// Reads what the decision needs for this command, and no more.
    func context(_ command: Command, _ request: AdviceRequest, by who: Person) throws -> DecisionContext {
        let route = command.route ?? request.route
        guard let network = try tx.networkName(request.network),
            let requester = command.action == .submit && who.profession.isHealthProfessional
                ? who : try tx.person(request.requester)
        else { throw StoreFault.corrupt("a demand's network, line or requester") }
        let offer = try command.route == nil ? known(route) : declared(route, by: request.network)
        let form = desk.forms[offer.form]
        let local = LocalTime(
            offsets: OffsetRules(named: network.timeZone) ?? .centralEuropean, hours: offer.hours ?? .always)
        var known: Identifier<Patient>?
        var attachments: [Attachment] = []
        var poolHasExperts = true
        switch command {
        case .submit:
            attachments = try tx.attachments(of: request.id)
            known = try patient(request.content.patient, of: request, on: local.date(at: now))
            poolHasExperts = try tx.expertCount(in: route.pool) > 0
        case .correctIdentity(let typed, _): known = try patient(typed, of: request, on: local.date(at: now))
        case .attach, .detach, .withdrawAttachment: attachments = try tx.attachments(of: request.id)
        case .reorient, .openLinked, .widen: poolHasExperts = try tx.expertCount(in: route.pool) > 0
        default: break
        }
        return DecisionContext(
            now: now, offer: offer, localTime: local, form: form, attachments: attachments, requester: requester,
            poolHasExperts: poolHasExperts, knownPatient: known, newPatient: .new(at: now), newAssignment: .new(at: now)
        )
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

    /// The patient whom the structure knows by exactly these traits.
    private func patient(
        _ typed: TypedPatient, of request: AdviceRequest, on today: CivilDate
    ) throws -> Identifier<Patient>? {
        guard case .success(let traits) = PatientTraits.check(typed, today: today) else { return nil }
        return try tx.patient(bearing: traits, in: request.structure)
    }
}

extension Command {
    /// The route that the command names.
    var route: Route? {
        switch self {
        case .reorient(let route, _), .openLinked(let route, _), .widen(let route): route
        default: nil
        }
    }
}

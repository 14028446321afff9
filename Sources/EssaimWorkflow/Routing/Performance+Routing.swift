import EssaimDomain

extension Performance {
    /// Where a demand goes as it is sent, whom it is proposed to, and why. A draft that someone sent elsewhere than its place
    /// says (a linked demand, the copy of a re-oriented one) stays there. Nil where nobody may be asked.
    func sending(of request: AdviceRequest) throws -> DecisionContext.Sending? {
        guard let standing = try desk.routing.standing(of: request.network, tx),
            let offer = standing.network.offer(request.route.offer),
            let structure = try tx.structure(request.structure)
        else { return nil }
        let place = desk.routing.place(of: structure)
        let answer = try routing(of: request, on: offer, from: place, standing)
        let home = try? standing.table.ways(of: offer.id, from: place, at: now).get().first
        if home != request.route, offer.pools[request.route.zone] == request.route.pool,
            try tx.expertCount(in: request.route.pool) > 0
        {
            return DecisionContext.Sending(route: request.route, proposed: [], answer: answer)
        }
        return answer.sending(at: now)
    }

    private func routing(
        of request: AdviceRequest, on offer: Offer, from place: Locality?, _ standing: RoutingRoom.Standing
    ) throws -> RoutingAnswer {
        let local = standing.local.opening(offer.hours)
        let urgency = request.content.urgency
        let clock = AnswerClock.started(at: now, target: offer.target(for: urgency), urgency: urgency, in: local)
        let wantedBy = standing.network.guarantee(of: offer).widensAt(urgency, on: clock, in: local)
        let demand = RoutingDemand(
            offer: offer.id, urgency: urgency, place: place,
            named: try named(request.content.wishedExpert, on: offer, in: standing.network),
            subSpecialty: request.content.subSpecialty, wantedBy: wantedBy, declinedBy: request.setAsideBy)
        return try desk.routing.answer(to: demand, standing, at: now, tx)
    }

    /// Only an expert of one of the line's pools may be wished for.
    private func named(
        _ expert: Identifier<Person>?, on offer: Offer, in network: Network
    ) throws -> RoutingDemand.Named? {
        guard let expert else { return nil }
        let pools = try tx.caller(expert)?.pools.filter { $0.network == network.id }.map(\.pool) ?? []
        return RoutingDemand.Named(expert, pools: pools.filter { offer.pools.values.contains($0) })
    }
}

extension RoutingAnswer {
    /// What the sending does of it: those asked first by name are proposed the demand, and nobody is made responsible.
    func sending(at now: Instant) -> DecisionContext.Sending? {
        guard let route else { return nil }
        let proposed = first.compactMap { candidate -> Assignment? in
            guard case .expert(let expert) = candidate.party else { return nil }
            return Assignment(id: .new(at: now), expert: expert, state: .proposed, since: now)
        }
        return DecisionContext.Sending(route: route, proposed: proposed, answer: self)
    }
}

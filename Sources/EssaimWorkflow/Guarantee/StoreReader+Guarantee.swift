import EssaimDomain

extension StoreReader {
    /// What the guarantee looks at beside the demand; nil for a network that is declared no longer.
    func guaranteeContext(
        of request: AdviceRequest, in standing: RoutingRoom.Standing, at now: Instant
    ) throws -> GuaranteeContext {
        let network = standing.network
        let offer = try network.offer(request.route.offer) ?? offer(request.route.offer)
        let local = standing.local.opening(offer?.hours)
        let sign = try holderSign(on: request.id)
        return GuaranteeContext(
            plan: offer.map(network.guarantee(of:)) ?? network.guarantee, local: local,
            holder: try holder(of: request, since: sign, at: now, in: local), lastSignAt: sign,
            acknowledgement: request.acknowledgement)
    }

    /// Whether whoever took it is there, now and later: an absence to come is known beforehand.
    private func holder(
        of request: AdviceRequest, since sign: Instant?, at now: Instant, in local: LocalTime
    ) throws -> GuaranteeContext.Holder {
        guard request.state == .taken, let lead = request.lead else { return .present }
        guard let caller = try caller(lead.expert), caller.answers(in: request.network) else { return .gone }
        let signAt = max(lead.since, sign ?? lead.since)
        let absences = try availability(of: lead.expert, on: local.date(at: now)).0.absences
        let from = absences.compactMap { absence -> Instant? in
            let span = absence.span(in: local.offsets)
            // Said after it began: from the moment when it was said.
            let from = max(span.lowerBound, absence.id.madeAt ?? span.lowerBound)
            return from > signAt && span.upperBound > now ? from : nil
        }
        // A calendar has no hour at which it was said: what began before the last sign is known to who gave it.
        let busy = try busyTimes(of: lead.expert, from: now).list.map(\.lowerBound).filter { $0 > signAt }
        return (from + busy).min().map { .away(from: $0) } ?? .present
    }
}

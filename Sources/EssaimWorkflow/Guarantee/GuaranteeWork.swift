import EssaimDomain

/// The word that is kept on one demand, inside a transaction: what is due is done, traced, told and counted again, until
/// nothing is due. A trace and its act are of one transaction: neither is ever there without the other.
struct GuaranteeWork {
    let desk: RequestDesk
    let tx: any StoreWriter
    let now: Instant

    /// More acts than a plan holds in all: what would still be due then is due at the next sweep.
    private static let mostActs = 64

    /// What changed, for those whose lists it touches; nil when nothing was done.
    func keep(_ id: Identifier<AdviceRequest>) throws -> ChangedRequest? {
        guard let first = try tx.requestForJob(id) else { return nil }
        guard let standing = try desk.routing.standing(of: first.network, tx) else {
            try tx.keepGuarantee(of: id, at: nil)
            return nil
        }
        var request = first
        var trace = Set(try tx.guaranteeTrace(of: id).map(\.key))
        var done = 0
        while done < Self.mostActs {
            let context = try tx.guaranteeContext(of: request, in: standing, at: now)
            guard let due = Guarantee(of: request, in: context).due(at: now, after: trace).first else { break }
            try carryOut(due, on: request, context, standing)
            trace.insert(due.step.key)
            request = try tx.requestForJob(id) ?? request
            done += 1
        }
        try count(request, standing, after: trace)
        return done == 0 ? nil : ChangedRequest(request, since: first)
    }

    /// After any other change: when a step is next due.
    func renew(_ request: AdviceRequest) throws {
        guard request.state != .draft, let standing = try desk.routing.standing(of: request.network, tx) else { return }
        try count(request, standing, after: Set(try tx.guaranteeTrace(of: request.id).map(\.key)))
    }

    private func count(
        _ request: AdviceRequest, _ standing: RoutingRoom.Standing, after trace: Set<StepKey>
    ) throws {
        let context = try tx.guaranteeContext(of: request, in: standing, at: now)
        try tx.keepGuarantee(of: request.id, at: Guarantee(of: request, in: context).nextAt(after: trace))
    }

    private func carryOut(
        _ due: Guarantee.Due, on request: AdviceRequest, _ context: GuaranteeContext, _ standing: RoutingRoom.Standing
    ) throws {
        let step = due.step
        guard !due.isOvertaken else {
            _ = try tx.trace(TracedStep(key: step.key, doneAt: now, isOvertaken: true), of: request.id)
            return
        }
        let route = try route(of: step, for: request, context.plan, standing)
        let traced = TracedStep(key: step.key, doneAt: now, isOvertaken: false, reached: route?.pool)
        guard try tx.trace(traced, of: request.id) else { return }
        let detail = ["owed": step.key.owed.rawValue, "pool": route?.pool.rawValue ?? ""].filter { !$0.value.isEmpty }
        let engine = EngineWork(desk: desk, tx: tx, now: now)
        let command = step.act.command(to: route)
        if try command.flatMap({ try engine.perform($0, on: request.id, detail: detail) }) == nil {
            // Nothing to change in the demand: an answer that nobody read, a territory without a neighbour.
            try tx.append(
                desk.recorder.entry(
                    "request.\(step.act.action.rawValue)", at: now, by: nil, as: [.engine], request: request,
                    detail: detail))
        }
        try tell(step, of: request, route, standing)
    }

    /// Where a demand goes by this step, beside its own pool.
    private func route(
        of step: GuaranteeStep, for request: AdviceRequest, _ plan: GuaranteePlan, _ standing: RoutingRoom.Standing
    ) throws -> Route? {
        guard step.key.owed == .answer, let structure = try tx.structure(request.structure) else { return nil }
        switch step.act {
        // Nobody triaged it: its own pool comes before any neighbour.
        case .widen where request.isBeforeTriage: return request.route
        case .widen:
            let demand = RoutingDemand(
                offer: request.route.offer, urgency: request.content.urgency, place: desk.routing.place(of: structure),
                wantedBy: max(now, request.clock?.dueAt ?? now), declinedBy: request.setAsideBy)
            return try desk.routing.answer(to: demand, standing, at: now, tx).widened(beyond: request.pools)
        case .escalate:
            guard let line = plan.fallback.offer,
                case .success(let routes) = try desk.routing.ways(of: line, for: structure, standing, at: now, tx)
            else { return nil }
            return routes.first
        case .remind, .tellColleagues, .alert, .handBack: return nil
        }
    }

    private func tell(
        _ step: GuaranteeStep, of request: AdviceRequest, _ route: Route?, _ standing: RoutingRoom.Standing
    ) throws {
        guard !desk.channels.isEmpty else { return }
        var found = Telling.Finding(
            neighbours: route?.pool, fallback: route?.pool,
            receiving: Set(request.reception.map { [.seniors($0.route.pool)] } ?? []))
        if step.audience.contains(.dutyExpert) {
            found.onDuty = try desk.routing.onDuty(request.route.pool, request.route.offer, standing, at: now, tx)
        }
        try NoticeLeaving(tx, of: request.network, by: desk.channels, at: now)
            .leave(.step(step, of: request, found), of: request, mark: step.key.mark, except: nil)
    }
}

extension GuaranteeAct {
    /// Nil where there is nobody to whom a demand could go.
    fileprivate func command(to route: Route?) -> Command? {
        switch self {
        case .remind, .tellColleagues, .alert: .remind
        case .widen: route.map(Command.widen)
        case .handBack: .handOver
        case .escalate: .escalate(to: route)
        }
    }
}

extension StepKey {
    /// What makes a notice of it one thing to be told.
    fileprivate var mark: String {
        [owed.rawValue, holding?.rawValue ?? "", String(since.milliseconds), act.rawValue, String(ordinal)]
            .joined(separator: " ")
    }
}

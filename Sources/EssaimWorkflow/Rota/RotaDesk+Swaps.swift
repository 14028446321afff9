import EssaimDomain

/// Exchanges between two experts, by themselves alone: nobody is on duty in another's place without their own act.
extension RotaDesk {
    /// Proposals of one person that may wait at once: nobody floods a colleague.
    public static let mostProposed = 20
    /// How far back one's exchanges are shown.
    public static let swapsLast = Duration.days(92)

    public func propose(
        _ given: Shift.Seen, to asked: Identifier<Person>, for taken: Shift.Seen?, _ act: Act
    ) async throws -> Result<Void, Refusal> {
        try await perform("propose", act) { scene in
            guard scene.who.answers(in: scene.network.id) else { throw RotaDeskFault.rota(.notFound) }
            let me = scene.who.person.id
            let swap = DutySwap(
                id: .new(at: scene.now), proposer: me, asked: asked, given: given, taken: taken, at: scene.now)
            let mine = try scene.tx.swaps(of: me, since: scene.now - Self.swapsLast, limit: 200).map(\.swap)
            let waiting = mine.filter { $0.proposer == me && $0.state == .proposed }
            if waiting.contains(where: { $0.asked == asked && $0.given == given && $0.taken == taken }) {
                return ["swap": "same"]
            }
            guard waiting.count < Self.mostProposed else {
                throw RotaDeskFault.typed(.faults([.tooManySwaps]))
            }
            if let refusal = swap.fault(on: scene.rota, among: scene.answerers, at: scene.now) {
                throw RotaDeskFault.rota(refusal)
            }
            try scene.tx.insert(swap, in: scene.network.id)
            try scene.leaving.leave(.swapProposed, to: [.person(asked)], of: swap, except: me)
            return ["swap": swap.id.rawValue, "member": asked.rawValue]
        }
    }

    /// By who was asked: the exchange and the exceptions that it makes are saved together, or not at all.
    public func accept(_ id: Identifier<DutySwap>, version: Int, _ act: Act) async throws -> Result<Void, Refusal> {
        try await perform("accept", act) { scene in
            guard let swap = try scene.swap(id) else { throw RotaDeskFault.rota(.notFound) }
            let agreement = try swap.accepted(
                by: scene.who.person.id, version: version, on: scene.rota, among: scene.answerers, at: scene.now
            ).agreed()
            guard try scene.tx.save(agreement.swap, over: version) else {
                throw RotaDeskFault.rota(.stale(current: version + 1))
            }
            for exception in agreement.exceptions where try !scene.tx.save(exception) {
                // What was decided is undone whole: another hand was quicker.
                throw StoreFault.failed("a turn of an exchange changed beside its version")
            }
            try scene.tx.touchRota(of: scene.network.id, at: scene.now)
            try scene.leaving.leave(
                .swapAccepted, to: [.person(swap.proposer)], of: agreement.swap, except: swap.asked)
            return ["swap": id.rawValue]
        }
    }

    public func decline(_ id: Identifier<DutySwap>, version: Int, _ act: Act) async throws -> Result<Void, Refusal> {
        try await end(id, "decline", telling: .swapDeclined, act) { swap, me in
            (swap.declined(by: me, version: version), swap.proposer)
        }
    }

    /// By who had asked.
    public func withdraw(_ id: Identifier<DutySwap>, version: Int, _ act: Act) async throws -> Result<Void, Refusal> {
        try await end(id, "withdraw", telling: .swapWithdrawn, act) { swap, me in
            (swap.withdrawn(by: me, version: version), swap.asked)
        }
    }

    private func end(
        _ id: Identifier<DutySwap>, _ name: String, telling event: RotaEvent, _ act: Act,
        _ decide:
            @escaping @Sendable (DutySwap, Identifier<Person>) -> (
                Result<DutySwap, RotaRefusal>, other: Identifier<Person>
            )
    ) async throws -> Result<Void, Refusal> {
        try await perform(name, act) { scene in
            guard let swap = try scene.swap(id) else { throw RotaDeskFault.rota(.notFound) }
            let (decided, other) = decide(swap, scene.who.person.id)
            let ended = try decided.agreed()
            guard try scene.tx.save(ended, over: swap.version) else {
                throw RotaDeskFault.rota(.stale(current: ended.version))
            }
            try scene.leaving.leave(event, to: [.person(other)], of: ended, except: scene.who.person.id)
            return ["swap": id.rawValue]
        }
    }
}

extension RotaDesk.Scene {
    /// Of this network; of two people, whoever asks.
    fileprivate func swap(_ id: Identifier<DutySwap>) throws -> DutySwap? {
        guard let kept = try tx.swap(id), kept.network == network.id else { return nil }
        return kept.swap
    }
}

extension FieldFault {
    fileprivate static let tooManySwaps = FieldFault(
        field: "permanence",
        message: "\(RotaDesk.mostProposed) échanges que vous avez proposés attendent déjà\u{A0}: retirez-en un d’abord."
    )
}

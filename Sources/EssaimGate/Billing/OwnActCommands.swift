import EssaimDomain
import EssaimWorkflow

extension Grant where P == SeeOwnActs {
    /// Marks one's own act: *coté*, not to be billed, or neither any more.
    public func move(
        _ act: Identifier<RecordedAct>, _ move: ActMove, reason: String, _ seal: CommandSeal
    ) async throws -> Result<Bool, ActRefusal> {
        let person = fact.caller.person
        let moving = ActMoving(move, reason: reason, by: person, at: now, from: seal.place)
        return try await house.store.write { tx in
            try moving.perform(
                tx, on: try tx.act(act, of: person.id)?.standing, version: seal.version, key: seal.key)
        }
    }

    /// The NIR with which the care is claimed, from who asked: it serves both sides. Wrong, it is said, and nothing changes;
    /// given by mistake it is corrected, or taken away by saying nothing.
    public func giveClaimNumber(
        _ typed: String, for act: Identifier<RecordedAct>, _ seal: CommandSeal
    ) async throws -> Result<Bool, ActRefusal> {
        let (person, recorder, now) = (fact.caller.person, house.recorder, now)
        return try await house.store.write { tx in
            guard let own = try tx.act(act, of: person.id), own.act == .rqd else { return .failure(.notFound) }
            let number: NIR?
            switch NIR.parse(typed) {
            case .success(let parsed): number = parsed
            case .failure where typed.isEmpty && own.patient.claimNIR != nil: number = nil
            case .failure(let fault):
                return .failure(.faults([FieldFault(field: "nir", message: fault.message)]))
            }
            try tx.setClaimNumber(number, of: own.patient.id)
            try tx.append(
                recorder.entry(
                    "billing.number", at: now, by: person, from: seal.place, content: number?.rawValue ?? "",
                    detail: ["act": act.rawValue, "what": number == nil ? "removed" : "set"]))
            return .success(true)
        }
    }
}

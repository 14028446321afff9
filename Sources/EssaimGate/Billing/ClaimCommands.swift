import EssaimDomain
import EssaimWorkflow

/// What became of lines that were marked together.
public enum LineMarking: Sendable, Equatable {
    case marked(Int)
    /// None was changed: these are not lines of this office that can be so marked now.
    case refused([String])
    case faults([FieldFault])
}

extension Grant where P == KeepBilling {
    /// Lines of one pasting.
    public static var mostLines: Int { 500 }

    /// Makes a batch, or says that there is nothing to put into one; nil for another's establishment.
    public func makeBatch(_ question: ClaimQuestion, _ seal: CommandSeal) async throws -> BatchMaking.Outcome? {
        guard let establishment = establishment(question.establishment) else { return nil }
        let (officer, now, isLoopback) = (fact.caller.person, now, house.isLoopback)
        return try await house.store.write { tx in
            let local = try Surroundings(tx, isLoopback: isLoopback).local
            let units = question.unit == nil ? [] : try tx.claimUnits(of: establishment.id)
            let unit = units.first { $0.unit == question.unit }?.name ?? ""
            let making = BatchMaking(
                question.filter(of: establishment, in: local), establishment: establishment, period: question.period,
                unit: unit, by: officer, at: now, from: seal.place, in: local)
            return try making.make(tx, key: seal.key)
        }
    }

    /// One act of one of this office's establishments.
    public func move(
        _ act: Identifier<RecordedAct>, _ move: ActMove, reason: String, _ seal: CommandSeal
    ) async throws -> Result<Bool, ActRefusal> {
        let mine = Set(fact.establishments.map(\.id))
        let moving = ActMoving(move, reason: reason, by: fact.caller.person, at: now, from: seal.place)
        return try await house.store.write { tx in
            try moving.perform(
                tx, on: try tx.claim(act, ofAny: mine)?.standing, version: seal.version, key: seal.key)
        }
    }

    /// Lines named by what a file or a letter of the *Assurance maladie* says: all of them, or none.
    public func mark(
        _ names: [String], of establishment: Identifier<Structure>?, _ move: ActMove, reason: String,
        _ seal: CommandSeal
    ) async throws -> LineMarking? {
        guard let establishment = self.establishment(establishment) else { return nil }
        let (officer, now) = (fact.caller.person, now)
        return try await house.store.write { tx in
            if try tx.outcome(of: seal.key, by: officer.id) != nil { return .marked(0) }
            let lines = Set(names.map { Identifier<ClaimLine>($0) })
            let standings = try tx.standings(on: lines, of: establishment.id)
            let wrong = names.filter { standings[Identifier($0)]?.step(move) == nil }
            if !wrong.isEmpty { return .refused(wrong) }
            let moving = ActMoving(move, reason: reason, by: officer, at: now, from: seal.place)
            for (_, standing) in standings.sorted(by: { $0.key < $1.key }) {
                let done = try moving.perform(tx, on: standing, version: standing.version)
                if case .failure(.faults(let faults)) = done { return .faults(faults) }
            }
            try tx.remember(seal.key, by: officer.id, fingerprint: "billing lines", result: "", at: now)
            return .marked(standings.count)
        }
    }
}

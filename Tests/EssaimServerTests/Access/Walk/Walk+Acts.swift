import EssaimDomain
import EssaimGate
import EssaimTestSupport

@testable import EssaimServer
@testable import EssaimWorkflow

extension Walk {
    /// What the desk's answer says of the right to do it.
    enum Answer: Equatable { case done, wrong, late, nothing, stale }

    /// Someone opens a draft and fills it: by the desk, as the page would.
    mutating func open() async throws {
        guard demands.count < 14 else {
            // Some of what is over is left in peace; if nothing is, some of the rest.
            let over = demands.filter { Self.isOver(oracle.demands[$0]?.state) }.shuffled(using: &random).prefix(4)
            let resting = over.isEmpty ? demands.shuffled(using: &random).prefix(2) : over
            demands.removeAll { resting.contains($0) }
            return
        }
        let person = Int.random(in: 0..<3, using: &random) == 0 ? anyone() : .asker
        let structure = Self.structures.randomElement(using: &random) ?? .practice
        began("\(person.id) opens a draft for \(structure.id)")
        let result = try await town.server.requests.open(
            Offer.dermatology.id, for: structure.id, key: nextKey(), by: person.id)
        let isMember = oracle.isOpen(person.id) && oracle.structures[person.id]?.contains(structure.id) == true
        let pool = structure.id == Structure.otherPractice.id ? Pool.south.id : Pool.north.id
        let isAnswered = oracle.pools.contains { oracle.isOpen($0.key) && $0.value[pool] != nil }
        switch result {
        case .success(let receipt):
            try compare(true, isMember && isAnswered, "\(person.id) opens")
            try await keep(receipt.request, Oracle.Demand(structure: structure.id, pool: pool))
            try await perform(.edit(Self.content), by: person, on: receipt.request, isStale: false)
        case .failure(let refusal):
            try compare(refusal, isMember ? .noPool : .notFound, "\(person.id) opens")
            try compare(false, isMember && isAnswered, "\(person.id) opens")
        }
        tally.count("open", isMember)
    }

    /// Someone does something to a demand: mostly what the oracle lets them do.
    mutating func act() async throws {
        let id = anyDemand()
        let person = someone(about: id)
        let now = town.clock.now()
        let theirs = Action.allCases.filter {
            oracle.may(person.id, $0, id, at: now) == .yes && $0 != .discard && $0 != .cancel
        }
        let isGuess = Int.random(in: 0..<5, using: &random) < 2
        // No line of the town is regulated: what is done at that door is tried, seldom, and always refused. A patient to be
        // seen is rare, and much may be done about them.
        let isTriage = Int.random(in: 0..<3, using: &random) > 0
        let guesses = Action.allCases.filter { isTriage || !Action.ofTriage.contains($0) }
        let visits = theirs.filter(Action.ofVisits.contains)
        let likely = Int.random(in: 0..<3, using: &random) > 0 && !visits.isEmpty ? visits : theirs
        let action =
            (isGuess ? guesses : likely).randomElement(using: &random)
            ?? guesses.randomElement(using: &random) ?? .take
        let isStale = Int.random(in: 0..<20, using: &random) == 0
        began("\(person.id) \(action) \(id)\(isStale ? " stale" : "")")
        try await perform(command(action, on: id), by: person, on: id, isStale: isStale)
        try await lookAround(id)
    }

    /// Nobody took it: Essaim shows it to the other pool too.
    mutating func widen() async throws {
        let open = demands.filter { oracle.demands[$0]?.state == .submitted }
        guard let id = open.randomElement(using: &random), let demand = oracle.demands[id] else { return }
        let route = demand.pool == Pool.north.id ? Route.south : .north
        began("Essaim widens \(id) to \(route.pool)")
        let (desk, now) = (town.server.requests, town.clock.now())
        let changed = try await town.server.store.write { tx in
            try EngineWork(desk: desk, tx: tx, now: now).perform(.widen(route), on: id)
        }
        try compare(changed?.pools, [demand.pool, route.pool], "widened")
        oracle.demands[id]?.reached.insert(route.pool)
        tally.count("reached", true)
        try await lookAround(id)
    }

    private mutating func perform(
        _ command: Command, by person: Person, on id: Identifier<AdviceRequest>, isStale: Bool
    ) async throws {
        let (action, before) = (command.action, oracle.demands[id])
        let version = (before?.version ?? 1) + (isStale ? 1 : 0)
        let stored = action == .reassign ? try await town.stored(id.rawValue) : nil
        let isOverdue = stored?.isOverdue(at: town.clock.now()) == true
        let result = try await town.server.requests.perform(command, on: id, at: version, key: nextKey(), by: person.id)
        let what = "\(person.id) \(action) \(id)"
        var expected = expectation(command, by: person.id, on: id, isStale: isStale)
        // The clock of a demand is not the oracle's matter: an overdue demand only is assigned anew.
        if action == .reassign, expected != .nothing, !isOverdue { expected = .late }
        let answer = Answer(result)
        if expected == .done, answer == .wrong {
            // Theirs to do, and something is missing in the demand: nothing changed.
            tally.count("incomplete \(action)", true)
            return
        }
        try compare(answer, expected, what)
        tally.count("\(action)", answer == .done)
        guard case .success(let receipt) = result else { return }
        oracle.note(
            action, by: person.id, on: id, named: command.named, to: command.pool, photo: command.photo,
            asked: command.asked, appointment: command.appointment)
        if let after = oracle.demands[id] {
            try compare(receipt.state, after.state, what + " leads to")
            try compare(receipt.version, after.version, what + " makes version")
        } else {
            demands.removeAll { $0 == id }
        }
        if let created = receipt.created, let before {
            try await keep(created, Oracle.Demand(structure: before.structure, pool: command.pool ?? before.pool))
        }
    }

    private func expectation(
        _ command: Command, by person: Identifier<Person>, on id: Identifier<AdviceRequest>, isStale: Bool
    ) -> Answer {
        switch oracle.may(person, command.action, id, at: town.clock.now()) {
        case .nothing: return .nothing
        case .late: return .late
        case .yes: break
        }
        if isStale, ![.attach, .detach, .draftAnswer].contains(command.action) { return .stale }
        switch command {
        case .detach(let photo), .withdrawAttachment(let photo, _):
            return oracle.demands[id]?.photo == photo ? .done : .nothing
        case .assign(let named), .reassign(let named): return oracle.isExpertHere(named) ? .done : .wrong
        default: return .done
        }
    }

    private mutating func keep(_ id: Identifier<AdviceRequest>, _ demand: Oracle.Demand) async throws {
        oracle.demands[id] = demand
        demands.append(id)
        numbers[id] = try await town.stored(id.rawValue)?.number
    }

    private static func isOver(_ state: RequestState?) -> Bool {
        state == nil || state == .closed || state == .declined || state == .cancelled
    }

    private mutating func nextKey() -> String {
        drawn += 1
        return "walk \(drawn)"
    }

    /// Complete without photographs.
    static let content = {
        var content = RequestContent.sample
        content.photographsImpossible = "Patient au téléphone."
        return content
    }()
}

extension Walk.Answer {
    init(_ result: Result<RequestDesk.Receipt, Refusal>) {
        switch result {
        case .success: self = .done
        case .failure(.notFound): self = .nothing
        case .failure(.notNow): self = .late
        case .failure(.stale): self = .stale
        case .failure: self = .wrong
        }
    }
}

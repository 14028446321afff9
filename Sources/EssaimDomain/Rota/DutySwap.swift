/// One expert asks another to keep a turn of theirs, against one of the other's or against none (*échange*). Until the other
/// accepts, each turn stays with who has it: no moment is nobody's.
public struct DutySwap: Sendable, Equatable {
    public enum State: String, Sendable, Codable, CaseIterable {
        case proposed, accepted
        /// By who was asked.
        case declined
        /// By who had asked.
        case withdrawn
    }

    public let id: Identifier<DutySwap>
    public let proposer: Identifier<Person>
    public let asked: Identifier<Person>
    /// The proposer's turn, as they read it.
    public let given: Shift.Seen
    /// The turn of who is asked, as the proposer read it; nil when nothing is asked in return.
    public let taken: Shift.Seen?
    public let at: Instant
    public var state: State
    public var version: Int

    public init(
        id: Identifier<DutySwap>, proposer: Identifier<Person>, asked: Identifier<Person>, given: Shift.Seen,
        taken: Shift.Seen? = nil, at: Instant, state: State = .proposed, version: Int = 1
    ) {
        self.id = id
        self.proposer = proposer
        self.asked = asked
        self.given = given
        self.taken = taken
        self.at = at
        self.state = state
        self.version = version
    }
}

extension DutySwap {
    /// An exchange and the exceptions that it makes: saved together, or not at all.
    public struct Agreement: Sendable, Equatable {
        public let swap: DutySwap
        public let exceptions: [ShiftException]
    }

    /// Whether it could be agreed on now: what is asked of the other is possible, or is refused before it is asked.
    public func fault(on rota: RotaCalendar, among answerers: Answerers, at now: Instant) -> RotaRefusal? {
        switch exceptions(on: rota, among: answerers, at: now) {
        case .success: nil
        case .failure(let refusal): refusal
        }
    }

    /// By who was asked, and by them alone. Both turns must still be what the proposer read.
    /// - Parameter version: of the exchange, as it was read.
    public func accepted(
        by person: Identifier<Person>, version: Int, on rota: RotaCalendar, among answerers: Answerers, at now: Instant
    ) -> Result<Agreement, RotaRefusal> {
        ended(as: .accepted, by: person, version: version).flatMap { swap in
            exceptions(on: rota, among: answerers, at: now).map { Agreement(swap: swap, exceptions: $0) }
        }
    }

    /// By who was asked.
    public func declined(by person: Identifier<Person>, version: Int) -> Result<DutySwap, RotaRefusal> {
        ended(as: .declined, by: person, version: version)
    }

    /// By who had asked.
    public func withdrawn(by person: Identifier<Person>, version: Int) -> Result<DutySwap, RotaRefusal> {
        ended(as: .withdrawn, by: person, version: version)
    }

    private func ended(
        as state: State, by person: Identifier<Person>, version: Int
    ) -> Result<DutySwap, RotaRefusal> {
        guard person == (state == .withdrawn ? proposer : asked) else { return .failure(.notFound) }
        guard self.state == .proposed else { return .failure(.over(self.state)) }
        guard self.version == version else { return .failure(.stale(current: self.version)) }
        var ended = self
        ended.state = state
        ended.version += 1
        return .success(ended)
    }

    private func exceptions(
        on rota: RotaCalendar, among answerers: Answerers, at now: Instant
    ) -> Result<[ShiftException], RotaRefusal> {
        guard proposer != asked, given.key != taken?.key else { return .failure(.notFound) }
        var exceptions: [ShiftException] = []
        var hands = [(seen: given, from: proposer, to: asked)]
        if let taken { hands.append((seen: taken, from: asked, to: proposer)) }
        for (seen, from, to) in hands {
            let changed = rota.changed(seen, by: .hand(to: to), among: answerers)
            switch (changed, rota.shift(seen.key)) {
            case (.failure(let refusal), _): return .failure(refusal)
            case (.success(let exception), let shift?) where shift.person == from:
                if let refusal = hindrance(to, keeping: shift, on: rota, among: answerers, at: now) {
                    return .failure(refusal)
                }
                exceptions.append(exception)
            case (.success, _): return .failure(.notFound)
            }
        }
        return .success(exceptions)
    }

    private func hindrance(
        _ person: Identifier<Person>, keeping shift: Shift, on rota: RotaCalendar, among answerers: Answerers,
        at now: Instant
    ) -> RotaRefusal? {
        if shift.span.lowerBound <= now { return .begun }
        if answerers.presence(of: person).away.overlaps(shift.span) { return .away }
        let near = shift.day.adding(days: -1)...shift.day.adding(days: 1)
        let isThere = rota.shifts(of: person, in: near).contains { other in
            other.post == shift.post && other.key != given.key && other.key != taken?.key
                && other.span.overlaps(shift.span)
        }
        return isThere ? .alreadyThere : nil
    }
}

/// Someone's place in a structure that asks. What they may do follows from `status` alone: `active` opens, all else does not.
public struct StructureMember: Sendable, Equatable {
    public let person: Identifier<Person>
    public let structure: Identifier<Structure>
    public var terms: StructureTerms
    public var status: MembershipStatus
    /// When they accepted; nil for who was put there by the operator.
    public var since: Instant?
    /// The first and the last moment of a remplaçant's days, in the network's time zone.
    public var stay: Range<Instant>?
    public var version: Int

    public init(
        person: Identifier<Person>, structure: Identifier<Structure>, terms: StructureTerms, status: MembershipStatus,
        since: Instant? = nil, stay: Range<Instant>? = nil, version: Int = 0
    ) {
        self.person = person
        self.structure = structure
        self.terms = terms
        self.status = status
        self.since = since
        self.stay = stay
        self.version = version
    }

    /// Whose invitation was accepted, now or once their days begin.
    public init(
        _ person: Identifier<Person>, accepting invitation: StructureInvitation, at now: Instant, in local: LocalTime
    ) {
        self.init(
            person: person, structure: invitation.structure, terms: invitation.terms, status: .active, since: now)
        settle(at: now, in: local)
    }

    /// Accepted, and their days have not begun.
    public var isAwaited: Bool { status == .invited && since != nil }

    /// When what they may do changes by itself; nil when it does not.
    public var turnsAt: Instant? {
        guard let stay, status != .ended else { return nil }
        return isAwaited ? stay.lowerBound : stay.upperBound
    }

    /// As their days make them by now: begun, or over. Nil when nothing changes.
    public func turned(at now: Instant) -> Self? {
        guard let stay, let turnsAt, turnsAt <= now else { return nil }
        var turned = self
        turned.status = stay.upperBound <= now ? .ended : .active
        return turned
    }

    /// Makes the instants of their days, and what is open of them now.
    private mutating func settle(at now: Instant, in local: LocalTime) {
        stay = terms.days.map { days in
            local.midnight(startOf: days.lowerBound)..<local.midnight(startOf: days.upperBound.adding(days: 1))
        }
        guard status == .active || isAwaited else { return }
        guard let stay else {
            status = .active
            return
        }
        status = stay.upperBound <= now ? .ended : stay.lowerBound <= now ? .active : .invited
        if status == .invited, since == nil { since = now }
    }
}

/// What an administrator does to a member of their structure.
public enum StructureChange: Sendable, Equatable {
    case place(StructureTerms)
    case suspend, resume, end
}

extension StructureMember {
    /// The member as changed; a word for why not.
    /// - Parameter isLastAdministrator: no other active administrator's account is open.
    public func changed(
        by change: StructureChange, at now: Instant, in local: LocalTime, isLastAdministrator: Bool
    ) -> Result<Self, Refusal> {
        var next = self
        switch change {
        case .place(let terms):
            guard status != .ended else { return .failure(.structure("Cette personne a quitté la structure.")) }
            next.terms = terms
            next.settle(at: now, in: local)
        case .suspend:
            guard status == .active || isAwaited else {
                return .failure(.structure("Seul un membre en exercice peut être suspendu."))
            }
            next.status = .suspended
        case .resume:
            guard status == .suspended else { return .failure(.structure("Cette personne n’est pas suspendue.")) }
            next.status = .active
            next.settle(at: now, in: local)
        case .end:
            guard status != .ended else { return .failure(.structure("Cette personne a déjà quitté la structure.")) }
            next.status = .ended
        }
        let administers = next.status == .active && next.terms.role == .administrator
        if isLastAdministrator, terms.role == .administrator, status == .active, !administers {
            return .failure(
                .structure(
                    "C’est le dernier administrateur en exercice\u{A0}: nommez-en d’abord un autre, "
                        + "ou la structure n’en aurait plus."))
        }
        return .success(next)
    }
}

extension Refusal {
    /// Said at the head of the page: no field of it is at fault.
    public static func structure(_ message: String) -> Refusal {
        .faults([FieldFault(field: "membre", message: message)])
    }
}

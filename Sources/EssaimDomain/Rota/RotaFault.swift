/// What is wrong with a rota as it is declared. Each duty stands there without harm (it is nobody's turn, or never comes), but
/// is not what its author wanted.
public struct RotaFault: Error, Sendable, Equatable {
    public enum Reason: Sendable, Equatable {
        /// The network has no such pool or line.
        case unknownPost
        /// The person is in no pool of the post: never on duty.
        case stranger
        /// No day of the pattern comes between its first and its last.
        case neverComes
        /// An earlier duty has the same id; this one is left out.
        case sameIdentifier
        /// Beyond `Rota.mostDuties`.
        case tooMany
    }

    public let duty: Identifier<Duty>
    public let reason: Reason

    public init(duty: Identifier<Duty>, reason: Reason) {
        self.duty = duty
        self.reason = reason
    }
}

extension Rota {
    /// In the order of the duties, the gravest of each alone.
    public func faults(in network: Network, among answerers: Answerers) -> [RotaFault] {
        var known: Set<Identifier<Duty>> = []
        let posts = Set(network.pools.map { DutyPost.pool($0.id) } + network.offers.map { .line($0.id) })
        return duties.enumerated().compactMap { position, duty in
            let reason: RotaFault.Reason? =
                if position >= Self.mostDuties {
                    .tooMany
                } else if !known.insert(duty.id).inserted {
                    .sameIdentifier
                } else if !posts.contains(duty.post) {
                    .unknownPost
                } else if !answerers.mayKeep(duty.post, duty.person) {
                    .stranger
                } else if !duty.pattern.everComes {
                    .neverComes
                } else {
                    nil
                }
            return reason.map { RotaFault(duty: duty.id, reason: $0) }
        }
    }
}

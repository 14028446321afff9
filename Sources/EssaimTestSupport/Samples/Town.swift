import EssaimDomain
import EssaimWorkflow

/// The sample town: who belongs where, and the same put into a store.
public enum Town {
    /// Who asks for which structure.
    public static let structures:
        [(person: Person, structure: Structure, role: StructureRole, status: MembershipStatus)] = [
            (.asker, .practice, .member, .active), (.colleague, .practice, .member, .active),
            (.delegate, .practice, .delegate, .active), (.closed, .practice, .member, .active),
            (.neighbour, .otherPractice, .administrator, .active), (.remote, .remotePractice, .member, .active),
            (.outsider, .farPractice, .member, .active), (.senior, .office, .member, .active),
            (.invited, .practice, .member, .invited), (.former, .practice, .member, .ended),
        ]
    /// Who answers in which pool.
    public static let pools: [(person: Person, pool: Pool, grade: PoolGrade, status: MembershipStatus)] = [
        (.senior, .north, .senior, .active), (.second, .north, .senior, .active), (.junior, .north, .junior, .active),
        (.suspended, .north, .senior, .suspended), (.southern, .south, .senior, .active),
        (.emergency, .south, .senior, .active), (.invited, .north, .senior, .invited),
        (.former, .north, .senior, .ended),
    ]
    /// Who has which part in which network.
    public static let networks: [(person: Person, network: Network, role: NetworkRole, status: MembershipStatus)] = [
        (.regulator, .sample, .regulator, .active), (.coordinator, .sample, .coordinator, .active),
        (.administrator, .sample, .administrator, .active), (.secretary, .sample, .secretary, .active),
        (.billingOffice, .sample, .billingOffice, .active), (.head, .sample, .head, .active),
        (.agencyReader, .sample, .agencyReader, .active),
        (.securityReferent, .sample, .securityReferent, .active), (.elsewhere, .other, .regulator, .active),
        (.invited, .sample, .coordinator, .invited), (.former, .sample, .regulator, .ended),
    ]

    /// Who bills for which establishment.
    public static let offices: [(person: Person, establishment: Structure, status: MembershipStatus)] = [
        (.billingOffice, .office, .active)
    ]

    /// Someone as a signed-in caller, made from the tables above without a store.
    public static func caller(_ person: Person) -> Caller {
        Caller(
            person: person,
            structures: structures.filter { $0.person == person && $0.status == .active }
                .map { .init(structure: $0.structure, role: $0.role) },
            pools: pools.filter { $0.person == person && $0.status == .active }
                .map { .init(pool: $0.pool.id, network: Network.sample.id, grade: $0.grade) },
            networks: networks.filter { $0.person == person && $0.status == .active }
                .map { .init(network: $0.network.id, role: $0.role) },
            offices: offices.filter { $0.person == person && $0.status == .active }.map(\.establishment))
    }

    /// Networks, structures, people, accounts, memberships, and one patient whom the asking practice knows.
    public static func found(in store: any Store) async throws {
        try await store.write { tx in
            try tx.save(Network.sample)
            try tx.save(Network.other)
            for structure in Structure.samples { try tx.insert(structure) }
            for person in Person.samples { try open(person, isDisabled: person == .closed, in: tx) }
            for (person, structure, role, status) in structures {
                try tx.join(person.id, structure: structure.id, as: role, status: status)
            }
            for (person, pool, grade, status) in pools {
                try tx.join(person.id, pool: pool.id, as: grade, status: status)
            }
            for (person, network, role, status) in networks {
                try tx.join(person.id, network: network.id, as: role, status: status)
            }
            for (person, establishment, status) in offices {
                try tx.join(person.id, officeOf: establishment.id, status: status)
            }
            try tx.insert(Patient.sample)
        }
    }

    /// Someone more, with an account that has no password.
    public static func open(_ person: Person, isDisabled: Bool = false, in tx: any StoreWriter) throws {
        try tx.insert(person)
        try tx.insert(
            Account(person: person.id, login: person.id.rawValue, passwordHash: nil, isDisabled: isDisabled))
    }
}

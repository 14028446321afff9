import EssaimDomain
import EssaimWorkflow

/// Everyone and every place, with the ids that they have in this folder.
struct Cast: Sendable {
    /// By login.
    let people: [String: Person]
    let places: [(place: Place, structure: Structure)]

    static let westPool: Identifier<Pool> = "oncobreizh/brest-lannion"
    static let southPool: Identifier<Pool> = "oncobreizh/lorient-vannes"
    static let eastPool: Identifier<Pool> = "oncobreizh/rennes"
    static let pools = [westPool, southPool, eastPool]

    private static let experts: [(member: CastMember, pool: Identifier<Pool>, grade: PoolGrade)] =
        Experts.west.map { ($0, westPool, .senior) } + [(Experts.westJunior, westPool, .junior)]
        + Experts.south.map { ($0, southPool, .senior) }
        + Experts.east.map { ($0, eastPool, .senior) } + [(Experts.eastJunior, eastPool, .junior)]

    private static let watchers: [(member: CastMember, role: NetworkRole)] = [
        (Experts.regulator, .regulator), (Experts.coordinator, .coordinator),
        (Experts.secretary, .secretary),
        (Experts.securityReferent, .securityReferent), (Experts.billingOffice, .billingOffice),
    ]

    init(at now: Instant) {
        let members =
            Self.experts.map(\.member) + Place.all.flatMap { $0.members.map(\.member) }
            + Self.watchers.map(\.member)
        people = Dictionary(
            members.enumerated().map { ($1.login, $1.person($0, at: now)) }, uniquingKeysWith: { first, _ in first })
        places = Place.all.enumerated().compactMap { index, place in
            INSEECommune(rawValue: place.commune).map { commune in
                let structure = Structure(
                    id: .new(at: now), name: place.name, kind: place.kind,
                    finess: place.kind == .nursingHome || place.kind == .hospital
                        ? FictionalNumbers.finess(index) : nil, commune: commune,
                    communeName: place.communeName)
                return (place, structure)
            }
        }
    }

    /// The structure of someone who asks.
    func structure(of login: String) -> Structure? {
        places.first { $0.place.members.contains { $0.member.login == login } }?.structure
    }

    func insert(into tx: any StoreWriter, network: Identifier<Network>) throws {
        for (login, person) in people.sorted(by: { $0.key < $1.key }) {
            try tx.insert(person)
            try tx.insert(Account(person: person.id, login: login, passwordHash: nil))
        }
        for (place, structure) in places {
            try tx.insert(structure)
            for (member, role) in place.members {
                guard let person = people[member.login] else { continue }
                try tx.join(person.id, structure: structure.id, as: role, status: .active)
            }
            if place.kind == .hospital, let officer = people[Experts.billingOffice.login] {
                try tx.join(officer.id, officeOf: structure.id, status: .active)
            }
        }
        for (member, pool, grade) in Self.experts {
            guard let person = people[member.login] else { continue }
            try tx.join(person.id, pool: pool, as: grade, status: .active)
        }
        for (member, role) in Self.watchers {
            guard let person = people[member.login] else { continue }
            try tx.join(person.id, network: network, as: role, status: .active)
        }
    }
}

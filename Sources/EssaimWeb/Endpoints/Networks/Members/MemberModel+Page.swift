import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension MembersModel {
    static let allRoles = NetworkRole.allCases.map { (value: $0.fileWord, label: $0.word) }
    /// By the words of tables and files.
    static let allProfessions: [(value: String, label: String)] = [
        ("medecin", "Médecin"), ("sage-femme", "Sage-femme"), ("chirurgien-dentiste", "Chirurgien-dentiste"),
        ("pharmacien", "Pharmacien"), ("infirmier", "Infirmier"), ("kinesitherapeute", "Kinésithérapeute"),
        ("podologue", "Podologue"), ("orthophoniste", "Orthophoniste"), ("orthoptiste", "Orthoptiste"),
        ("audioprothesiste", "Audioprothésiste"), ("hors-sante", "Hors santé"),
    ]

    init(_ list: MemberList, _ page: PageMaking, isFirst: Bool) {
        let (network, scope) = (list.network, list.scope)
        self.init(
            network: network.id.rawValue, networkName: network.name, mayInvite: !scope.isEmpty, writes: list.writes,
            members: list.members.map { member in
                Line(
                    name: member.person.shownName, profession: member.person.professionWords,
                    path: .member(network.id.rawValue, member.person.id.rawValue), places: member.places(in: network),
                    state: member.stateWord)
            },
            next: list.next.map { .members(network.id.rawValue, after: $0.rawValue) }, isFirst: isFirst,
            seal: page.seal(), roles: scope.keepsRoles ? Self.allRoles : [],
            pools: network.pools.filter { scope.pools.contains($0.id) }.map { ($0.id.shortName, $0.name) },
            partners: network.partners.filter { scope.partners.contains($0.id) }.map { ($0.id.shortName, $0.name) },
            professions: Self.allProfessions)
    }
}

extension MemberModel {
    init(_ found: MemberPage, _ page: PageMaking) {
        let (network, scope, member) = (found.network, found.scope, found.member)
        let own = network.partners.filter { scope.partners.contains($0.id) }
        self.init(
            network: network.id.rawValue, networkName: network.name, id: member.person.id.rawValue,
            name: member.person.shownName, profession: member.person.professionWords, state: member.stateWord,
            keepsRoles: scope.keepsRoles, roles: Set(member.roles.keys.map(\.fileWord)),
            allRoles: MembersModel.allRoles,
            teams: network.pools.map { pool in
                Team(
                    id: pool.id.shortName, name: pool.name, grade: member.pools[pool.id]?.grade.rawValue ?? "",
                    isOwn: scope.pools.contains(pool.id))
            },
            partners: Set(member.partners.keys.map(\.shortName)), ownPartners: own.map { ($0.id.shortName, $0.name) },
            otherPartners: network.partners.filter { partner in
                member.partners[partner.id] != nil && !scope.partners.contains(partner.id)
            }.map(\.name), isAwaited: member.status == .invited && scope.covers([member].declared()[0]),
            mail: member.sheet?.mail?.rawValue, seal: page.seal(version: member.stamp))
    }
}

extension NetworkMember {
    fileprivate func places(in network: Network) -> [String] {
        NetworkRole.allCases.filter { roles[$0] != nil }.map(\.word)
            + network.pools.compactMap { pool in
                pools[pool.id].map { "\(pool.name) (\($0.grade.rawValue))" }
            }
            + network.partners.filter { partners[$0.id] != nil }.map { "Administre\u{A0}: \($0.name)" }
    }

    fileprivate var stateWord: String {
        switch status {
        case .active: "actif"
        case .invited: hasAccount ? "invité" : "attendu, sans compte"
        case .suspended: "suspendu"
        case .ended: "parti"
        }
    }
}

extension Identifier {
    /// What follows the network's name.
    fileprivate var shortName: String { rawValue.split(separator: "/").last.map(String.init) ?? rawValue }
}

extension TypedPlaces {
    init(_ form: FormFields, in network: Network) {
        let roles = Set(form.all(MemberField.roles))
        let partners = Set(form.all(MemberField.partners))
        self.init(
            roles: Set(NetworkRole.allCases.filter { roles.contains($0.fileWord) }),
            pools: network.pools.reduce(into: [:]) { pools, pool in
                pools[pool.id] = form.first(MemberField.pool(pool.id.shortName)).flatMap(PoolGrade.init(rawValue:))
            },
            partners: Set(network.partners.map(\.id).filter { partners.contains($0.shortName) }))
    }
}

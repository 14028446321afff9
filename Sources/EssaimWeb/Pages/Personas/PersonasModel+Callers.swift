import EssaimDomain
import EssaimGate

extension PersonasModel {
    /// The people of the folder, by what they come to do; first those worth trying first.
    static func groups(
        _ people: [(caller: Caller, proposed: ProposedPersona?)], _ networks: [Network]
    ) -> [Group] {
        let pools = Dictionary(
            networks.flatMap(\.pools).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let first = people.filter { $0.proposed != nil }
        let others = people.filter { $0.proposed == nil }
        let titles = [
            ("Demander", "Autres demandeurs"), ("Répondre", "Autres experts"), ("Veiller", "Autres veilleurs"),
        ]
        let parts: [(Caller) -> Bool] = [
            { $0.networks.isEmpty && !$0.answers && $0.mayAsk }, { $0.networks.isEmpty && $0.answers },
            { !$0.networks.isEmpty },
        ]
        func group(_ title: String, _ part: (Caller) -> Bool, _ people: [(caller: Caller, proposed: ProposedPersona?)])
            -> Group
        {
            Group(
                title: title, personas: people.filter { part($0.caller) }.map { persona($0.caller, $0.proposed, pools) }
            )
        }
        let proposed = zip(titles, parts).map { group($0.0, $1, first) }
        let rest = zip(titles, parts).map { group($0.1, $1, others) }
        return (proposed + rest).filter { !$0.personas.isEmpty }
    }

    private static func persona(
        _ caller: Caller, _ proposed: ProposedPersona?, _ pools: [Identifier<Pool>: String]
    ) -> Persona {
        let names = caller.pools.compactMap { pools[$0.pool] }.joined(separator: ", ")
        let grade = caller.pools.first?.grade == .junior ? "Docteur junior" : "Dermatologue"
        let role = caller.answers && caller.networks.isEmpty ? "\(grade), \(names)" : caller.roleWords
        return Persona(
            id: caller.person.id.rawValue, name: caller.person.shownName, role: role, note: proposed?.note ?? "")
    }
}

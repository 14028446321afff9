import EssaimDomain

extension PersonasModel {
    /// The people of the folder, by what they come to do.
    static func groups(_ callers: [Caller], _ networks: [Network]) -> [Group] {
        let pools = Dictionary(
            networks.flatMap(\.pools).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let watchers = callers.filter { !$0.networks.isEmpty }
        let experts = callers.filter { $0.networks.isEmpty && $0.answers }
        let askers = callers.filter { $0.networks.isEmpty && !$0.answers && $0.mayAsk }
        return [
            Group(title: "Demander", personas: askers.map { persona($0, $0.roleWords) }),
            Group(
                title: "Répondre",
                personas: experts.map { caller in
                    let names = caller.pools.compactMap { pools[$0.pool] }.joined(separator: ", ")
                    let grade = caller.pools.first?.grade == .junior ? "Interne" : "Dermatologue"
                    return persona(caller, names.isEmpty ? grade : "\(grade), \(names)")
                }),
            Group(title: "Veiller", personas: watchers.map { persona($0, $0.roleWords) }),
        ].filter { !$0.personas.isEmpty }
    }

    private static func persona(_ caller: Caller, _ role: String) -> Persona {
        Persona(id: caller.person.id.rawValue, name: caller.person.shownName, role: role)
    }
}

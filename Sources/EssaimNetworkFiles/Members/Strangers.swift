import EssaimDomain

extension NetworkFile.Checked {
    /// Duties whose keeper is none of those members, or in no team of the post; each says who may keep it.
    func strangers(among members: [DeclaredMember]) -> [NetworkFileFault] {
        let keys = Set(members.map(\.key))
        var keepers: [DutyPost: Set<String>] = [:]
        return (declaration.duties ?? []).compactMap { duty in
            if keepers[duty.post] == nil {
                keepers[duty.post] = Set(declaration.keepers(of: duty.post, among: members).map(\.key))
            }
            let may = keepers[duty.post] ?? []
            if may.contains(duty.member) { return nil }
            let wrong =
                keys.contains(duty.member)
                ? "\(shown(duty.member)) n’est dans aucune équipe de ce poste"
                : "le membre \(shown(duty.member)) n’existe pas"
            let place = dutyPlaces[duty.id]
            return NetworkFileFault(
                line: place?.line, column: place?.column,
                message: "la permanence \(shown(duty.id.lastPart))\u{A0}: \(wrong)\u{A0}; peuvent la tenir\u{A0}: "
                    + "\(Self.list(may.sorted())).")
        }
    }

    /// - Throws: what is wrong with its duties, held against who stands in the network.
    public func check(against members: [DeclaredMember]) throws(NetworkFileFaults) {
        let faults = strangers(among: members)
        if !faults.isEmpty { throw NetworkFileFaults(faults) }
    }

    private static func list(_ keys: [String]) -> String {
        if keys.isEmpty { return "personne" }
        return keys.prefix(8).joined(separator: ", ") + (keys.count > 8 ? "… (\(keys.count))" : "")
    }
}

extension NetworkFile {
    /// Teams that open lines ask and in which the file puts nobody: admitted, and seldom meant.
    static func emptyTeams(of declaration: NetworkDeclaration) -> [NetworkFileFault] {
        guard let members = declaration.members else { return [] }
        let network = declaration.network
        let asked = Set(network.offers.filter { $0.state == .open }.flatMap(\.pools.values))
        let answering = Set(members.flatMap(\.pools.keys))
        return network.pools.filter { asked.contains($0.id) && !answering.contains($0.id) }.map { pool in
            NetworkFileFault(
                line: nil, message: "l’équipe \(shown(pool.id.lastPart)) répond à des lignes ouvertes et n’a personne.")
        }
    }
}

import EssaimDomain
import Yams

extension FileReader {
    static let zoneKeys = ["nom", "departements", "communes", "codes-postaux", "reunit", "deborde"]

    mutating func zones(_ node: Node, in network: Identifier<Network>) -> [Zone] {
        var owners: [String: String] = [:]
        let entries = entries(node, of: "«\u{A0}zones\u{A0}»", known: nil)
        let ids = entries.map { Identifier<Zone>("\(network)/\($0.key)") }
        let zones: [Zone] = entries.compactMap { entry in
            let what = "la zone \(shown(entry.typed))"
            let slug = self.slug(entry.key, of: what, at: entry.mark)
            let fields = self.entries(entry.value, of: what, known: Self.zoneKeys)
            need(["nom"], in: fields, of: what, at: entry.mark)
            func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
            let name = value("nom").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}nom\u{A0}»") }
            let departements = value("departements").map { self.departements($0, of: what, &owners) } ?? []
            let communes = value("communes").map { self.communes($0, of: what, &owners) } ?? []
            let postalCodes = value("codes-postaux").map { self.postalCodes($0, of: what, &owners) } ?? []
            let own = Identifier<Zone>("\(network)/\(entry.key)")
            let united = value("reunit").map { self.zones(named: $0, of: what, besides: own, among: ids) } ?? []
            let overflow = value("deborde").map { self.zones(named: $0, of: what, besides: own, among: ids) } ?? []
            if !fields.isEmpty,
                ["departements", "communes", "codes-postaux", "reunit"].allSatisfy({ value($0) == nil })
            {
                fault(
                    "\(what) est vide\u{A0}: donnez-lui des «\u{A0}departements\u{A0}» ou des «\u{A0}communes\u{A0}».",
                    at: entry.mark)
            }
            guard slug != nil, let name else { return nil }
            return Zone(
                id: own, name: name, departements: departements, communes: communes, postalCodes: postalCodes,
                unites: united, overflow: overflow)
        }
        for (entry, id) in zip(entries, ids) where Self.unites(id, itself: zones) {
            fault("la zone \(shown(entry.typed)) se réunit elle-même, par d’autres.", at: entry.mark)
        }
        return zones
    }

    /// Whether a zone is found again among those that it unites, and those that they unite.
    private static func unites(_ zone: Identifier<Zone>, itself zones: [Zone]) -> Bool {
        let united = Dictionary(zones.map { ($0.id, $0.unites) }, uniquingKeysWith: { first, _ in first })
        var (seen, next) = (Set<Identifier<Zone>>(), united[zone] ?? [])
        while let one = next.popLast() {
            if one == zone { return true }
            if seen.insert(one).inserted { next += united[one] ?? [] }
        }
        return false
    }

    /// Départements; one that two zones hold is told: the first of them that answers a line takes its demands.
    private mutating func departements(_ node: Node, of what: String, _ owners: inout [String: String]) -> [String] {
        let codes = list(node, of: "\(what)\u{A0}: un département")
        if codes.isEmpty { fault("\(what)\u{A0}: «\u{A0}departements\u{A0}» est vide.", at: node.mark) }
        return codes.compactMap { typed, mark in
            let code = typed.uppercased()
            guard Departement.isCode(code) else {
                fault("\(what)\u{A0}: \(shown(typed)) n’est pas un département\u{A0}; écrivez 22, 2A ou 974.", at: mark)
                return nil
            }
            return isOnce("le département \(code)", of: what, at: mark, &owners) ? code : nil
        }
    }

    private mutating func communes(_ node: Node, of what: String, _ owners: inout [String: String]) -> [INSEECommune] {
        let codes = list(node, of: "\(what)\u{A0}: une commune")
        if codes.isEmpty { fault("\(what)\u{A0}: «\u{A0}communes\u{A0}» est vide.", at: node.mark) }
        return codes.compactMap { typed, mark in
            guard let commune = commune(typed, of: what, at: mark) else { return nil }
            let name = "la commune \(commune.rawValue)"
            return isOnce(name, of: what, at: mark, &owners) ? commune : nil
        }
    }

    private mutating func postalCodes(_ node: Node, of what: String, _ owners: inout [String: String]) -> [PostalCode] {
        let codes = list(node, of: "\(what)\u{A0}: un code postal")
        if codes.isEmpty { fault("\(what)\u{A0}: «\u{A0}codes-postaux\u{A0}» est vide.", at: node.mark) }
        return codes.compactMap { typed, mark in
            guard let code = PostalCode(rawValue: typed) else {
                fault("\(what)\u{A0}: \(shown(typed)) n’est pas un code postal\u{A0}; il a 5\u{A0}chiffres.", at: mark)
                return nil
            }
            if let territory, territory.communes(code).isEmpty {
                warn("\(what)\u{A0}: aucune commune n’a le code postal \(typed).", at: mark)
            }
            let name = "le code postal \(typed)"
            return isOnce(name, of: what, at: mark, &owners) ? code : nil
        }
    }

    /// Twice in a zone is a fault; in two zones, a warning.
    private mutating func isOnce(
        _ name: String, of what: String, at mark: Mark?, _ owners: inout [String: String]
    ) -> Bool {
        guard let owner = owners.updateValue(what, forKey: name) else { return true }
        if owner == what {
            fault("\(what)\u{A0}: \(name) y est déjà.", at: mark)
            return false
        }
        warn("\(what)\u{A0}: \(name) est déjà dans \(owner)\u{A0}; la première écrite l’emporte.", at: mark)
        return true
    }
}

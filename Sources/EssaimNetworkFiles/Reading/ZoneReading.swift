import EssaimDomain
import Yams

extension FileReader {
    mutating func zones(_ node: Node, in network: Identifier<Network>) -> [Zone] {
        var owners: [String: String] = [:]
        let entries = entries(node, of: "«\u{A0}zones\u{A0}»", known: nil)
        return entries.compactMap { entry in
            let what = "la zone \(shown(entry.typed))"
            let id = slug(entry.key, of: what, at: entry.mark)
            let fields = self.entries(entry.value, of: what, known: ["nom", "departements", "communes"])
            need(["nom"], in: fields, of: what, at: entry.mark)
            func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
            let name = value("nom").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}nom\u{A0}»") }
            let departements = value("departements").map { self.departements($0, of: what, &owners) } ?? []
            let communes = value("communes").map { self.communes($0, of: what, &owners) } ?? []
            if !fields.isEmpty, value("departements") == nil, value("communes") == nil {
                fault(
                    "\(what) est vide\u{A0}: donnez-lui des «\u{A0}departements\u{A0}» ou des «\u{A0}communes\u{A0}».",
                    at: entry.mark)
            }
            guard let id, let name else { return nil }
            return Zone(
                id: Identifier("\(network)/\(id)"), name: name, departements: departements, communes: communes)
        }
    }

    /// Départements that no other zone holds: shared, they would leave routing to chance. The zone that only takes a part
    /// of one names its communes.
    private mutating func departements(_ node: Node, of what: String, _ owners: inout [String: String]) -> [String] {
        let codes = list(node, of: "\(what)\u{A0}: un département")
        if codes.isEmpty { fault("\(what)\u{A0}: «\u{A0}departements\u{A0}» est vide.", at: node.mark) }
        return codes.compactMap { typed, mark in
            let code = typed.uppercased()
            guard Self.isDepartement(code) else {
                fault("\(what)\u{A0}: \(shown(typed)) n’est pas un département\u{A0}; écrivez 22, 2A ou 974.", at: mark)
                return nil
            }
            if let owner = owners[code] {
                let other = owner == what ? "y est déjà" : "est déjà dans \(owner)"
                fault(
                    "\(what)\u{A0}: le département \(code) \(other)\u{A0}; "
                        + "pour le partager, donnez ses «\u{A0}communes\u{A0}» à l’une des deux.", at: mark)
                return nil
            }
            owners[code] = what
            return code
        }
    }

    private mutating func communes(_ node: Node, of what: String, _ owners: inout [String: String]) -> [INSEECommune] {
        let codes = list(node, of: "\(what)\u{A0}: une commune")
        if codes.isEmpty { fault("\(what)\u{A0}: «\u{A0}communes\u{A0}» est vide.", at: node.mark) }
        return codes.compactMap { typed, mark in
            guard let commune = INSEECommune(rawValue: typed.uppercased()), Self.isDepartement(commune.departement)
            else {
                fault(
                    "\(what)\u{A0}: \(shown(typed)) n’est pas un code INSEE de commune\u{A0}; "
                        + "il a 5\u{A0}signes, par exemple 22113, et n’est pas le code postal.", at: mark)
                return nil
            }
            if let owner = owners[commune.rawValue] {
                fault(
                    "\(what)\u{A0}: la commune \(typed) \(owner == what ? "y est déjà" : "est déjà dans \(owner)").",
                    at: mark)
                return nil
            }
            owners[commune.rawValue] = what
            return commune
        }
    }

    /// 01 to 95 without 20, Corsica's two, overseas ones and collectivities (INSEE).
    static func isDepartement(_ code: String) -> Bool {
        if code == "2A" || code == "2B" { return true }
        guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(code) else { return false }
        return switch code.utf8.count {
        case 2: (1...95).contains(number) && number != 20
        case 3: (971...978).contains(number) || (986...988).contains(number)
        default: false
        }
    }
}

import EssaimDomain
import Yams

extension FileReader {
    static let partnerKeys = ["nom", "genre", "finess", "commune"]

    mutating func partners(_ node: Node, in network: Identifier<Network>) -> [Partner] {
        entries(node, of: "«\u{A0}partenaires\u{A0}»", known: nil).compactMap { entry in
            let what = "le partenaire \(shown(entry.typed))"
            let id = slug(entry.key, of: what, at: entry.mark)
            let fields = entries(entry.value, of: what, known: Self.partnerKeys)
            need(["nom", "genre"], in: fields, of: what, at: entry.mark)
            func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
            let name = value("nom").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}nom\u{A0}»") }
            let kind = value("genre").flatMap { word($0, of: "\(what)\u{A0}: «\u{A0}genre\u{A0}»", in: .partners) }
            let finess = value("finess").flatMap { self.finess($0, of: what) }
            let commune = value("commune").flatMap { self.commune($0, of: what) }
            guard let id, let name, let kind else { return nil }
            return Partner(id: Identifier("\(network)/\(id)"), name: name, kind: kind, finess: finess, commune: commune)
        }
    }

    private mutating func finess(_ node: Node, of what: String) -> FINESS? {
        guard let typed = text(node, of: "\(what)\u{A0}: «\u{A0}finess\u{A0}»", atMost: 30) else { return nil }
        if case .success(let finess) = FINESS.parse(typed, strict: false) { return finess }
        fault("\(what)\u{A0}: \(shown(typed)) n’est pas un FINESS\u{A0}; il a 9\u{A0}signes.", at: node.mark)
        return nil
    }

    private mutating func commune(_ node: Node, of what: String) -> INSEECommune? {
        guard let typed = text(node, of: "\(what)\u{A0}: «\u{A0}commune\u{A0}»", atMost: 30) else { return nil }
        return commune(typed, of: what, at: node.mark)
    }

    /// A commune by its INSEE code; one that no table has (any more) counts for its département, and is told.
    mutating func commune(_ typed: String, of what: String, at mark: Mark?) -> INSEECommune? {
        guard let commune = INSEECommune(rawValue: typed.uppercased()), Departement.isCode(commune.departement) else {
            fault(
                "\(what)\u{A0}: \(shown(typed)) n’est pas un code INSEE de commune\u{A0}; "
                    + "il a 5\u{A0}signes, par exemple 22113, et n’est pas le code postal.", at: mark)
            return nil
        }
        if let territory, case .unlisted(let departement) = territory.standing(of: commune) {
            warn(
                "\(what)\u{A0}: la commune \(typed) n’existe pas, ou plus\u{A0}; son département compte à sa place, "
                    + "\(departement.name).", at: mark)
        }
        return commune
    }

    /// The owner of a team or of a line, by its id.
    mutating func owner(_ node: Node, of what: String, among partners: [Partner]) -> Identifier<Partner>? {
        guard let name = text(node, of: "\(what)\u{A0}: «\u{A0}partenaire\u{A0}»") else { return nil }
        if let partner = partners.first(where: { $0.id.lastPart == name }) { return partner.id }
        fault(
            "\(what)\u{A0}: le partenaire \(shown(name)) n’existe pas\u{A0}; partenaires connus\u{A0}: "
                + "\(listed(partners.map(\.id.lastPart), none: "aucun")).", at: node.mark)
        return nil
    }
}

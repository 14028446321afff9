import EssaimDomain
import Yams

extension FileReader {
    static let networkKeys = [
        "reseau", "nom", "fuseau", "telephone", "cadre", "catalogue", "partenaires", "zones", "surspecialites",
        "equipes",
        "garantie", "entete", "phrases", "objectifs", "lignes", "membres", "permanences",
    ]

    static let poolKeys = ["nom", "partenaire"]

    /// The whole file; nil when it cannot make a network.
    mutating func network(_ root: Node) -> NetworkDeclaration? {
        let entries = entries(root, of: "le réseau", known: Self.networkKeys)
        guard !entries.isEmpty else { return nil }
        need(["reseau", "nom", "zones", "equipes", "lignes"], in: entries, of: "le réseau", at: root.mark)
        func value(_ key: String) -> Node? { entries.first { $0.key == key }?.value }

        let id = value("reseau").flatMap { node in
            text(node, of: "«\u{A0}reseau\u{A0}»").flatMap { slug($0, of: "«\u{A0}reseau\u{A0}»", at: node.mark) }
        }
        let name = value("nom").flatMap { text($0, of: "«\u{A0}nom\u{A0}»") }
        let timeZone = value("fuseau").flatMap { self.timeZone($0) }
        let phone = value("telephone").flatMap { self.phone($0) }
        // Faults below are looked for even when the network has no usable id.
        let network = Identifier<Network>(id ?? "reseau")
        let zones = value("zones").map { self.zones($0, in: network) } ?? []
        let partners = value("partenaires").map { self.partners($0, in: network) } ?? []
        let pools = value("equipes").map { self.pools($0, in: network, partners) } ?? []
        let lines = value("lignes")?.mapping?.compactMap { $0.key.scalar?.string.trimmed } ?? []
        let plan = value("garantie").map { guarantee($0, of: "le réseau", in: network, lines: lines) }
        let around = Around(network: network, zones: zones, pools: pools, partners: partners, lines: lines)
        let offers = value("lignes").map { self.offers($0, around) } ?? []
        let frame = value("cadre").flatMap { node in
            text(node, of: "«\u{A0}cadre\u{A0}»").flatMap { slug($0, of: "«\u{A0}cadre\u{A0}»", at: node.mark) }
        }
        let catalogue = value("catalogue").flatMap { word($0, of: "«\u{A0}catalogue\u{A0}»", in: .catalogues) }
        let subSpecialties = value("surspecialites").map { self.subSpecialties($0, in: network) } ?? []
        let letterhead = value("entete").map { self.letterhead($0) } ?? Letterhead()
        let phrases = value("phrases").map { self.phrases($0) } ?? []
        let goals = value("objectifs").map { self.goals($0) } ?? []
        let places = Places(
            pools: pools.map(\.id), partners: partners.map(\.id), subSpecialties: subSpecialties.map(\.id))
        let members = value("membres").map { self.members($0, in: places) }
        let duties = value("permanences").map { self.duties($0, in: network, places.pools, offers.map(\.id)) }
        guard id != nil, let name else { return nil }
        let declared = Network(
            id: network, name: name, timeZone: timeZone ?? "Europe/Paris", phone: phone ?? "",
            frame: frame.map { Identifier($0) }, catalogue: catalogue ?? .members, partners: partners, zones: zones,
            pools: pools, subSpecialties: subSpecialties, offers: offers, guarantee: plan ?? .standard,
            letterhead: letterhead, phrases: phrases, goals: goals)
        return NetworkDeclaration(network: declared, members: members, duties: duties)
    }

    private mutating func timeZone(_ node: Node) -> String? {
        guard let name = text(node, of: "«\u{A0}fuseau\u{A0}»") else { return nil }
        if OffsetRules.names.contains(name) { return name }
        fault(
            "le fuseau \(shown(name)) n’est pas connu\u{A0}; fuseaux connus\u{A0}: "
                + "\(OffsetRules.names.joined(separator: ", ")).", at: node.mark)
        return nil
    }

    mutating func phone(_ node: Node) -> String? {
        guard let phone = text(node, of: "«\u{A0}telephone\u{A0}»", atMost: 30) else { return nil }
        if phone.isPhoneNumber { return phone }
        fault(
            "le téléphone \(shown(phone)) ne se compose pas\u{A0}: écrivez 02\u{A0}61\u{A0}91\u{A0}00\u{A0}00.",
            at: node.mark)
        return nil
    }

    private mutating func pools(
        _ node: Node, in network: Identifier<Network>, _ partners: [Partner]
    ) -> [Pool] {
        let entries = entries(node, of: "«\u{A0}equipes\u{A0}»", known: nil)
        return entries.compactMap { entry in
            let what = "l’équipe \(shown(entry.typed))"
            let id = slug(entry.key, of: what, at: entry.mark)
            let fields = self.entries(entry.value, of: what, known: Self.poolKeys)
            need(["nom"], in: fields, of: what, at: entry.mark)
            func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
            let name = value("nom").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}nom\u{A0}»") }
            let owner = value("partenaire").flatMap { self.owner($0, of: what, among: partners) }
            guard let id, let name else { return nil }
            return Pool(id: Identifier("\(network)/\(id)"), name: name, owner: owner)
        }
    }
}

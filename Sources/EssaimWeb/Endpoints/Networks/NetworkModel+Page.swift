import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension NetworksView.Model {
    init(_ networks: [Network]) {
        self.init(
            networks: networks.map { network in
                let words = [
                    French.count(network.zones.count, "secteur", "secteurs"),
                    French.count(network.pools.count, "équipe", "équipes"),
                    French.count(network.offers.count, "ligne", "lignes"),
                ]
                return (network.name, .network(network.id.rawValue), words.joined(separator: " · "))
            })
    }
}

extension NetworkModel {
    init(_ page: NetworkPage, _ section: SheetSection?) {
        let network = page.network
        let id = network.id.rawValue
        func short(_ whole: String) -> String { whole.split(separator: "/").last.map(String.init) ?? "" }
        let shown = section ?? .lines
        let parts: [Part] =
            switch shown {
            case .identity: []
            case .partners:
                network.partners.map {
                    Part(
                        title: $0.name, words: [$0.commune?.rawValue ?? "", $0.finess?.rawValue ?? ""],
                        path: .networkPart(id, shown, short($0.id.rawValue)))
                }
            case .zones:
                network.zones.map { zone in
                    Part(
                        title: zone.name,
                        words: [
                            zone.departements.joined(separator: ", "),
                            zone.communes.isEmpty ? "" : French.count(zone.communes.count, "commune", "communes"),
                            zone.postalCodes.isEmpty
                                ? "" : French.count(zone.postalCodes.count, "code postal", "codes postaux"),
                            zone.overflow.isEmpty
                                ? ""
                                : "remplacé par "
                                    + zone.overflow.compactMap { network.zone($0)?.name }.joined(separator: ", "),
                        ], path: .networkPart(id, shown, short(zone.id.rawValue)))
                }
            case .teams:
                network.pools.map {
                    Part(
                        title: $0.name, words: [$0.owner.flatMap { network.partner($0)?.name } ?? ""],
                        path: .networkPart(id, shown, short($0.id.rawValue)))
                }
            case .lines:
                network.offers.map { line in
                    Part(
                        title: line.title,
                        words: [line.stateInWords, line.owner.flatMap { network.partner($0)?.name } ?? ""],
                        path: .networkPart(id, shown, short(line.id.rawValue)))
                }
            }
        self.init(
            id: id, name: network.name, section: section,
            counts: [
                .partners: network.partners.count, .zones: network.zones.count, .teams: network.pools.count,
                .lines: network.offers.count,
            ], parts: parts, mayAdd: section.map { page.caller.adds(to: $0, in: network.id) } ?? false,
            mayChange: page.caller.keepsSome(of: network.id),
            readsMembers: page.caller.readsMembers(of: network.id), map: page.map,
            areas: page.map == nil ? [] : network.sectorsByDepartement)
    }
}

extension Network {
    /// Each département of which a sector holds something, with the sectors.
    fileprivate var sectorsByDepartement: [(code: String, sector: String)] {
        var sectors: [String: [String]] = [:]
        for zone in zones {
            for code in Set(zone.departements + zone.communes.map(\.departement)) {
                sectors[code, default: []].append(zone.name)
            }
        }
        return sectors.sorted { $0.key < $1.key }.map { ($0.key, $0.value.joined(separator: ", ")) }
    }
}

extension Offer {
    /// « Ouverte », « À venir, le 15/01/2027 ».
    fileprivate var stateInWords: String {
        let day = stateUntil.map { $0.french } ?? ""
        return switch state {
        case .open: "Ouverte"
        case .coming: day.isEmpty ? "À venir" : "À venir, le \(day)"
        case .paused: day.isEmpty ? "Suspendue" : "Suspendue jusqu’au \(day)"
        }
    }
}

extension NetworkPartModel {
    /// Nil when there is no such part, nor the right to add one.
    init?(_ page: NetworkPage, _ section: SheetSection, _ asked: String, _ making: PageMaking) {
        let network = page.network
        let isNew = section != .identity && asked == Self.new
        let part = isNew ? SheetPart(id: "", fields: [:]) : page.part(asked)
        guard let part, !isNew || page.caller.adds(to: section, in: network.id) else { return nil }
        let partners = network.partners.map {
            (value: $0.id.rawValue.split(separator: "/").last.map(String.init) ?? "", label: $0.name)
        }
        let title = part.fields["titre"] ?? part.fields["nom"] ?? part.id
        self.init(
            network: network.id.rawValue, networkName: network.name, section: section, id: part.id, isNew: isNew,
            title: isNew ? "Ajouter \(section.one)" : section == .identity ? section.word : title,
            lines: section.keys.map { key in
                Line(
                    key: key,
                    said: .of(key, in: section, forms: page.forms.map(\.rawValue), partners: partners),
                    value: part.fields[key].map { Self.shown($0, of: key) } ?? "")
            },
            mayChange: isNew || page.caller.keeps(part.id, section, in: network),
            seal: making.seal(version: page.version))
    }

    /// The word that is meant when nothing is said stands on the first line of its list.
    private static func shown(_ value: String, of key: String) -> String {
        let usual = [
            "etat": "ouverte", "catalogue": "membres", "demandeurs": "ouverts", "nature": "avis", "modalite": "differe",
        ]
        if usual[key] == value || key == "genre" && value == "teleexpertise" { return "" }
        return value
    }

    /// What was typed, key by key.
    static func typed(_ form: FormFields, _ section: SheetSection) -> [String: String] {
        section.keys.reduce(into: [:]) { typed, key in typed[key] = form.typed(key).isEmpty ? nil : form.typed(key) }
    }

    mutating func lay(_ typed: [String: String]) {
        for index in lines.indices { lines[index].value = typed[lines[index].key] ?? "" }
    }
}

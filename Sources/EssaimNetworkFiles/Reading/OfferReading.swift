import EssaimDomain
import Yams

extension FileReader {
    static let offerKeys = [
        "titre", "resume", "mots", "specialite", "genre", "nature", "modalite", "partenaire", "etat", "a-partir",
        "jusqu-au", "formulaire", "professions", "demandeurs", "territoire", "delais", "horaires", "canaux",
        "aiguillage", "garantie", "equipes",
    ]

    /// What a line may name.
    struct Around {
        let network: Identifier<Network>
        let zones: [Zone]
        let pools: [Pool]
        let partners: [Partner]
        /// The last parts of the ids of all lines.
        let lines: [String]
    }

    mutating func offers(_ node: Node, _ around: Around) -> [Offer] {
        entries(node, of: "«\u{A0}lignes\u{A0}»", known: nil).compactMap { entry in
            let what = "la ligne \(shown(entry.typed))"
            let id = slug(entry.key, of: what, at: entry.mark)
            let fields = entries(entry.value, of: what, known: Self.offerKeys)
            func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }

            let title = value("titre").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}titre\u{A0}»") }
            let summary = value("resume").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}resume\u{A0}»", atMost: 1000) }
            let kind =
                value("genre").flatMap { word($0, of: "\(what)\u{A0}: «\u{A0}genre\u{A0}»", in: .kinds) }
                ?? .teleexpertise
            let state =
                value("etat").flatMap { word($0, of: "\(what)\u{A0}: «\u{A0}etat\u{A0}»", in: .states) } ?? .open
            // Who answers a line that is still coming may not be known.
            need(state == .open ? ["titre", "equipes"] : ["titre"], in: fields, of: what, at: entry.mark)
            let form = value("formulaire").flatMap { self.form($0, of: what) }
            let professions = value("professions").map { self.professions($0, of: what, kind) } ?? []
            let targets = value("delais").map { self.targets($0, of: what) } ?? [:]
            let hours = value("horaires").flatMap { self.hours($0, of: what) }
            let answering = value("equipes").map { self.routes($0, of: what, around, state) } ?? [:]
            let keywords = value("mots").map { list($0, of: "\(what)\u{A0}: un mot").map(\.text) } ?? []
            let specialty = value("specialite").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}specialite\u{A0}»") }
            let service = value("nature").flatMap {
                word($0, of: "\(what)\u{A0}: «\u{A0}nature\u{A0}»", in: .services)
            }
            let modality = value("modalite").flatMap {
                word($0, of: "\(what)\u{A0}: «\u{A0}modalite\u{A0}»", in: .modalities)
            }
            let owner = value("partenaire").flatMap { self.owner($0, of: what, among: around.partners) }
            let until = stateDay(fields, of: what, state)
            let admission = self.admission(fields, of: what)
            let channels = value("canaux").map { self.channels($0, of: what) } ?? []
            let routing = value("aiguillage").map { self.routing($0, of: what, around.zones) } ?? LineRouting()
            let plan = value("garantie").map {
                guarantee($0, of: what, in: around.network, lines: around.lines)
            }
            guard let id, let title else { return nil }
            return Offer(
                id: Identifier("\(around.network)/\(id)"), title: title, summary: summary ?? "", keywords: keywords,
                specialty: specialty ?? "", kind: kind, service: service ?? .opinion, modality: modality ?? .deferred,
                owner: owner, state: state, stateUntil: until, form: form, professions: professions,
                admission: admission, targets: targets, hours: hours, channels: channels, pools: answering,
                routing: routing, guarantee: plan)
        }
    }

    private mutating func form(_ node: Node, of what: String) -> Identifier<ClinicalProtocol>? {
        guard let name = text(node, of: "\(what)\u{A0}: «\u{A0}formulaire\u{A0}»") else { return nil }
        let form = Identifier<ClinicalProtocol>(name)
        if forms.contains(form) { return form }
        let known = forms.map(\.rawValue).sorted().joined(separator: ", ")
        fault(
            "\(what)\u{A0}: le formulaire \(shown(name)) n’existe pas\u{A0}; formulaires connus\u{A0}: "
                + "\(known.isEmpty ? "aucun" : known).", at: node.mark)
        return nil
    }

    private mutating func professions(_ node: Node, of what: String, _ kind: RequestKind) -> [Profession] {
        var professions: [Profession] = []
        for (typed, mark) in list(node, of: "\(what)\u{A0}: une profession") {
            guard let profession = Words.professions.value(typed) else {
                fault(
                    "\(what)\u{A0}: la profession \(shown(typed)) n’est pas connue\u{A0}; professions connues\u{A0}: "
                        + "\(Words.professions.list).", at: mark)
                continue
            }
            if professions.contains(profession) {
                fault("\(what)\u{A0}: la profession \(shown(typed)) est écrite deux fois.", at: mark)
            } else if kind == .teleexpertise, !profession.isHealthProfessional {
                fault("\(what)\u{A0}: seul un professionnel de santé peut demander une téléexpertise.", at: mark)
            } else {
                professions.append(profession)
            }
        }
        return professions
    }

    /// Which pool answers in which zone: at least one, else the line is for nobody.
    private mutating func routes(
        _ node: Node, of what: String, _ around: Around, _ state: Offer.State
    ) -> [Identifier<Zone>: Identifier<Pool>] {
        let (zones, pools) = (around.zones, around.pools)
        var routes: [Identifier<Zone>: Identifier<Pool>] = [:]
        let entries = entries(node, of: "\(what)\u{A0}: «\u{A0}equipes\u{A0}»", known: nil)
        for entry in entries {
            let zone = zones.first { $0.id.lastPart == entry.key }
            if zone == nil {
                fault(
                    "\(what)\u{A0}: la zone \(shown(entry.typed)) n’existe pas\u{A0}; zones connues\u{A0}: "
                        + "\(listed(zones.map(\.id.lastPart), none: "aucune")).", at: entry.mark)
            }
            guard let name = text(entry.value, of: "\(what)\u{A0}: une équipe") else { continue }
            let pool = pools.first { $0.id.lastPart == name }
            if pool == nil {
                fault(
                    "\(what)\u{A0}: l’équipe \(shown(name)) n’existe pas\u{A0}; équipes connues\u{A0}: "
                        + "\(listed(pools.map(\.id.lastPart), none: "aucune")).", at: entry.value.mark)
            }
            if let zone, let pool { routes[zone.id] = pool.id }
        }
        if case .mapping = node, entries.isEmpty, state == .open {
            fault("\(what) n’a aucune équipe\u{A0}: personne n’y répondrait.", at: node.mark)
        }
        return routes
    }
}

extension Identifier {
    /// What follows the network's name: `brest-lannion` in `oncobreizh/brest-lannion`.
    var lastPart: String { rawValue.split(separator: "/").last.map(String.init) ?? rawValue }
}

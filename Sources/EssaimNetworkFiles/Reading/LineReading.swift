import EssaimDomain
import Yams

// What a line says beside its title, its form, its delays and its teams.
extension FileReader {
    static let routingKeys = ["regulation", "ordre", "ensemble", "deborde"]
    static let channelKeys = ["genre", "adresse", "note", "horaires"]

    /// The day that goes with a state: `a-partir` of a line that is coming, `jusqu-au` of a paused one.
    mutating func stateDay(_ fields: [Entry], of what: String, _ state: Offer.State) -> CivilDate? {
        var day: CivilDate?
        for (key, needed, word) in [
            ("a-partir", Offer.State.coming, "a-venir"), ("jusqu-au", Offer.State.paused, "suspendue"),
        ] {
            guard let field = fields.first(where: { $0.key == key }) else { continue }
            guard state == needed else {
                fault("\(what)\u{A0}: «\u{A0}\(key)\u{A0}» ne va qu’avec «\u{A0}etat: \(word)\u{A0}».", at: field.mark)
                continue
            }
            guard let typed = text(field.value, of: "\(what)\u{A0}: «\u{A0}\(key)\u{A0}»", atMost: 30) else { continue }
            day = CivilDate.parse(typed)
            if day == nil {
                fault(
                    "\(what)\u{A0}: \(shown(typed)) n’est pas une date\u{A0}; écrivez 2026-12-24.", at: field.value.mark
                )
            }
        }
        return day
    }

    /// Who asks, beside their profession, and from where.
    mutating func admission(_ fields: [Entry], of what: String) -> Admission {
        var admission = Admission()
        for field in fields {
            if field.key == "demandeurs" {
                admission.isByInvitation =
                    word(field.value, of: "\(what)\u{A0}: «\u{A0}demandeurs\u{A0}»", in: .invitations) ?? false
            } else if field.key == "territoire" {
                for (typed, mark) in list(field.value, of: "\(what)\u{A0}: un département") {
                    let code = typed.uppercased()
                    if !Departement.isCode(code) {
                        fault(
                            "\(what)\u{A0}: \(shown(typed)) n’est pas un département\u{A0}; écrivez 22, 2A ou 974.",
                            at: mark)
                    } else if admission.departements.contains(code) {
                        fault("\(what)\u{A0}: le département \(code) est écrit deux fois.", at: mark)
                    } else {
                        admission.departements.append(code)
                    }
                }
            }
        }
        return admission
    }

    mutating func channels(_ node: Node, of what: String) -> [Offer.Channel] {
        let what = "\(what)\u{A0}: un canal"
        guard let items = node.sequence else {
            fault("\(what)\u{A0}: une liste est attendue, «\u{A0}- genre: telephone\u{A0}».", at: node.mark)
            return []
        }
        return items.compactMap { item in
            let fields = entries(item, of: what, known: Self.channelKeys)
            need(["genre"], in: fields, of: what, at: item.mark)
            func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
            let kind = value("genre").flatMap { word($0, of: "\(what)\u{A0}: «\u{A0}genre\u{A0}»", in: .channels) }
            let address = value("adresse").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}adresse\u{A0}»") }
            let note = value("note").flatMap { text($0, of: "\(what)\u{A0}: «\u{A0}note\u{A0}»") }
            let hours = value("horaires").flatMap { self.hours($0, of: what) }
            guard let kind else { return nil }
            if let address, !isAddress(address, of: kind) {
                fault(
                    "\(what)\u{A0}: \(shown(address)) n’est ni un numéro de téléphone, ni une adresse en https://.",
                    at: value("adresse")?.mark)
            }
            return Offer.Channel(kind, address: address ?? "", note: note ?? "", hours: hours)
        }
    }

    /// Shown as a link: nothing but a number to call, or a page over TLS.
    private func isAddress(_ address: String, of kind: Offer.Channel.Kind) -> Bool {
        if kind != .telephone, address.hasPrefix("https://") {
            return address.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value < 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains($0)
            }
                && address.utf8.count > 8
        }
        return kind != .opinion && address.isPhoneNumber
    }

    mutating func routing(_ node: Node, of what: String, _ zones: [Zone]) -> LineRouting {
        let what = "\(what)\u{A0}: «\u{A0}aiguillage\u{A0}»"
        let fields = entries(node, of: what, known: Self.routingKeys)
        func value(_ key: String) -> Node? { fields.first { $0.key == key }?.value }
        let isRegulated =
            value("regulation").flatMap { word($0, of: "\(what)\u{A0}: «\u{A0}regulation\u{A0}»", in: .regulations) }
            ?? false
        var orders: [Urgency: LineRouting.Order] = [:]
        for entry in value("ordre").map({ entries($0, of: "\(what)\u{A0}: «\u{A0}ordre\u{A0}»", known: nil) }) ?? [] {
            guard let urgency = Words.urgencies.value(entry.key) else {
                fault(
                    "\(what)\u{A0}: l’urgence \(shown(entry.typed)) n’est pas connue\u{A0}; urgences connues\u{A0}: "
                        + "\(Words.urgencies.list).", at: entry.mark)
                continue
            }
            orders[urgency] = word(entry.value, of: "\(what)\u{A0}: «\u{A0}ordre\u{A0}»", in: .orders)
        }
        var atOnce = 1
        if let node = value("ensemble"), let typed = text(node, of: "\(what)\u{A0}: «\u{A0}ensemble\u{A0}»", atMost: 10)
        {
            if let number = Int(typed), (1...LineRouting.mostAtOnce).contains(number) {
                atOnce = number
            } else {
                fault("\(what)\u{A0}: «\u{A0}ensemble\u{A0}» va de 1 à \(LineRouting.mostAtOnce).", at: node.mark)
            }
        }
        var overflow: [Identifier<Zone>: [Identifier<Zone>]] = [:]
        for entry in value("deborde").map({ entries($0, of: "\(what)\u{A0}: «\u{A0}deborde\u{A0}»", known: nil) }) ?? []
        {
            guard let zone = zone(named: entry.key, of: what, at: entry.mark, among: zones.map(\.id)) else { continue }
            overflow[zone] = self.zones(named: entry.value, of: what, besides: zone, among: zones.map(\.id))
        }
        return LineRouting(isRegulated: isRegulated, orders: orders, atOnce: atOnce, overflow: overflow)
    }

    mutating func zone(
        named name: String, of what: String, at mark: Mark?, among zones: [Identifier<Zone>]
    ) -> Identifier<Zone>? {
        if let zone = zones.first(where: { $0.lastPart == name }) { return zone }
        fault(
            "\(what)\u{A0}: la zone \(shown(name)) n’existe pas\u{A0}; zones connues\u{A0}: "
                + "\(listed(zones.map(\.lastPart), none: "aucune")).", at: mark)
        return nil
    }

    /// Other zones, each once, in order.
    mutating func zones(
        named node: Node, of what: String, besides own: Identifier<Zone>, among zones: [Identifier<Zone>]
    ) -> [Identifier<Zone>] {
        var found: [Identifier<Zone>] = []
        for (typed, mark) in list(node, of: "\(what)\u{A0}: une zone") {
            guard let zone = zone(named: typed, of: what, at: mark, among: zones) else { continue }
            if zone == own || found.contains(zone) {
                fault("\(what)\u{A0}: la zone \(shown(typed)) y est déjà.", at: mark)
            } else {
                found.append(zone)
            }
        }
        return found
    }
}

extension String {
    /// What a telephone can dial.
    var isPhoneNumber: Bool {
        let digits = unicodeScalars.filter { ("0"..."9").contains($0) }.count
        return (2...15).contains(digits)
            && unicodeScalars.allSatisfy {
                ("0"..."9").contains($0) || "+.-() \u{A0}\u{202F}".unicodeScalars.contains($0)
            }
    }
}

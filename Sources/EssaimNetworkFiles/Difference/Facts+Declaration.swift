import EssaimDomain

extension Network {
    /// What a network says of itself.
    var facts: [Fact] {
        [
            Fact("nom", name), Fact("fuseau", timeZone), Fact("téléphone", phone), Fact("cadre", frame?.rawValue ?? ""),
            Fact("catalogue", Words.catalogues.word(catalogue)),
            Fact("surspécialités", subSpecialties.map { "\($0.id.lastPart) \($0.title)" }.joined(separator: ", ")),
            Fact("garantie", guarantee.said), Fact("en-tête", letterhead.lines.joined(separator: " / ")),
            Fact("logo", letterhead.logo.isEmpty ? "" : "\(letterhead.logo.count) octets, \(letterhead.mark)"),
            Fact("phrases", phrases.map { "/\($0.shortcut) \($0.title)\u{A0}: \($0.text)" }.joined(separator: " | ")),
            Fact(
                "objectifs", goals.map { "\(Words.measures.word($0.measure)) \($0.value)" }.joined(separator: ", ")),
        ]
    }
}

extension Letterhead {
    /// Tells one logo from another of the same size (FNV-1a).
    fileprivate var mark: String {
        let hash = logo.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}

extension Partner {
    var facts: [Fact] {
        [
            Fact("nom", name), Fact("genre", Words.partners.word(kind)), Fact("finess", finess?.rawValue ?? ""),
            Fact("commune", commune?.rawValue ?? ""),
        ]
    }
}

extension Pool {
    var facts: [Fact] { [Fact("nom", name), Fact("partenaire", owner?.lastPart ?? "")] }
}

extension GuaranteePlan {
    /// Everything that it says, in one line.
    var said: String {
        let steps = stepsByKey
        var parts = FileReader.guaranteeKeys.compactMap { key in
            steps[key].map { "\(key) " + $0.map(\.words).joined(separator: ", ") }
        }
        if let offer = fallback.offer { parts.append("ligne \(offer.lastPart)") }
        if !fallback.phone.isEmpty { parts.append("téléphone \(fallback.phone)") }
        if !fallback.meanwhile.isEmpty { parts.append(fallback.meanwhile) }
        return parts.joined(separator: "\u{A0}; ")
    }
}

extension LineRouting {
    var said: String {
        var parts = isRegulated ? ["régulée"] : []
        for urgency in Urgency.allCases {
            if let order = orders[urgency] {
                parts.append("\(Words.urgencies.word(urgency)) par \(Words.orders.word(order))")
            }
        }
        if atOnce != 1 { parts.append("\(atOnce) ensemble") }
        for (zone, next) in overflow.sorted(by: { $0.key < $1.key }) {
            parts.append("\(zone.lastPart) déborde vers \(next.map(\.lastPart).joined(separator: ", "))")
        }
        return parts.joined(separator: "\u{A0}; ")
    }
}

extension Offer {
    /// What a line says beside its title, its delays and its teams.
    var furtherFacts: [Fact] {
        let ways = channels.map { channel in
            let hours = channel.hours.map { $0 == .always ? "toujours" : $0.facts.joined(separator: ", ") }
            return ([Words.channels.word(channel.kind), channel.address, channel.note] + [hours ?? ""])
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        return [
            Fact("mots", keywords.joined(separator: ", ")), Fact("spécialité", specialty),
            Fact("nature", service == .opinion ? "" : Words.services.word(service)),
            Fact("modalité", modality == .deferred ? "" : Words.modalities.word(modality)),
            Fact("partenaire", owner?.lastPart ?? ""), Fact("date", stateUntil?.description ?? ""),
            Fact("demandeurs", admission.isByInvitation ? Words.invitations.word(true) : ""),
            Fact("territoire", admission.departements.sorted().joined(separator: ", ")),
            Fact("canaux", ways.joined(separator: "\u{A0}; ")), Fact("aiguillage", routing.said),
            Fact("garantie", guarantee?.said ?? ""),
        ]
    }
}

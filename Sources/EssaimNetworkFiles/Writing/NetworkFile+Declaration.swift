import EssaimDomain
import Foundation

extension NetworkFile {
    /// What a network says of itself before its zones; what is as usual is left out.
    static func writeIdentity(of network: Network, _ out: inout YAMLWriter) {
        if let frame = network.frame { out.pair("cadre", frame.rawValue) }
        if network.catalogue != .members { out.pair("catalogue", Words.catalogues.word(network.catalogue)) }
        if !network.letterhead.isEmpty {
            out.section("entete") { out in
                if !network.letterhead.lines.isEmpty { out.list("lignes", network.letterhead.lines) }
                if !network.letterhead.logo.isEmpty {
                    out.pair("logo", Data(network.letterhead.logo).base64EncodedString())
                }
            }
        }
        if !network.phrases.isEmpty {
            out.section("phrases") { out in
                for phrase in network.phrases {
                    out.section(phrase.shortcut) { out in
                        out.pair("titre", phrase.title)
                        out.pair("texte", phrase.text)
                    }
                }
            }
        }
        if !network.goals.isEmpty {
            out.section("objectifs") { out in
                for goal in network.goals { out.pair(Words.measures.word(goal.measure), "\(goal.value)") }
            }
        }
        if !network.partners.isEmpty {
            out.section("partenaires") { out in
                for partner in network.partners {
                    out.section(partner.id.lastPart) { out in
                        out.pair("nom", partner.name)
                        out.pair("genre", Words.partners.word(partner.kind))
                        if let finess = partner.finess { out.pair("finess", finess.rawValue) }
                        if let commune = partner.commune { out.pair("commune", commune.rawValue) }
                    }
                }
            }
        }
        if !network.subSpecialties.isEmpty {
            out.section("surspecialites") { out in
                for one in network.subSpecialties { out.pair(one.id.lastPart, one.title) }
            }
        }
    }

    /// All its steps, those that are standard too: a plan is read whole.
    static func write(_ plan: GuaranteePlan, _ out: inout YAMLWriter) {
        let steps = plan.stepsByKey
        out.section("garantie") { out in
            for key in FileReader.guaranteeKeys {
                if let steps = steps[key] { out.list(key, steps.map(\.words)) }
            }
            if let offer = plan.fallback.offer { out.pair("ligne", offer.lastPart) }
            if !plan.fallback.phone.isEmpty { out.pair("telephone", plan.fallback.phone) }
            if !plan.fallback.meanwhile.isEmpty { out.pair("attente", plan.fallback.meanwhile) }
        }
    }

    static func write(_ channels: [Offer.Channel], _ out: inout YAMLWriter) {
        if channels.isEmpty { return }
        out.section("canaux") { out in
            for channel in channels {
                out.item { out in
                    out.pair("genre", Words.channels.word(channel.kind))
                    if !channel.address.isEmpty { out.pair("adresse", channel.address) }
                    if !channel.note.isEmpty { out.pair("note", channel.note) }
                    if let hours = channel.hours { write(hours, &out) }
                }
            }
        }
    }

    static func write(_ routing: LineRouting, of network: Network, _ out: inout YAMLWriter) {
        if routing == LineRouting() { return }
        out.section("aiguillage") { out in
            if routing.isRegulated { out.pair("regulation", Words.regulations.word(true)) }
            if !routing.orders.isEmpty {
                out.section("ordre") { out in
                    for urgency in Urgency.allCases {
                        guard let order = routing.orders[urgency] else { continue }
                        out.pair(Words.urgencies.word(urgency), Words.orders.word(order))
                    }
                }
            }
            if routing.atOnce != 1 { out.pair("ensemble", "\(routing.atOnce)") }
            if !routing.overflow.isEmpty {
                out.section("deborde") { out in
                    for zone in network.zones {
                        if let next = routing.overflow[zone.id] { out.list(zone.id.lastPart, next.map(\.lastPart)) }
                    }
                }
            }
        }
    }
}

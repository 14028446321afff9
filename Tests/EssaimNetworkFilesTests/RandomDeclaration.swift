import EssaimDomain
import EssaimNetworkFiles
import Foundation

extension Network {
    /// What a network may say beside its zones, teams and lines; each with an even chance.
    mutating func sayMore(using random: inout SeededGenerator, names: [String]) {
        func maybe() -> Bool { Bool.random(using: &random) }
        func name() -> String { names.randomElement(using: &random) ?? "n" }
        let own = zones.map(\.id)
        if maybe() { frame = "region" }
        if maybe() { catalogue = .anyone }
        for (index, kind) in Partner.Kind.allCases.enumerated() where maybe() {
            partners.append(
                Partner(
                    id: Identifier("reseau/chu-\(index)"), name: name(), kind: kind,
                    finess: maybe() ? FINESS(rawValue: "2A0000014") : nil,
                    commune: maybe() ? INSEECommune(rawValue: "2A004") : nil))
        }
        for index in pools.indices where maybe() { pools[index].owner = partners.randomElement(using: &random)?.id }
        for index in zones.indices {
            if maybe() {
                zones[index].postalCodes = ["22300", "97400"].compactMap(PostalCode.init(rawValue:))
            }
            // Later ones alone: a zone never unites itself.
            if maybe() { zones[index].unites = own.dropFirst(index + 1).shuffled(using: &random) }
            if maybe() { zones[index].overflow = own.filter { $0 != zones[index].id }.shuffled(using: &random) }
        }
        if maybe() { subSpecialties = [SubSpecialty(id: "reseau/melanome", title: name())] }
        if maybe() { guarantee = .random(using: &random, lines: offers.map(\.id)) }
        if maybe() {
            let logo =
                "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR42mPgzsuDIwacHADOqQrVBF1wagAAAABJRU5ErkJggg=="
            letterhead = Letterhead(lines: [name(), name()], logo: Array(Data(base64Encoded: logo) ?? Data()))
        }
        if maybe() {
            phrases = [Phrase.Content(shortcut: "été-1", title: "Titre", text: "Une ligne.\nUne autre : *ici*.")]
        }
        if maybe() { goals = [IndicatorGoal(.answeredWithin48Hours, 80), IndicatorGoal(.opinionsAYear, 1_200)] }
        let partners = partners.map(\.id)
        let lines = offers.map(\.id)
        for index in offers.indices {
            if maybe() { offers[index].keywords = [name(), "grain de beauté"] }
            if maybe() { offers[index].specialty = name() }
            offers[index].service = Offer.Service.allCases.randomElement(using: &random) ?? .opinion
            offers[index].modality = Offer.Modality.allCases.randomElement(using: &random) ?? .deferred
            offers[index].owner = maybe() ? partners.randomElement(using: &random) : nil
            if offers[index].state != .open, maybe() { offers[index].stateUntil = CivilDate("2027-03-01") }
            if offers[index].state != .open, maybe() { offers[index].pools = [:] }
            offers[index].admission = Admission(isByInvitation: maybe(), departements: maybe() ? ["2A", "974"] : [])
            if maybe() { offers[index].channels = Offer.Channel.random(using: &random, note: names[0]) }
            if maybe() { offers[index].routing = .random(using: &random, zones: own) }
            if maybe() { offers[index].guarantee = .random(using: &random, lines: lines) }
        }
    }
}

extension Offer.Channel {
    fileprivate static func random(using random: inout SeededGenerator, note: String) -> [Self] {
        [
            Self(.telephone, address: "02 61 91 00 02", note: note, hours: OpeningHours.random(using: &random)),
            Self(.video, address: "https://example.org/salle?a=1&b=2#c"), Self(.opinion),
            Self(.appointment, hours: OpeningHours.random(using: &random)),
        ].shuffled(using: &random)
    }
}

extension LineRouting {
    fileprivate static func random(using random: inout SeededGenerator, zones: [Identifier<Zone>]) -> Self {
        var orders: [Urgency: Order] = [:]
        for urgency in Urgency.allCases where Bool.random(using: &random) {
            orders[urgency] = Order.allCases.randomElement(using: &random)
        }
        var overflow: [Identifier<Zone>: [Identifier<Zone>]] = [:]
        if zones.count > 1 { overflow[zones[0]] = Array(zones.dropFirst()) }
        return Self(
            isRegulated: Bool.random(using: &random), orders: orders, atOnce: Int.random(in: 1...10, using: &random),
            overflow: overflow)
    }
}

extension GuaranteePlan {
    fileprivate static func random(using random: inout SeededGenerator, lines: [Identifier<Offer>]) -> Self {
        func steps() -> [Step] {
            (0..<Int.random(in: 0...5, using: &random)).map { _ in
                Step(
                    Int.random(in: 1...1000, using: &random),
                    GuaranteeAct.allCases.randomElement(using: &random) ?? .remind)
            }
        }
        return Self(
            answer: [.routine: steps(), .urgent: steps()], progress: steps(), information: steps(), reading: steps(),
            acknowledgement: steps(),
            fallback: Fallback(
                offer: lines.randomElement(using: &random), phone: Bool.random(using: &random) ? "15" : "",
                meanwhile: Bool.random(using: &random) ? "Appelez le 15 : sans attendre." : ""))
    }
}

import EssaimDomain

// What is read whole and never searched. A row of an earlier schema holds less of it: each key has its own default.

/// Of a network.
struct NetworkTerms: Codable {
    struct Named: Codable {
        var id: String
        var title: String
    }

    struct KeptPhrase: Codable {
        var shortcut: String
        var title: String
        var text: String
    }

    var catalogue: Network.Catalogue?
    var subSpecialties: [Named]?
    var guarantee: GuaranteePlan?
    var letterhead: [String]?
    var phrases: [KeptPhrase]?
    var goals: [IndicatorGoal]?

    init(_ network: Network) {
        catalogue = network.catalogue
        subSpecialties = network.subSpecialties.map { Named(id: $0.id.rawValue, title: $0.title) }
        guarantee = network.guarantee
        letterhead = network.letterhead.lines
        phrases = network.phrases.map { KeptPhrase(shortcut: $0.shortcut, title: $0.title, text: $0.text) }
        goals = network.goals
    }

    func give(to network: inout Network, logo: [UInt8]) {
        network.catalogue = catalogue ?? .members
        network.subSpecialties = (subSpecialties ?? []).map { SubSpecialty(id: Identifier($0.id), title: $0.title) }
        network.guarantee = guarantee ?? .standard
        network.letterhead = Letterhead(lines: letterhead ?? [], logo: logo)
        network.phrases = phraseContents
        network.goals = goals ?? []
    }

    var phraseContents: [Phrase.Content] {
        (phrases ?? []).map { Phrase.Content(shortcut: $0.shortcut, title: $0.title, text: $0.text) }
    }
}

/// Of a zone, beside its départements and communes.
struct ZoneTerms: Codable {
    var postalCodes: [PostalCode]?
    var unites: [Identifier<Zone>]?
    var overflow: [Identifier<Zone>]?

    init(_ zone: Zone) {
        postalCodes = zone.postalCodes
        unites = zone.unites
        overflow = zone.overflow
    }

    func give(to zone: inout Zone) {
        zone.postalCodes = postalCodes ?? []
        zone.unites = unites ?? []
        zone.overflow = overflow ?? []
    }
}

/// Of a line.
struct OfferTerms: Codable {
    var professions: [Profession]
    var targets: [String: AnswerTarget]
    var hours: OpeningHours?
    var keywords: [String]?
    var specialty: String?
    var service: Offer.Service?
    var modality: Offer.Modality?
    var owner: Identifier<Partner>?
    var stateUntil: CivilDate?
    var admission: Admission?
    var channels: [Offer.Channel]?
    var routing: LineRouting?
    var guarantee: GuaranteePlan?

    init(_ offer: Offer) {
        professions = offer.professions
        targets = Dictionary(uniqueKeysWithValues: offer.targets.map { ($0.key.rawValue, $0.value) })
        hours = offer.hours
        keywords = offer.keywords
        specialty = offer.specialty
        service = offer.service
        modality = offer.modality
        owner = offer.owner
        stateUntil = offer.stateUntil
        admission = offer.admission
        channels = offer.channels
        routing = offer.routing
        guarantee = offer.guarantee
    }

    func give(to offer: inout Offer) {
        offer.professions = professions
        offer.targets = targets.reduce(into: [:]) { targets, term in
            if let urgency = Urgency(rawValue: term.key) { targets[urgency] = term.value }
        }
        offer.hours = hours
        offer.keywords = keywords ?? []
        offer.specialty = specialty ?? ""
        offer.service = service ?? .opinion
        offer.modality = modality ?? .deferred
        offer.owner = owner
        offer.stateUntil = stateUntil
        offer.admission = admission ?? Admission()
        offer.channels = channels ?? []
        offer.routing = routing ?? LineRouting()
        offer.guarantee = guarantee
    }
}

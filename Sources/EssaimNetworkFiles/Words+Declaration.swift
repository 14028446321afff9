import EssaimDomain

// What a network says beside its zones, its teams and the titles of its lines.

extension Words where Value == Partner.Kind {
    static let partners = Words(pairs: [
        ("ess", .specialistTeam), ("hopital", .hospital), ("cpts", .territorialCommunity),
        ("dac", .coordinationSupport),
        ("ehpad", .nursingHome), ("cabinet", .practice), ("sas", .unscheduledCare),
    ])
}

extension Words where Value == Network.Catalogue {
    static let catalogues = Words(pairs: [("public", .anyone), ("membres", .members)])
}

extension Words where Value == Offer.Service {
    static let services = Words(pairs: [
        ("avis", .opinion), ("examen", .examination), ("consultation", .consultation), ("hdj", .dayHospital),
        ("admission", .admission),
    ])
}

extension Words where Value == Offer.Modality {
    static let modalities = Words(pairs: [
        ("differe", .deferred), ("telephone", .telephone), ("video", .video), ("sur-place", .onSite),
    ])
}

extension Words where Value == Offer.Channel.Kind {
    static let channels = Words(pairs: [
        ("avis", .opinion), ("rendez-vous", .appointment), ("telephone", .telephone), ("video", .video),
    ])
}

extension Words where Value == LineRouting.Order {
    static let orders = Words(pairs: [("equipe", .pool), ("garde", .duty), ("tour", .load)])
}

extension Words where Value == Bool {
    static let invitations = Words(pairs: [("ouverts", false), ("invites", true)])
    static let regulations = Words(pairs: [("oui", true), ("non", false)])
}

extension Words where Value == GuaranteeAct {
    static let acts = Words(pairs: [
        ("relancer", .remind), ("prevenir-les-collegues", .tellColleagues), ("elargir", .widen), ("alerter", .alert),
        ("rendre", .handBack), ("escalader", .escalate),
    ])
}

extension Words where Value == IndicatorGoal.Measure {
    static let measures = Words(pairs: [
        ("avis-par-an", .opinionsAYear), ("reponse-48h", .answeredWithin48Hours),
        ("reponse-7j", .answeredWithin7Days), ("delai-median-h", .medianHours), ("boucles-closes", .closedLoops),
        ("membres", .members), ("part-membres", .membersShare),
    ])
}

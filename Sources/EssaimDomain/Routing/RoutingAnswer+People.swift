extension RoutingAnswer {
    /// Everyone whom it names.
    public var people: Set<Identifier<Person>> {
        var people: Set<Identifier<Person>> = []
        for case .expert(let expert) in candidates.map(\.party) { people.insert(expert) }
        for remark in remarks {
            switch remark {
            case .namedExpertGone(let expert), .namedExpertAway(let expert, _), .namedExpertDeclined(let expert),
                .strangerOnDuty(_, let expert), .dutyExpertNotAsked(_, let expert):
                people.insert(expert)
            case .place, .postalCodeInSeveralZones, .zonesOverlap, .zoneWithoutPool, .poolNotAsked, .noSubSpecialist,
                .nobodyOnDuty, .noRegulator, .nobodyCanAnswer:
                continue
            }
        }
        return people
    }
}

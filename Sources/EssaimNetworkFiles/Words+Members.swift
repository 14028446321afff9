import EssaimDomain

// Who belongs to a network, and who is on duty there.

extension Words where Value == NetworkRole {
    static let roles = Words(pairs: NetworkRole.allCases.map { ($0.fileWord, $0) })
}

extension Words where Value == PoolGrade {
    static let grades = Words(pairs: [("senior", .senior), ("junior", .junior)])
}

extension Words where Value == DutyTime {
    static let times = Words(pairs: [
        ("matin", .half(.morning)), ("apres-midi", .half(.afternoon)), ("journee", .day),
    ])
}

extension Words where Value == DutyPattern.OnHolidays {
    static let onHolidays = Words(pairs: [("ferme", .dropped), ("ouvert", .kept), ("seulement", .only)])
}

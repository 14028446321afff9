import EssaimDomain

/// The French words of a file for the values of the domain: one table, read and written by.
struct Words<Value: Sendable & Hashable>: Sendable {
    let pairs: [(word: String, value: Value)]

    /// The value of a word; accents and case do not matter.
    func value(_ word: String) -> Value? {
        let word = folded(word)
        return pairs.first { $0.word == word }?.value
    }

    func word(_ value: Value) -> String { pairs.first { $0.value == value }?.word ?? "" }

    /// « ouverte, suspendue, a-venir ».
    var list: String { pairs.map(\.word).joined(separator: ", ") }
}

extension Words where Value == Urgency {
    static let urgencies = Words(pairs: [("simple", .routine), ("priorite", .priority), ("urgent", .urgent)])
}

extension Words where Value == RequestKind {
    static let kinds = Words(pairs: [("teleexpertise", .teleexpertise), ("orientation", .orientation)])
}

extension Words where Value == Offer.State {
    static let states = Words(pairs: [("ouverte", .open), ("suspendue", .paused), ("a-venir", .coming)])
}

extension Words where Value == Bool {
    static let holidays = Words(pairs: [("ouvert", true), ("ferme", false)])
}

extension Words where Value == Profession {
    static let professions = Words(pairs: [
        ("medecin", .doctor), ("pharmacien", .pharmacist), ("audioprothesiste", .audioprosthetist),
        ("chirurgien-dentiste", .dentist), ("sage-femme", .midwife), ("infirmier", .nurse),
        ("kinesitherapeute", .physiotherapist), ("podologue", .podiatrist), ("orthophoniste", .speechTherapist),
        ("orthoptiste", .orthoptist), ("hors-sante", .none),
    ])
}

extension Words where Value == Weekday {
    static let days = Words(pairs: [
        ("lun", .monday), ("mar", .tuesday), ("mer", .wednesday), ("jeu", .thursday), ("ven", .friday),
        ("sam", .saturday), ("dim", .sunday),
    ])
}

/// Small letters without the accents of French, blanks around taken away: `État` is `etat`.
func folded(_ text: String) -> String {
    let plain: [Character: Character] = [
        "à": "a", "â": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o", "û": "u",
        "ù": "u", "–": "-", "’": "'",
    ]
    return String(text.trimmed.lowercased().map { plain[$0] ?? $0 })
}

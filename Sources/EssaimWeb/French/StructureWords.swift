import EssaimDomain

extension StructurePlace {
    var word: String {
        switch self {
        case .member: "Membre"
        case .delegate: "Délégué"
        case .replacement: "Remplaçant"
        case .administrator: "Administrateur"
        }
    }

    /// What it opens.
    var note: String {
        switch self {
        case .member: "demande, lit et clôt pour la structure"
        case .delegate: "prépare et suit les demandes\u{A0}; un professionnel les envoie"
        case .replacement: "comme un membre, de tel jour à tel jour, à la place d’un titulaire"
        case .administrator: "comme un membre, et tient cette page"
        }
    }
}

extension StructureTerms {
    /// « Remplaçant du 24 décembre 2026 au 3 janvier 2027 ».
    var words: String { place.word + (days.map { " \(Self.words($0))" } ?? "") }

    private static func words(_ days: ClosedRange<CivilDate>) -> String {
        let (first, last) = (days.lowerBound, days.upperBound)
        return first == last ? "le \(French.date(first))" : "du \(French.date(first)) au \(French.date(last))"
    }
}

extension StructureMember {
    /// In one word; with the day, for who is awaited.
    var statusWords: String {
        switch status {
        case .active: return "en exercice"
        case .invited: return isAwaited ? terms.days.map { "attendu le \(French.date($0.lowerBound))" } ?? "" : "invité"
        case .suspended: return "suspendu"
        case .ended: return "parti"
        }
    }
}

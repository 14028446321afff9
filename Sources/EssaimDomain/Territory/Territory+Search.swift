extension Territory {
    /// The longest text that is looked up, in UTF-8 bytes: the longest name has 45 letters.
    public static let longestTyped = 200

    /// The communes that someone may mean: by a name or the beginning of one of its words (`st brieuc`, `Brieuc`), followed
    /// or not by a code of where it is (`saint denis 974`, `Lannion 22300`); by a postal code or an INSEE code alone. What
    /// fits best first, then the largest.
    public func search(_ typed: String, atMost most: Int = 10) -> [Commune] {
        guard typed.utf8.count <= Self.longestTyped, most > 0 else { return [] }
        let sought = SoughtPlace(typed)
        if let code = sought.code { return Array(communes(typed: code).prefix(most)) }
        var found: [Int: PlaceNames.Fit] = [:]
        func look(for beginnings: [String], where isNear: (Commune) -> Bool = { _ in true }) {
            for beginning in beginnings {
                names.forEach(beginning: beginning) { place, fit in
                    guard isNear(communes[place]) else { return }
                    found[place] = min(found[place] ?? fit, fit)
                }
            }
        }
        look(for: sought.name.beginnings)
        if let near = sought.near {
            look(for: near.name.beginnings) { commune in
                commune.departement == near.code || commune.code.rawValue == near.code
                    || commune.postalCodes.contains { $0.rawValue == near.code }
            }
        }
        func people(_ place: Int) -> Int { communes[place].population ?? 0 }
        let ranked = found.sorted { a, b in (a.value, people(b.key), a.key) < (b.value, people(a.key), b.key) }
        return ranked.prefix(most).map { communes[$0.key] }
    }

    /// A code typed alone is a postal code if it is one, else an INSEE code.
    private func communes(typed code: String) -> [Commune] {
        let shared = PostalCode(rawValue: code).map { communes($0) } ?? []
        guard shared.isEmpty, let commune = INSEECommune(rawValue: code).flatMap({ commune($0) }) else { return shared }
        return [commune]
    }
}

/// What someone typed to find a commune, taken apart.
struct SoughtPlace {
    let name: PlaceName
    /// A code that stands alone.
    let code: String?
    /// The name before a last word that may be a code of where it is. It may also be of the name: `Paris 11`.
    let near: (name: PlaceName, code: String)?

    init(_ typed: String) {
        name = PlaceName(typed)
        let last = name.words.last?.uppercased() ?? ""
        let isCode = Departement.isCode(last) || INSEECommune(rawValue: last) != nil
        code = name.words.count == 1 && last.utf8.count == 5 && isCode ? last : nil
        guard isCode, name.words.count > 1 else {
            near = nil
            return
        }
        near = (PlaceName(name.words.dropLast().joined(separator: " ")), last)
    }
}

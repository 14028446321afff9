import EssaimDomain

extension Zone {
    /// What a zone says; in sets the order counts for nothing.
    var facts: [Fact] {
        [
            Fact("nom", name), Fact("départements", departements.sorted().joined(separator: ", ")),
            Fact("communes", communes.map(\.rawValue).sorted().joined(separator: ", ")),
            Fact("codes postaux", postalCodes.map(\.rawValue).sorted().joined(separator: ", ")),
            Fact("réunit", unites.map(\.lastPart).joined(separator: ", ")),
            Fact("déborde vers", overflow.map(\.lastPart).joined(separator: ", ")),
        ]
    }
}

extension Offer {
    /// What a line says, zones and pools by the names that these networks give them.
    func facts(_ networks: [Network]) -> [Fact] {
        let zones = networks.flatMap(\.zones)
        let answering = pools.sorted { $0.key < $1.key }.map { zone, pool in
            "\(zones.last { $0.id == zone }?.name ?? zone.lastPart) par \(pool.lastPart)"
        }
        let delays = Urgency.allCases.map { urgency in
            Fact("délai \(Words.urgencies.word(urgency))", targets[urgency].map { Delay.text($0, for: urgency) } ?? "")
        }
        let opening = hours.map { hours in
            hours == .always ? "toujours" : hours.facts.joined(separator: ", ")
        }
        return [
            Fact("titre", title), Fact("résumé", summary), Fact("genre", Words.kinds.word(kind)),
            Fact("état", Words.states.word(state)), Fact("formulaire", form?.rawValue ?? ""),
            Fact("professions", professions.map(Words.professions.word).sorted().joined(separator: ", ")),
        ] + delays + [
            Fact("horaires", opening ?? ""), Fact("équipes", answering.joined(separator: ", ")),
        ] + furtherFacts
    }
}

extension OpeningHours {
    var facts: [String] {
        runs.map { "\($0.days) \($0.ranges.map(\.words).joined(separator: " et "))" }
            + (opensOnHolidays ? ["fériés ouverts"] : [])
            + (closedDays.isEmpty ? [] : ["fermé le " + closedDays.sorted().map(\.french).joined(separator: ", ")])
    }
}

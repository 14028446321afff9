import EssaimDomain

/// « Pourquoi cette équipe ? »: an answer of routing in sentences, read once.
struct RoutingWords {
    let network: Network
    let people: [Identifier<Person>: Person]
    let clock: PageClock

    /// A line for each that is asked, in order.
    func candidates(_ answer: RoutingAnswer) -> [String] {
        answer.candidates.map { candidate in
            let why = candidate.reasons.map(reason).joined(separator: ", ")
            return "\(party(candidate))\u{A0}: \(why)."
        }
    }

    func remarks(_ answer: RoutingAnswer) -> [String] { answer.remarks.map { remark($0) + "." } }

    private func party(_ candidate: Candidate) -> String {
        switch candidate.party {
        case .regulator: "La régulation"
        case .expert(let expert): "\(name(expert)), \(pool(candidate.route.pool))"
        case .pool: "Toute l’équipe \(pool(candidate.route.pool))"
        }
    }

    private func reason(_ reason: RoutingReason) -> String {
        switch reason {
        case .regulated: "un régulateur lit d’abord les demandes de cette ligne"
        case .named: "le demandeur souhaite cet expert"
        case .subSpecialty(let id): "connaît le mieux\u{A0}: \(subSpecialty(id))"
        case .onDuty(let until): "de garde jusqu’au \(clock.exact(until))"
        case .lightestLoad(let held):
            held == 0 ? "n’a aucune demande en cours" : "porte le moins de demandes (\(held))"
        case .oneOf(let count): "\(count) experts sollicités en même temps"
        case .zone(let zone, .commune): "la commune du demandeur est du secteur \(self.zone(zone))"
        case .zone(let zone, .departement): "le département du demandeur est du secteur \(self.zone(zone))"
        case .zone(let zone, .union): "le secteur du demandeur fait partie de \(self.zone(zone))"
        case .overflow(let from, let to, .inTurn): "relais de \(zone(from)) par \(zone(to)), sans réponse"
        case .overflow(let from, let to, .nobodyThere):
            "relais de \(zone(from)) par \(zone(to)), où quelqu’un peut répondre à temps"
        case .waitsThere: "personne ne peut répondre à temps, la demande attend là où on la lira"
        }
    }

    private func remark(_ remark: RoutingRemark) -> String {
        switch remark {
        case .place(.communeGone(let code)): "La commune \(code.rawValue) n’existe plus, son département a décidé"
        case .place(.postalCodeUnknown(let code)): "Aucune commune n’a le code postal \(code), le département a décidé"
        case .postalCodeInSeveralZones(let zones): "Le code postal est dans plusieurs secteurs\u{A0}: \(list(zones))"
        case .zonesOverlap(let zones): "Plusieurs secteurs ont cette commune\u{A0}: \(list(zones))"
        case .zoneWithoutPool(let zone): "Aucune équipe ne répond à cette ligne dans le secteur \(self.zone(zone))"
        case .poolNotAsked(let pool, let hindrance): "\(self.pool(pool)) n’est pas sollicitée, \(words(hindrance))"
        case .namedExpertGone(let expert): "\(name(expert)), souhaité, ne répond pas à cette ligne"
        case .namedExpertAway(let expert, let backAt): "\(name(expert)), souhaité, est absent\(back(backAt))"
        case .namedExpertDeclined(let expert): "\(name(expert)), souhaité, a laissé cette demande"
        case .noSubSpecialist(let id): "Aucun expert disponible ne connaît\u{A0}: \(subSpecialty(id))"
        case .nobodyOnDuty(let pool, let nextAt):
            "Personne n’est de garde dans \(self.pool(pool))"
                + (nextAt.map { ", prochaine garde le \(clock.exact($0))" } ?? "")
        case .strangerOnDuty(let pool, let expert): "\(name(expert)) est de garde sans être de \(self.pool(pool))"
        case .dutyExpertNotAsked(_, let expert): "\(name(expert)), de garde, est absent ou a laissé cette demande"
        case .noRegulator: "Personne ne régule ce réseau, les experts sont sollicités tout de suite"
        case .nobodyCanAnswer: "Personne ne peut répondre à temps\u{A0}: prévenez quelqu’un aujourd’hui"
        }
    }

    private func words(_ hindrance: RoutingRemark.Hindrance) -> String {
        switch hindrance {
        case .noExpert: "elle n’a aucun expert"
        case .allAway(let backAt): "tous sont absents\(back(backAt))"
        case .allDeclined: "tous ont laissé cette demande"
        case .onlyJuniors: "aucun sénior n’est là"
        }
    }

    private func back(_ instant: Instant?) -> String { instant.map { " jusqu’au \(clock.exact($0))" } ?? "" }
    private func name(_ id: Identifier<Person>) -> String { people[id]?.shownName ?? "Un expert" }
    private func pool(_ id: Identifier<Pool>) -> String { network.pool(id)?.name ?? "l’équipe" }
    private func zone(_ id: Identifier<Zone>) -> String { network.zone(id)?.name ?? "voisin" }
    private func list(_ zones: [Identifier<Zone>]) -> String { zones.map(zone).joined(separator: ", ") }
    private func subSpecialty(_ id: Identifier<SubSpecialty>) -> String {
        network.subSpecialties.first { $0.id == id }?.title ?? "la surspécialité"
    }
}

extension BillingRules {
    /// The acts of an answered demand: TE2 of the expert, then RQD of the requester, each to bill or with the reason
    /// why not. Two separate claims.
    public func acts(for answer: AnsweredDemand) -> [ActProposal] {
        [proposal(.te2, for: answer.expert, answer), proposal(.rqd, for: answer.requester, answer)]
    }

    private func proposal(_ act: Act, for side: AnsweredDemand.Side, _ answer: AnsweredDemand) -> ActProposal {
        let day = answer.answeredOn
        guard answer.kind == .teleexpertise else {
            return nothing(act, "Une demande d’orientation ne crée pas d’acte.")
        }
        guard let price = latest(prices.filter { $0.act == act }, \.from, on: day) else {
            return nothing(act, reason(nothingBefore: prices.filter { $0.act == act }.map(\.from), act))
        }
        let rows = rights.filter { $0.act == act && $0.profession == side.profession }
        guard let right = latest(rows, \.from, on: day) else {
            return nothing(act, rows.isEmpty ? reason(withoutRight: act) : reason(nothingBefore: rows.map(\.from), act))
        }
        var warnings: [String] = []
        let circumstance = circumstances.first { $0.holds(act, side, answer.situation) }
        var claimant = ActProposal.Claimant.professional
        switch circumstance?.effect {
        case .nothing: return nothing(act, circumstance?.words ?? reason(withoutRight: act))
        case .establishment: claimant = .establishment
        case .professional: break
        case .warn:
            claimant = circumstance?.claimant ?? .professional
            warnings.append(circumstance?.words ?? Self.unforeseen)
        case nil: if side.mode != .liberal { warnings.append(Self.unforeseen) }
        }
        if let warning = right.warning { warnings.append(warning) }
        if let sure = right.sureFrom, day < sure {
            warnings.append(
                "Le premier jour où votre profession peut coter \(act.rawValue) n’est pas sûr\u{A0}: vérifiez."
            )
        }
        if right.quota == nil {
            warnings.append(
                "Le nombre permis de \(act.rawValue) par an et par patient n’est pas connu\u{A0}: vérifiez."
            )
        }
        let isOverseas = overseas.contains(side.departement)
        if !isOverseas, side.departement.hasPrefix("97") || side.departement.hasPrefix("98") {
            warnings.append("Le montant n’est pas connu pour ce territoire\u{A0}: vérifiez.")
        }
        return ActProposal(
            act: act, outcome: .billable(isOverseas ? price.overseasCents : price.cents, by: claimant),
            warnings: warnings, quota: right.quota)
    }

    private static let unforeseen =
        "Ce mode d’exercice n’est pas prévu par les règles connues\u{A0}: vérifiez avant de coter."

    private func nothing(_ act: Act, _ reason: String) -> ActProposal {
        ActProposal(act: act, outcome: .nothing(reason: reason))
    }

    private func reason(withoutRight act: Act) -> String {
        switch act {
        case .rqd: "Votre profession peut demander un avis, sans acte à coter."
        case .te2: "Votre profession n’a pas d’acte à coter pour un avis."
        }
    }

    private func reason(nothingBefore days: [CivilDate], _ act: Act) -> String {
        guard let first = days.min() else { return reason(withoutRight: act) }
        return "\(act.rawValue) peut être coté à partir du \(first.french), pas avant."
    }

    private func latest<Row>(_ rows: [Row], _ from: (Row) -> CivilDate, on day: CivilDate) -> Row? {
        rows.filter { from($0) <= day }.max { from($0) < from($1) }
    }
}

extension BillingRules.Circumstance {
    fileprivate func holds(
        _ act: Act, _ side: AnsweredDemand.Side, _ situation: AnsweredDemand.Situation?
    ) -> Bool {
        (self.act ?? act) == act
            && (profession ?? side.profession) == side.profession
            && (mode ?? side.mode) == side.mode
            && (structure ?? side.structure) == side.structure
            && (self.situation == nil || self.situation == situation)
    }
}

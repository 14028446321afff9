extension ClinicalProtocol.Item {
    /// What is wrong with the answers to this question, in French; nil when nothing is.
    func fault(in answers: [String]) -> String? {
        guard let first = answers.first else { return isRequired ? missingMessage : nil }
        if answers.count > 1, !takesSeveral { return "Une seule réponse est attendue." }
        switch kind {
        case .group: return nil
        case .choice(let options), .multipleChoice(let options):
            let codes = Set(options.map(\.code))
            return answers.allSatisfy(codes.contains) ? nil : "Choisissez parmi les réponses proposées."
        case .boolean:
            return first == "true" || first == "false" ? nil : "Répondez par oui ou par non."
        case .integer:
            guard let number = FormValue.integer(first) else { return "Écrivez un nombre entier, par exemple\u{A0}12." }
            return fault(ofNumber: Double(number))
        case .decimal:
            guard let number = FormValue.decimal(first) else { return "Écrivez un nombre, par exemple\u{A0}12,5." }
            return fault(ofNumber: number)
        case .text:
            return first.unicodeScalars.count > ClinicalProtocol.longestText
                ? "Ce texte dépasse 8\u{202F}000\u{A0}caractères\u{A0}: raccourcissez-le, ou joignez un document." : nil
        case .date:
            return CivilDate.parse(first) == nil ? "Écrivez la date ainsi\u{A0}: 12/08/2026." : nil
        }
    }

    private var missingMessage: String {
        switch kind {
        case .choice: "Choisissez une réponse."
        case .multipleChoice: "Choisissez au moins une réponse."
        case .boolean: "Répondez par oui ou par non."
        case .integer, .decimal: "Indiquez un nombre\(unit.isEmpty ? "" : ", en \(unit)")."
        case .date: "Indiquez une date\u{A0}: jour, mois, année."
        case .group, .text: "Écrivez quelques mots."
        }
    }

    private var takesSeveral: Bool {
        if case .multipleChoice = kind { return true }
        return false
    }

    private func fault(ofNumber number: Double) -> String? {
        let unit = unit.isEmpty ? "" : "\u{A0}\(unit)"
        if let minimum, number < minimum { return "Au moins \(FormLine.french(minimum))\(unit)." }
        if let maximum, number > maximum { return "Au plus \(FormLine.french(maximum))\(unit)." }
        return nil
    }
}

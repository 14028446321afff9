/// What each page repeats: who issues, which demand, which patient; at the foot, which page and that it is kept as issued.
struct ReportFurniture {
    let report: ConsultationReport

    /// The head of the first page, whose title says the rest, or of the others.
    func head(_ typesetter: inout Typesetter, isFirst: Bool) -> [Strip] {
        let left = Paper.column * 0.58
        let right = Paper.column - left
        let title = isFirst ? "" : "Compte rendu de téléexpertise"
        let demand = "Demande \(report.demand)" + (report.version > 1 ? " · version \(report.version)" : "")
        var strips = typesetter.running([
            .init(report.network.name, .runningStrong, width: left - 10),
            .init(title, .running, x: left, width: right, endsRight: true),
        ])
        strips += typesetter.running([
            .init(report.network.contact, .running, width: left - 10),
            .init(demand, .runningStrong, x: left, width: right, endsRight: true),
        ])
        return strips + [Self.rule] + identity(&typesetter) + [Self.rule]
    }

    /// The foot of page `page`, from 1.
    func foot(_ typesetter: inout Typesetter, page: Int, of count: Int) -> [Strip] {
        let right = Paper.column * 0.34
        let kept = "Document conservé tel qu’émis le \(report.issuedAt)."
        let place = "Demande \(report.demand) · page \(page)/\(count)"
        return [Self.rule]
            + typesetter.running([
                .init(kept, .running, width: Paper.column - right - 10),
                .init(place, .running, x: Paper.column - right, width: right, endsRight: true),
            ])
    }

    /// The patient on one line, or on two and more when the names are long.
    private func identity(_ typesetter: inout Typesetter) -> [Strip] {
        let patient = report.patient
        let used = patient.usedName.isBlank ? "" : "(nom utilisé : \(patient.usedName))"
        let name = [patient.birthName, patient.givenName, used].joined(of: " ")
        let age = patient.age.isBlank ? "" : "(\(patient.age))"
        let traits = [
            [patient.birthDate.prefixed("naissance le "), age].joined(of: " "), patient.sex,
            patient.identityStatus.prefixed("identité "),
        ].joined(of: " · ")
        let needed = typesetter.width(of: name, .runningStrong) + typesetter.width(of: traits, .running)
        if needed + 16 < Paper.column {
            return typesetter.running([.init(name, .runningStrong), .init(traits, .running, endsRight: true)])
        }
        return typesetter.running([.init(name, .runningStrong)]) + typesetter.running([.init(traits, .running)])
    }

    /// From the top of the foot to its hairline.
    static let whiteOverRule = 3.2

    private static var rule: Strip {
        Strip(height: 7, marks: [.fill(Ink.line, x: 0, y: whiteOverRule, width: Paper.column, height: 0.6)])
    }
}

/// What each page repeats: who issues, which demand, which patient; at the foot, which page and when it was made.
struct PageFurniture {
    let network: ConsultationReport.Network
    let patient: ConsultationReport.Patient
    /// The document's kind, at the right of every head but the first, whose page bears it as a title.
    let title: String
    /// « Demande 7K3M-QX2P ».
    let demand: String
    /// At the left of the foot.
    let made: String
    /// At the right of the foot: the place of a page, counted from 1.
    let place: @Sendable (_ page: Int, _ count: Int) -> String

    /// The head of the first page, whose title says the rest, or of the others.
    func head(_ typesetter: inout Typesetter, isFirst: Bool) -> [Strip] {
        let left = Paper.column * 0.58
        let right = Paper.column - left
        var strips = typesetter.running([
            .init(network.name, .runningStrong, width: left - 10),
            .init(isFirst ? "" : title, .running, x: left, width: right, endsRight: true),
        ])
        strips += typesetter.running([
            .init(network.contact, .running, width: left - 10),
            .init(demand, .runningStrong, x: left, width: right, endsRight: true),
        ])
        return strips + [Self.rule] + identity(&typesetter) + [Self.rule]
    }

    /// The foot of page `page`, from 1.
    func foot(_ typesetter: inout Typesetter, page: Int, of count: Int) -> [Strip] {
        let right = Paper.column * 0.34
        return [Self.rule]
            + typesetter.running([
                .init(made, .running, width: Paper.column - right - 10),
                .init(place(page, count), .running, x: Paper.column - right, width: right, endsRight: true),
            ])
    }

    /// The patient on one line, or on two and more when the names are long.
    private func identity(_ typesetter: inout Typesetter) -> [Strip] {
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

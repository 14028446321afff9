/// The parts that a report and a dossier have in common. Each leaves out what says nothing.
extension ReportComposition {
    /// In one piece: the logo, the lines beside it.
    mutating func letterhead(_ lines: [String], logo: PDFImage?) {
        let lines = lines.filter { !$0.isBlank }
        guard !lines.isEmpty || logo != nil else { return }
        var strip = Strip(height: 0, keepsNext: true)
        var x = 0.0
        if let logo {
            // At most 44 points high and a third of the column wide, its proportions kept.
            let (width, height) = (Double(logo.size.width), Double(logo.size.height))
            let scale = min(44 / height, Paper.column / 3 / width)
            strip.marks.append(.image(logo, x: 0, y: 0, width: width * scale, height: height * scale))
            strip.height = height * scale
            x = width * scale + 14
        }
        var y = 0.0
        for (index, line) in lines.enumerated() {
            let style: TextStyle = index == 0 ? .strong : .detail
            for piece in typesetter.strips([.init(line, style, x: x, width: Paper.column - x)]) {
                strip.marks += piece.marks.map { $0.lowered(by: y) }
                y += piece.height
            }
        }
        strip.height = max(strip.height, y) + 10
        strips.append(strip)
    }

    mutating func patient(_ patient: ConsultationReport.Patient) {
        section("Patient")
        let birth = [patient.birthDate, patient.age.isBlank ? "" : "(\(patient.age))"].joined(of: " ")
        let matricule = [patient.matricule, patient.matriculeNature].joined(of: " · ")
        fields(
            [
                ("Nom de naissance", patient.birthName), ("Date de naissance", birth), ("Prénom", patient.givenName),
                ("Sexe", patient.sex), ("Nom utilisé", patient.usedName), ("Identité", patient.identityStatus),
                ("Matricule INS", matricule),
            ], columns: 2, labelWidth: 96)
    }

    mutating func professionals(
        requester: ConsultationReport.Professional, experts: [ConsultationReport.Professional],
        validator: ConsultationReport.Professional?, familyDoctor: ConsultationReport.Professional?
    ) {
        section("Professionnels")
        var people: [(role: String, who: ConsultationReport.Professional)] = [("Requérant", requester)]
        people += experts.map { ("Requis", $0) }
        if let validator { people.append(("Réponse validée par", validator)) }
        if let familyDoctor { people.append(("Médecin traitant", familyDoctor)) }
        blocks(people.map { Self.card($0.role, $0.who) }, columns: 2)
    }

    private static func card(
        _ role: String, _ who: ConsultationReport.Professional
    ) -> [(text: String, style: TextStyle)] {
        let place = [who.structure, who.commune].joined(of: ", ")
        let numbers = [who.rpps.prefixed("RPPS\u{A0}"), who.finess.prefixed("FINESS\u{A0}")].joined(of: " · ")
        return [
            (role, .label), (who.name, .strong), (who.profession, .detail), (place, .detail), (numbers, .detail),
        ]
    }

    /// Orientation first, then the words, under their section.
    mutating func opinion(_ answer: ConsultationReport.Answer, space: Double = 0) {
        marked(answer.orientation, .decision, bar: Ink.accent, space: space, keepsNext: true)
        marked(answer.seeBefore.prefixed("À voir avant le "), .strong, bar: Ink.accent, keepsNext: true)
        marked(answer.gravity.prefixed("Gravité : "), .strong, bar: Ink.accent, keepsNext: true)
        marked(answer.text, .body, bar: Ink.accent, space: 5)
        marked(answer.prescriptions.prefixed("Prescriptions : "), .body, bar: Ink.accent, space: 5)
        marked(answer.limits.prefixed("Limites de l’avis : "), .body, bar: Ink.accent, space: 5)
    }

    /// Context, treatments and the answers of the form, under their section.
    ///
    /// - Returns: the width of the labels, for what follows in line with them.
    @discardableResult
    mutating func elements(context: String, treatments: String, form: [ConsultationReport.FormAnswer]) -> Double {
        let form = form.filter { !$0.value.isBlank }
        // The labels of a form are whole questions: all make room for them, so that the values stay in line.
        let labels = form.isEmpty ? 118.0 : 178
        for (label, text) in [("Contexte", context), ("Traitements et allergies", treatments)] {
            labelled(label, text, labelWidth: labels)
        }
        fields(form.map { ($0.label, $0.value) }, labelWidth: labels, space: 3)
        return labels
    }

    mutating func exchanges(_ exchanges: [ConsultationReport.Exchange]) {
        let exchanges = exchanges.filter { !$0.text.isBlank }
        guard !exchanges.isEmpty else { return }
        section("Échanges")
        for (index, exchange) in exchanges.enumerated() {
            let origin = [exchange.at, exchange.author, exchange.kind].joined(of: " · ")
            text(origin, .detail, space: index == 0 ? 0 : 7, keepsNext: true)
            text(exchange.text)
        }
    }

    /// What □ means, when one was printed.
    mutating func substituteNotice() {
        guard typesetter.hasSubstitutes else { return }
        text(
            "□ tient la place d’un caractère que ce document ne peut pas imprimer ; le texte d’origine reste "
                + "lisible dans la demande.", .detail, space: 14)
    }
}

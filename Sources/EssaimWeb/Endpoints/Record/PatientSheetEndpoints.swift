import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET, POST /demandes/{id}/fiche-patient | give sheet: the asking structure |
    static let patientSheets: [Endpoint] = [
        Endpoint(.get, "/demandes/{id}/fiche-patient", GiveSheet.self) { grant, input in
            try await grant.sheet("", input)
        },
        // Nothing is kept of what is typed: the page comes back with it, ready to be printed.
        Endpoint(.post, "/demandes/{id}/fiche-patient", GiveSheet.self) { grant, input in
            try await grant.sheet(input.form.trimmed(PatientSheetField.advice) ?? "", input)
        },
    ]
}

extension Grant where P == GiveSheet {
    fileprivate func sheet(_ advice: String, _ input: Input) async throws -> Reply {
        let file = try await open(input)
        let page = page(file)
        var model = PatientSheetModel(file, page)
        model.advice = String(advice.prefix(FormFields.longestKept))
        if advice.unicodeScalars.count > PatientSheetModel.longestAdvice {
            model.fault = "Au plus \(PatientSheetModel.longestAdvice)\u{A0}caractères\u{A0}: raccourcissez ce texte."
        }
        return .page(PatientSheetView(model, in: page.frame()), status: model.fault == nil ? 200 : 422)
    }
}

extension PatientSheetModel {
    init(_ file: RequestFile, _ page: PageMaking) {
        let (request, clock) = (file.request, page.clock)
        let id = request.id.rawValue
        self.init(
            number: request.number.shown, path: .patientSheet(id), request: .request(id), seal: page.seal(),
            patient: file.patient?.traits.forSheet ?? "", asker: file.person(request.requester)?.shownName ?? "",
            structure: "\(file.structure.name), \(file.structure.communeName)",
            askedOn: request.submittedAt.map(clock.date) ?? "", team: file.pool?.name ?? file.offer?.title ?? "",
            answered: Self.answered(file, clock), appointment: Self.appointment(request.visit, clock),
            network: file.network.name, phone: file.network.phone,
            isOpposedToSharing: request.content.isOpposedToSharing
                || file.beside.marks.contains { $0.kind == .opposition })
    }

    private static func answered(_ file: RequestFile, _ clock: PageClock) -> String {
        let request = file.request
        if let answer = request.lastAnswer {
            let name = file.person(answer.expert)?.shownName ?? "L’équipe"
            return "\(name) a répondu le \(clock.date(answer.sentAt))."
        }
        return request.state.isEnded
            ? "Cette demande s’est terminée sans réponse." : "La réponse n’est pas encore arrivée."
    }

    private static func appointment(_ visit: Visit?, _ clock: PageClock) -> String {
        guard let visit, visit.isPending else { return "" }
        if let appointment = visit.appointment {
            let when = clock.exact(appointment.at)
            return "\(when.prefix(1).uppercased())\(when.dropFirst()), \(appointment.place), avec \(appointment.with)."
        }
        guard let before = visit.before else { return "Un rendez-vous vous sera proposé." }
        return "Vous devez être vu avant le \(French.date(before)). Un rendez-vous vous sera proposé."
    }
}

extension PatientTraits {
    /// The name in use, and the birth date; no number.
    fileprivate var forSheet: String {
        let born = sex == .female ? "née" : sex == .male ? "né" : "né(e)"
        return "\(firstGivenName) \(familyName), \(born) le \(French.date(birthDate))"
    }
}

import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET, POST /avis-telephonique | answers: an opinion given on the telephone, under a line of one's own |
    static let phoneOpinions: [Endpoint] = [
        Endpoint(.get, "/avis-telephonique", Answers.self) { grant, input in
            let search = input.query.trimmed(PhoneModel.search) ?? ""
            let desk = try await grant.phoneDesk(searching: search)
            let page = grant.page(desk.surroundings)
            var model = PhoneModel(desk, page)
            model.searched = search
            return .page(PhoneView(model, in: page.frame(current: .phone)))
        },
        Endpoint(.post, "/avis-telephonique", Answers.self) { grant, input in try await grant.enter(input) },
    ]
}

extension Grant where P == Answers {
    fileprivate func enter(_ input: Input) async throws -> Reply? {
        let form = input.form
        let chosen = form.first(PhoneModel.asker) ?? ""
        let asker = PhoneAsker(text: chosen)
        var typed = TypedPhoneOpinion(form)
        // A name typed while someone was chosen is nobody's.
        if asker != nil { typed.caller = "" }
        let isUnsaid = asker == nil && chosen != PhoneModel.other && typed.caller.isEmpty
        let result: Result<RequestDesk.Receipt, Refusal> =
            isUnsaid
            ? .failure(.faults([FieldFault(field: PhoneModel.asker, message: "Choisissez qui a appelé.")]))
            : try await enter(typed, on: Identifier(form.typed(PhoneModel.line)), askedBy: asker, input.seal)
        switch result {
        case .success(let receipt):
            return .seeOther(SitePath.request(receipt.request.rawValue).done("avis-telephonique"))
        case .failure(.notFound): return nil
        case .failure(.faults(let faults)):
            let desk = try await phoneDesk(searching: form.typed(PhoneModel.search))
            let page = page(desk.surroundings)
            var model = PhoneModel(desk, page)
            model.keep(typed, asker: chosen, line: form.typed(PhoneModel.line), faults)
            return .page(PhoneView(model, in: page.frame(current: .phone)), status: 422)
        case .failure(let refusal):
            return .page(FaultView(FaultModel(refusal, back: .phone), in: page().frame()), status: 409)
        }
    }
}

extension PhoneAsker {
    /// `<person> <structure>`, as the page's choice carries it.
    fileprivate init?(text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard text.utf8.count <= 100, parts.count == 2 else { return nil }
        self.init(person: Identifier(parts[0]), structure: Identifier(parts[1]))
    }
}

extension TypedPhoneOpinion {
    fileprivate init(_ form: FormFields) {
        self.init(
            patient: TypedPatient(
                birthFamilyName: form.typed(DraftField.birthFamilyName),
                firstGivenName: form.typed(DraftField.firstGivenName), birthDate: form.typed(DraftField.birthDate),
                sex: form.typed(DraftField.sex)),
            question: form.typed(DraftField.question),
            answer: AnswerContent(
                text: form.typed(ReplyModel.textName),
                orientation: Orientation(rawValue: form.typed(ReplyModel.orientationName))),
            isConsented: form.first(DraftField.consent) != nil, toldOn: form.typed(PhoneModel.toldOn),
            toldAt: form.typed(PhoneModel.toldAt), caller: form.typed(PhoneModel.callerName).trimmed)
    }
}

extension PhoneModel {
    fileprivate init(_ desk: PhoneDesk, _ page: PageMaking) {
        self.init(
            seal: page.seal(), lines: desk.lines.map { .init(value: $0.id.rawValue, label: $0.title) },
            chosenLine: desk.lines.first?.id.rawValue ?? "",
            askers: desk.askers.map {
                Asker(
                    value: "\($0.person.rawValue) \($0.structure.rawValue)", name: "\($0.name), \($0.profession.word)",
                    place: "\($0.structureName), \($0.communeName)")
            }, mayBeTyped: desk.mayBeTyped)
    }

    fileprivate mutating func keep(
        _ typed: TypedPhoneOpinion, asker: String, line: String, _ faults: [FieldFault]
    ) {
        self.typed = typed
        chosenAsker = asker
        chosenLine = line
        self.faults = faults
        // Found by a search that this page no longer shows: it stays chosen.
        if PhoneAsker(text: asker) != nil, !askers.contains(where: { $0.value == asker }) {
            askers.append(Asker(value: asker, name: "La personne choisie", place: ""))
        }
    }
}

import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// Under `/reseaux/{reseau}/protocoles`:
    ///
    /// | method · path | policy |
    /// |---|---|
    /// | GET · /{protocole} · /{protocole}/apercu · /questionnaire.json | read protocols: administrators, coordination |
    /// | POST · /importer | keep protocols: may begin a form |
    /// | POST /{protocole}/entete · ordre · images · publier · lignes; GET, POST …/questions/{question} | keep protocols |
    static let protocols: [Endpoint] = [
        Endpoint(.get, "/reseaux/{reseau}/protocoles", ReadProtocols.self) { grant, input in
            let after = input.query.filled("apres").map { Identifier<ClinicalProtocol>(String($0.prefix(64))) }
            return try await grant.list(after: after, input)
        },
        Endpoint(.post, "/reseaux/{reseau}/protocoles", KeepProtocols.self) { grant, input in
            let (title, base) = (input.form.oneLine(ProtocolField.title), input.form.oneLine(ProtocolField.base))
            guard !title.isEmpty else { return try await grant.refused(ProtocolFault.noTitle.asFieldFault, input) }
            return try await grant.begun(try await grant.create(title, from: base, input), input)
        },
        Endpoint(.post, "/reseaux/{reseau}/protocoles/importer", KeepProtocols.self, bodyLimit: 2 << 20) {
            grant, input in
            try await grant.begun(try await grant.read(input.form.first(ProtocolField.file) ?? "", input), input)
        },
        Endpoint(.get, "/reseaux/{reseau}/protocoles/{protocole}", ReadProtocols.self) { grant, input in
            guard let found = try await grant.protocolPage() else { return nil }
            let page = grant.page(found.surroundings)
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(ProtocolView(ProtocolModel(found, page), in: page.frame(notice: notice)))
        },
        Endpoint(.get, "/reseaux/{reseau}/protocoles/{protocole}/apercu", ReadProtocols.self) { grant, _ in
            guard let found = try await grant.protocolPage() else { return nil }
            let page = grant.page(found.surroundings)
            let model = ProtocolPreview.Model(
                title: found.form.title, back: .protocol(found.network.id.rawValue, found.form.id.rawValue),
                guidance: FormGuidance(about: found.form.guidance), items: FormItem.all(found.form, [:]),
                slots: found.form.slots)
            return .page(ProtocolPreview(model, in: page.frame()))
        },
        Endpoint(.get, "/reseaux/{reseau}/protocoles/{protocole}/questionnaire.json", ReadProtocols.self) { grant, _ in
            guard let text = grant.questionnaire(), let id = grant.fact.versions.first?.id.rawValue else { return nil }
            return Reply(
                contentType: "application/fhir+json; charset=utf-8", body: Array(text.utf8), fileName: "\(id).json",
                isInline: false)
        },
        Endpoint(.post, "/reseaux/{reseau}/protocoles/{protocole}/entete", KeepProtocols.self) { grant, input in
            let (typed, faults) = ClinicalProtocol.Edit.header(input.form)
            guard let typed else { return try await grant.editor(faults: faults, input) }
            return try await grant.changed(typed, at: "entete", input)
        },
        Endpoint(.post, "/reseaux/{reseau}/protocoles/{protocole}/ordre", KeepProtocols.self) { grant, input in
            let id = input.form.oneLine(ProtocolField.question)
            switch input.form.first(ProtocolField.gesture) {
            case "monter": return try await grant.changed(.moveQuestion(id, up: true), at: "questions", input)
            case "descendre": return try await grant.changed(.moveQuestion(id, up: false), at: "questions", input)
            case "retirer": return try await grant.changed(.removeQuestion(id), at: "questions", input)
            default: return nil
            }
        },
        Endpoint(.post, "/reseaux/{reseau}/protocoles/{protocole}/images", KeepProtocols.self) { grant, input in
            try await grant.changed(.slot(input.form), at: "images", input)
        },
        Endpoint(.post, "/reseaux/{reseau}/protocoles/{protocole}/publier", KeepProtocols.self) { grant, input in
            let result = try await grant.publish(over: input.seal.version ?? -1, input)
            return try await grant.answered(result, "protocole-publie", at: "lignes", input)
        },
        Endpoint(.post, "/reseaux/{reseau}/protocoles/{protocole}/lignes", KeepProtocols.self) { grant, input in
            let line = Identifier<Offer>(input.form.oneLine(ProtocolField.line))
            let result = try await grant.give(to: line, input)
            return try await grant.answered(result, "protocole-ligne", at: "lignes", input)
        },
        Endpoint(.get, "/reseaux/{reseau}/protocoles/{protocole}/questions/{question}", KeepProtocols.self) {
            grant, input in
            guard let (model, page) = try await grant.question(input) else { return nil }
            return .page(QuestionView(model, in: page.frame()))
        },
        Endpoint(.post, "/reseaux/{reseau}/protocoles/{protocole}/questions/{question}", KeepProtocols.self) {
            grant, input in
            try await grant.saveQuestion(input)
        },
    ]
}

extension Grant where P == ReadProtocols {
    fileprivate func list(after: Identifier<ClinicalProtocol>?, _ input: Input) async throws -> Reply {
        let found = try await protocols(after: after)
        let page = page(found.surroundings)
        let notice = input.query.first("fait").flatMap(DoneWords.notice)
        return .page(ProtocolsView(ProtocolsModel(found, page), in: page.frame(notice: notice)))
    }
}

extension Grant where P == KeepProtocols {
    private var network: String { fact.network.id.rawValue }
    private var path: SitePath { .protocol(network, fact.versions.first?.id.rawValue ?? "") }

    /// What could not begin, with what was typed.
    fileprivate func refused(_ fault: FieldFault, _ input: Input) async throws -> Reply {
        let found = try await protocols()
        let page = page(found.surroundings)
        var model = ProtocolsModel(found, page)
        model.title = input.form.oneLine(ProtocolField.title)
        model.file = String((input.form.first(ProtocolField.file) ?? "").prefix(200_000))
        model.faults = [fault]
        return .page(ProtocolsView(model, in: page.frame()), status: 422)
    }

    fileprivate func begun(
        _ result: Result<Identifier<ClinicalProtocol>, ProtocolRefusal>, _ input: Input
    ) async throws -> Reply? {
        switch result {
        case .success(let id): return .seeOther(SitePath.protocol(network, id.rawValue).done("protocole-commence"))
        case .failure(.notFound), .failure(.stale): return nil
        case .failure(.form(let fault)):
            let isFile = input.form.first(ProtocolField.file) != nil
            let field = isFile ? ProtocolField.file : ProtocolField.title
            return try await refused(FieldFault(field: field, message: fault.asFieldFault.message), input)
        case .failure(.file(let path, let message)):
            let place = path.isEmpty ? "" : "\(String(path.prefix(200)))\u{A0}: "
            return try await refused(FieldFault(field: ProtocolField.file, message: place + message), input)
        }
    }

    fileprivate func changed(_ edit: ClinicalProtocol.Edit, at part: String, _ input: Input) async throws -> Reply? {
        let result = try await change(edit, over: input.seal.version ?? -1, input)
        return try await answered(result, "protocole", at: part, input)
    }

    fileprivate func answered(
        _ result: Result<Void, ProtocolRefusal>, _ done: String, at part: String, _ input: Input
    ) async throws -> Reply? {
        switch result {
        case .success: return .seeOther(path.done(done).at(part))
        case .failure(.notFound): return nil
        case .failure(.stale): return try await editor(faults: [], isStale: true, input)
        case .failure(.form(let fault)):
            // Under the part that was posted: the fields of a question stand on another page.
            let said = fault.asFieldFault
            let field = said.field == ProtocolField.title ? said.field : part
            return try await editor(faults: [FieldFault(field: field, message: said.message)], input)
        case .failure(.file(_, let message)):
            return try await editor(faults: [FieldFault(field: part, message: message)], input)
        }
    }

    /// The editor again, with what is wrong and the header as it was typed.
    fileprivate func editor(
        faults: [FieldFault], isStale: Bool = false, _ input: Input
    ) async throws -> Reply? {
        guard let found = try await protocolPage() else { return nil }
        let page = page(found.surroundings)
        var model = ProtocolModel(found, page)
        (model.faults, model.isStale) = (faults, isStale)
        if !isStale { model.lay(input.form) }
        return .page(ProtocolView(model, in: page.frame()), status: isStale ? 409 : 422)
    }

    fileprivate func question(_ input: Input) async throws -> (QuestionModel, PageMaking)? {
        guard let found = try await protocolPage() else { return nil }
        let page = page(found.surroundings)
        let asked = input.parameter("question")
        if asked == QuestionModel.new { return (QuestionModel(nil, found, page), page) }
        guard let item = found.form.item(asked) else { return nil }
        return (QuestionModel(item, found, page), page)
    }

    fileprivate func saveQuestion(_ input: Input) async throws -> Reply? {
        guard let (kept, page) = try await question(input) else { return nil }
        var model = kept
        model.lay(input.form)
        let (item, faults) = model.item()
        var isStale = false
        if let item {
            let edit = ClinicalProtocol.Edit.question(
                item, replacing: model.known, in: model.group.isEmpty ? nil : model.group)
            switch try await change(edit, over: input.seal.version ?? -1, input) {
            case .success: return .seeOther(path.done("protocole").at("questions"))
            case .failure(.notFound): return nil
            case .failure(.stale): isStale = true
            case .failure(.form(let fault)): model.faults = [fault.asFieldFault]
            case .failure(.file(_, let message)):
                model.faults = [FieldFault(field: QuestionField.label, message: message)]
            }
        } else {
            model.faults = faults
        }
        model.isStale = isStale
        return .page(QuestionView(model, in: page.frame()), status: isStale ? 409 : 422)
    }
}

extension FormFields {
    /// One line, as far as a form may hold it.
    func oneLine(_ name: String) -> String { String((trimmed(name) ?? "").prefix(2000)) }

    /// The lines of a text, without the empty ones.
    func lines(_ name: String) -> [String] {
        typed(name).split(separator: "\n").map { $0.trimmingBlanks }.filter { !$0.isEmpty }
    }
}

extension Substring {
    var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

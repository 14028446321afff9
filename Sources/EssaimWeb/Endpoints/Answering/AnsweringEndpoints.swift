import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /demandes/{id}/repondre | write answer |
    /// | POST /demandes/{id}/repondre | act on request, then the transition table |
    static let answering: [Endpoint] = [
        Endpoint(.get, "/demandes/{id}/repondre", WriteAnswer.self) { grant, input in
            let (file, next) = try await grant.open(input)
            let page = grant.page(file)
            let model = ReplyModel(file, page, content: file.request.draft, hasNext: next != nil)
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(ReplyView(model, in: page.frame(notice: notice)))
        },
        Endpoint(.post, "/demandes/{id}/repondre", ActOnRequest.self) { grant, input in
            try await grant.answer(input)
        },
    ]
}

extension Grant where P == ActOnRequest {
    fileprivate func answer(_ input: Input) async throws -> Reply? {
        let id = fact.request.id.rawValue
        let content = AnswerContent(input.form)
        let button = input.form.first(ReplyModel.nextName)
        let isSending = button == "envoyer" || button == "envoyer-suivante"
        let command: Command =
            if !isSending || input.isAutosave {
                .draftAnswer(content)
            } else if fact.actions.contains(.validate) {
                .validate(content)
            } else if fact.actions.contains(.submitForValidation) {
                .submitForValidation(content)
            } else {
                .answer(content)
            }
        let dateFault = AnswerContent.dateFault(input.form)
        if let dateFault, isSending { return try await shown(content, faults: [dateFault], input) }
        switch try await perform(command, input.seal) {
        case .success(let receipt):
            if input.isAutosave {
                var reply = Reply(204, contentType: "text/plain; charset=utf-8")
                reply.version = receipt.version
                return reply
            }
            return try await followed(command, button, receipt, id)
        case .failure(.notFound): return nil
        case .failure where input.isAutosave: return Reply(409, contentType: "text/plain; charset=utf-8")
        case .failure(.faults(let faults)): return try await shown(content, faults: faults, input)
        case .failure(.stale), .failure(.keyReused): return try await conflict(content, input)
        case .failure(let refusal):
            let page = page(try await current(input))
            return .page(FaultView(FaultModel(refusal, back: .request(id)), in: page.frame()), status: 409)
        }
    }

    private func followed(
        _ command: Command, _ button: String?, _ receipt: RequestDesk.Receipt, _ id: String
    ) async throws -> Reply {
        switch command {
        case .draftAnswer: return .seeOther(SitePath.reply(id).done("brouillon"))
        case .submitForValidation: return .seeOther(SitePath.request(id).done("soumettre"))
        default:
            if button == "envoyer-suivante", let next = try await next() {
                return .seeOther(SitePath.request(next.rawValue).done("repondre"))
            }
            return .seeOther(SitePath.request(id).done("repondre"))
        }
    }

    private func shown(_ content: AnswerContent, faults: [FieldFault], _ input: Input) async throws -> Reply {
        let file = try await current(input)
        let page = page(file)
        var model = ReplyModel(file, page, content: content, hasNext: try await next() != nil)
        model.seeBefore = input.form.trimmed(ReplyModel.seeBeforeName) ?? ""
        model.faults = faults
        return .page(ReplyView(model, in: page.frame()), status: 422)
    }

    /// The requester added something, or the demand moved: the opinion is kept, what changed stands beside, and it can be
    /// sent on the present version once read.
    private func conflict(_ content: AnswerContent, _ input: Input) async throws -> Reply {
        let file = try await current(input)
        let page = page(file)
        let last = file.thread.last
        let isStillMine =
            fact.actions.contains(.answer) || fact.actions.contains(.validate)
            || fact.actions.contains(.submitForValidation)
        let id = file.request.id.rawValue
        let model = ConflictModel(
            what: last.map { "\(file.person($0.author)?.shownName ?? "Essaim") \($0.action.words.past)" }
                ?? "La demande a changé",
            at: last?.at, mine: [ConflictModel.Text(label: "Votre avis", value: content.text)],
            theirs: file.thread.suffix(3).map { entry in
                ConflictModel.Text(
                    label: "\(file.person(entry.author)?.shownName ?? "Essaim") \(entry.action.words.past)",
                    value: entry.text)
            },
            back: isStillMine ? .reply(id) : .request(id),
            again: !isStillMine
                ? nil
                : ActionForm(
                    id: "renvoyer", title: "Envoyer mon avis tel quel", path: .reply(id),
                    seal: page.seal(version: file.request.version), fields: content.hiddenFields))
        return .page(ConflictView(model, in: page.frame()), status: 409)
    }
}

extension AnswerContent {
    init(_ form: FormFields) {
        self.init(
            text: form.typed(ReplyModel.textName),
            orientation: Orientation(rawValue: form.typed(ReplyModel.orientationName)),
            limits: form.typed(ReplyModel.limitsName), seeBefore: CivilDate.parse(form.typed(ReplyModel.seeBeforeName)))
    }

    /// A date that was typed and is none.
    static func dateFault(_ form: FormFields) -> FieldFault? {
        guard let typed = form.filled(ReplyModel.seeBeforeName), CivilDate.parse(typed) == nil else { return nil }
        return FieldFault(
            field: ReplyModel.seeBeforeName, message: "Ce jour n’existe pas\u{A0}: écrivez-le ainsi, 04/12/2026.")
    }

    fileprivate var hiddenFields: [ActionField] {
        [
            (ReplyModel.textName, text), (ReplyModel.orientationName, orientation?.rawValue ?? ""),
            (ReplyModel.limitsName, limits), (ReplyModel.seeBeforeName, seeBefore?.description ?? ""),
            (ReplyModel.nextName, "envoyer"),
        ].map { ActionField(name: $0.0, label: "", kind: .hidden, value: $0.1) }
    }
}

extension ReplyModel {
    init(_ file: RequestFile, _ page: PageMaking, content: AnswerContent?, hasNext: Bool) {
        self.init(
            id: file.request.id.rawValue, seal: page.seal(version: file.request.version),
            content: RequestModel.Content(file, page), text: content?.text ?? "", orientation: content?.orientation,
            limits: content?.limits ?? "", seeBefore: content?.seeBefore?.description ?? "",
            isJunior: file.actions.contains(.submitForValidation), hasNext: hasNext,
            otherActions: ActionForm.all(file, page, among: ActionForm.besideAnswer))
    }
}

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
            let (file, desk) = try await grant.open(input)
            let page = grant.page(file)
            let model = ReplyModel(file, page, content: file.request.draft, desk: desk)
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
        let button = input.form.first(ReplyModel.nextName)
        let (content, used) = try await content(input.form, isInserting: button == ReplyModel.insertWord)
        // Who validates keeps no draft of their own: the phrase stands on the page, and nothing is saved.
        if button == ReplyModel.insertWord, !fact.actions.contains(.draftAnswer), fact.actions.contains(.validate) {
            return try await shown(content, using: used, input, status: 200)
        }
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
        if let dateFault, isSending { return try await shown(content, faults: [dateFault], using: used, input) }
        switch try await perform(command, input.seal) {
        case .success(let receipt):
            if !input.isAutosave { try await countUse(of: used) }
            if input.isAutosave {
                var reply = Reply(204, contentType: "text/plain; charset=utf-8")
                reply.version = receipt.version
                return reply
            }
            return try await followed(command, button, receipt, id)
        case .failure(.notFound): return nil
        case .failure where input.isAutosave: return Reply(409, contentType: "text/plain; charset=utf-8")
        case .failure(.faults(let faults)): return try await shown(content, faults: faults, using: used, input)
        case .failure(.stale), .failure(.keyReused): return try await conflict(content, input)
        // It went on without this tab: what was written here is not lost.
        case .failure(.notNow) where !content.text.isEmpty: return try await conflict(content, input)
        case .failure(let refusal):
            let page = page(try await current(input))
            return .page(FaultView(FaultModel(refusal, back: .request(id)), in: page.frame()), status: 409)
        }
    }

    /// The opinion as typed, with the phrase that was asked for under it, and the phrases put into it.
    private func content(
        _ form: FormFields, isInserting: Bool
    ) async throws -> (AnswerContent, Set<Identifier<Phrase>>) {
        var content = AnswerContent(form)
        content.receiving = try await network().flatMap { Route(form.typed(ReplyModel.receivingName), in: $0) }
        var used = Set(
            form.typed(ReplyModel.usedPhrasesName).split(separator: " ").prefix(Phrase.mostOffered)
                .map { Identifier<Phrase>(String($0.prefix(40))) })
        if isInserting, let phrase = try await phrase(Identifier(form.typed(ReplyModel.phraseName))) {
            content.text += (content.text.isEmpty ? "" : "\n") + phrase.content.text
            used.insert(phrase.id)
        }
        return (content, used)
    }

    private func followed(
        _ command: Command, _ button: String?, _ receipt: RequestDesk.Receipt, _ id: String
    ) async throws -> Reply {
        switch command {
        case .draftAnswer:
            return .seeOther(
                button == ReplyModel.insertWord
                    ? SitePath.reply(id).done("phrase").at("avis") : SitePath.reply(id).done("brouillon"))
        case .submitForValidation: return .seeOther(SitePath.request(id).done("soumettre"))
        default:
            let done = command.action == .validate ? "valider" : "repondre"
            if button == "envoyer-suivante", let next = try await next() {
                let path: SitePath = next.isMine ? .reply(next.id.rawValue) : .request(next.id.rawValue)
                return .seeOther(path.done(done))
            }
            return .seeOther(SitePath.request(id).done(done))
        }
    }

    private func shown(
        _ content: AnswerContent, faults: [FieldFault] = [], using phrases: Set<Identifier<Phrase>>, _ input: Input,
        status: Int = 422
    ) async throws -> Reply {
        let file = try await current(input)
        let page = page(file)
        var model = ReplyModel(file, page, content: content, desk: try await answerDesk())
        model.seeBefore = AnswerContent.seeBefore(input.form)
        model.faults = faults
        model.usedPhrases = phrases.map(\.rawValue).sorted().joined(separator: " ")
        return .page(ReplyView(model, in: page.frame()), status: status)
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
            at: last?.at, mine: content.texts,
            theirs: file.thread.suffix(3).map { entry in
                ConflictModel.Text(
                    label: "\(file.person(entry.author)?.shownName ?? "Essaim") \(entry.action.words.past)",
                    value: entry.text)
            },
            back: isStillMine ? .reply(id) : .request(id), isOver: !isStillMine,
            again: !isStillMine
                ? nil
                : ActionForm(
                    id: "renvoyer", title: "Envoyer mon avis tel quel", path: .reply(id),
                    seal: page.seal(version: file.request.version), fields: content.hiddenFields))
        return .page(ConflictView(model, in: page.frame()), status: 409)
    }
}

extension ReplyModel {
    init(_ file: RequestFile, _ page: PageMaking, content: AnswerContent?, desk: AnswerDesk) {
        self.init(
            id: file.request.id.rawValue, seal: page.seal(version: file.request.version),
            content: RequestModel.Content(file, page), text: content?.text ?? "", orientation: content?.orientation,
            limits: content?.limits ?? "", seeBefore: content?.seeBefore?.description ?? "",
            gravity: content?.gravity,
            receivers: file.receivingRoutes.map { ChoiceGroup.Option(value: $0.0, label: $0.1) },
            receiving: content?.receiving.map { Route.text($0.offer, $0.zone) } ?? "",
            isJunior: file.actions.contains(.submitForValidation),
            isValidator: !file.actions.contains(.draftAnswer), phrases: desk.phrases,
            teamPhrases: desk.teamPhrases,
            hasNext: desk.next != nil && !file.actions.contains(.submitForValidation),
            preparation: file.actions.contains(.submitForValidation)
                ? nil : desk.next.map { .preparation($0.id.rawValue) },
            otherActions: ActionForm.all(file, page, among: ActionForm.besideAnswer))
    }
}
